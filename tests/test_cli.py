"""The command line, as a process and from within."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from marsad import __version__
from marsad.api import samples
from marsad.cli import main
from marsad.cli.terminal import page_for

TEXT = "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ترفض العقوبات الغربية. وزار الرئيس الصيني شي جين بينغ موسكو."

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process: its exit status, standard output and standard error."""

    def invoke(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["marsad", *map(str, arguments)])
        with pytest.raises(SystemExit) as ending:
            main()
        output = capsys.readouterr()
        return int(ending.value.code or 0), output.out, output.err

    return invoke


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "marsad.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **options)  # type: ignore[call-overload,no-any-return]


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"marsad {__version__}\n", "")


@pytest.mark.parametrize("command", ["read", "explain", "schema", "lexicon"])
def test_help_names_every_command(run: Run, command: str) -> None:
    status, out, _ = run("--help")
    assert status == 0
    assert f"  {command}" in out
    assert run(command, "--help")[0] == 0


def test_help_is_quick() -> None:
    def once() -> float:
        begun = time.perf_counter()
        process("--help", check=True)
        return time.perf_counter() - begun

    assert min(once() for _ in range(3)) < 0.4


def test_read_brief(run: Run, article: Path) -> None:
    status, out, err = run("read", article, "--published", "2024-03-05", "--outlet", "media:reuters")
    assert status == 0
    assert "Sergey Lavrov (foreign minister, Russia)" in out
    assert "Reuters · 5 March 2024 (to the day" in out
    assert "Timeline" in out
    assert "\x1b" not in out
    assert re.search(r"marsad: 1 article, \d+ statements?, \d+ events?, 0 skipped, [\d,]+ words/s", err)


def test_read_brief_in_arabic(run: Run, article: Path) -> None:
    _, out, _ = run("read", article, "--lang", "ar")
    assert "سيرغي لافروف" in out
    assert "التسلسل الزمني" in out


def test_read_json_lines(run: Run, article: Path) -> None:
    _, out, _ = run("read", article, article, "-f", "jsonl")
    first, second = map(json.loads, out.splitlines())
    assert first == second
    assert first["doc"] == "article"
    assert "لافروف" in out


def test_read_leaves_out_what_is_less_sure(run: Run, article: Path) -> None:
    """Records under the confidence that was asked for are left out, and it must lie between 0 and 1."""
    whole = json.loads(run("read", "--format", "jsonl", str(article))[1])
    sure = json.loads(run("read", "--format", "jsonl", "--min-confidence", "0.5", str(article))[1])
    assert len(whole["events"]) >= len(sure["events"])
    assert all(r["confidence"] >= 0.5 for r in (*sure["statements"], *sure["events"]))
    assert run("read", "--min-confidence", "1.5", str(article))[0] == 2


def test_read_json(run: Run, article: Path) -> None:
    assert len(json.loads(run("read", article, "--format", "json")[1])) == 1


def test_read_csv_of_a_table(run: Run, article: Path) -> None:
    _, out, _ = run("read", article, "-f", "csv", "-t", "statements")
    assert out.startswith("id,doc,outlet,published,speaker,")
    assert "person:sergey-lavrov" in out


def test_read_parquet(run: Run, article: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run("read", article, "-f", "parquet", "-o", tmp_path / "events.parquet")[0] == 0
    assert parquet.read_table(tmp_path / "events.parquet").num_rows >= 1


def test_read_parquet_needs_a_file(run: Run, article: Path) -> None:
    status, _, err = run("read", article, "-f", "parquet")
    assert status == 2
    assert "name one with -o" in err


def test_read_to_a_file(run: Run, article: Path, tmp_path: Path) -> None:
    status, out, _ = run("read", article, "-o", tmp_path / "brief.txt")
    assert (status, out) == (0, "")
    assert "Sergey Lavrov" in (tmp_path / "brief.txt").read_text(encoding="utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "brief.txt"]


def test_read_to_a_folder(run: Run, article: Path, tmp_path: Path) -> None:
    status, _, err = run("read", article, "-o", tmp_path)
    assert status == 1
    assert "is a folder; name a file in it" in err


def test_read_tells_of_each_file_skipped(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    status, out, err = run("read", tmp_path / "empty.txt", tmp_path / "none.txt", article, "-f", "jsonl")
    assert status == 1
    assert len(out.splitlines()) == 1
    lines = err.splitlines()
    assert "empty.txt: is empty" in lines[0]
    assert "none.txt: there is no such file" in lines[1]
    assert "1 article, " in lines[2]
    assert "2 skipped" in lines[2]
    assert len(lines) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x.txt", "--format", "xml"],
        ["read", "x.txt", "--jobs", "0"],
        ["read", "x.txt", "--published", "someday"],
        ["read", "x.txt", "--mapping", "nonsense"],
        ["lexicon", "gaps", "x.txt", "--mapping", "nonsense"],
        ["lexicon", "gaps", "x.txt", "--kind", "nonsense"],
        ["schema", "Story"],
        ["nonsense"],
        ["explain"],
    ],
    ids=" ".join,
)
def test_wrong_use(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "Traceback" not in err
    assert "Error" in err


def test_read_with_jobs(run: Run) -> None:
    status, out, _ = run("read", samples(), "-f", "jsonl", "-j", "2")
    docs = [json.loads(line)["doc"] for line in out.splitlines()]
    assert status == 0
    assert docs == [r["doc"] for r in map(json.loads, run("read", samples(), "-f", "jsonl")[1].splitlines())]


def test_read_standard_input() -> None:
    done = process("read", "-", "-f", "jsonl", input=TEXT, check=True)
    assert json.loads(done.stdout)["statements"]


def test_explain(run: Run, article: Path) -> None:
    status, out, _ = run("explain", article)
    assert status == 0
    assert "why: " in out
    assert "cues.tsv:" in out


def test_explain_as_a_page(run: Run, article: Path, tmp_path: Path) -> None:
    status, out, err = run("explain", article, "--html", tmp_path / "x.html", "--lang", "ar")
    assert (status, out) == (0, "")
    assert "wrote" in err
    assert 'dir="rtl"' in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_explain_a_file_with_several_articles(run: Run) -> None:
    status, _, err = run("explain", samples() / "12-briefs.jsonl")
    assert status == 1
    assert "does not hold exactly one article" in err


def test_schema(run: Run) -> None:
    assert json.loads(run("schema")[1])["title"] == "Reading"
    assert "trigger" in json.loads(run("schema", "Event")[1])["properties"]


def test_lexicon_show(run: Run) -> None:
    assert "foreign minister, Russia: 2004-03-09 – now" in run("lexicon", "show", "سيرغي", "لافروف")[1]
    assert "frame consult.zara: CONSULT visit" in run("lexicon", "show", "زار")[1]
    assert "Xi Jinping" in run("lexicon", "show", "person:xi-jinping")[1]
    status, out, err = run("lexicon", "show", "زقزقزق")
    assert (status, out) == (1, "")
    assert "does not know" in err


def test_lexicon_check(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import marsad.lexicon.check

    monkeypatch.setattr(marsad.lexicon.check, "check", lambda: ["states.tsv:3: no code; add one"])
    assert run("lexicon", "check") == (1, "states.tsv:3: no code; add one\n", "marsad: the lexicon has 1 problem\n")
    monkeypatch.setattr(marsad.lexicon.check, "check", list)
    assert run("lexicon", "check") == (0, "", "marsad: the lexicon is in order\n")


GAPS = "وكتبت صحيفة «زقطور بوست» عن القمة. وذكرت زقطور أن القمة انتهت."


@pytest.fixture
def unread(tmp_path: Path) -> Path:
    """A file with words that the lexicon does not have."""
    file = tmp_path / "unread.txt"
    file.write_text(GAPS, encoding="utf-8")
    return file


def test_lexicon_gaps_as_a_table(run: Run, unread: Path) -> None:
    status, out, err = run("lexicon", "gaps", unread)
    assert status == 0
    assert "outlet → actors/outlets.tsv" in out
    assert out.count("\u2067") + out.count("\u2068") == out.count("\u2069") > 0  # no direction leaks out of its line
    assert err == "marsad: 1 article, 2 gaps, 0 skipped\n"


def test_lexicon_gaps_of_a_kind(run: Run, unread: Path) -> None:
    _, out, _ = run("lexicon", "gaps", unread, "--kind", "outlet", "-f", "jsonl")
    (gap,) = map(json.loads, out.splitlines())
    assert gap["form"] == "زقطور بوست"
    assert gap["note"] == {"صحيفة": 1}
    assert gap["examples"] == [GAPS]


def test_lexicon_gaps_for_programs(run: Run, unread: Path, tmp_path: Path) -> None:
    assert [g["kind"] for g in json.loads(run("lexicon", "gaps", unread, "-f", "json")[1])] == ["outlet", "speaker"]
    assert run("lexicon", "gaps", unread, "-f", "csv", "-o", tmp_path / "gaps.csv")[1] == ""
    lines = (tmp_path / "gaps.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "kind,form,count,note,file,examples"
    assert lines[1].startswith("outlet,زقطور بوست,1,صحيفة 1,actors/outlets.tsv,")


def test_lexicon_gaps_with_jobs_and_what_cannot_be_read(run: Run, unread: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    arguments = ("lexicon", "gaps", unread, tmp_path / "empty.txt", samples(), "-f", "jsonl", "--top", "3")
    status, out, err = run(*arguments)
    assert status == 1
    assert "empty.txt: is empty" in err
    assert run(*arguments, "--jobs", "2")[1] == out


class Stream:
    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "environment", "colour"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour(terminal: bool, environment: dict[str, str], colour: bool) -> None:
    assert page_for(Stream(terminal), False, environment).colour is colour  # type: ignore[arg-type]


def test_right_alignment_is_for_terminals() -> None:
    assert page_for(Stream(True), True, {}).align  # type: ignore[arg-type]
    assert not page_for(Stream(False), True, {}).align  # type: ignore[arg-type]


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")
def test_broken_pipe_is_quiet() -> None:
    command = f'"{sys.executable}" -m marsad.cli read "{samples()}" -f jsonl | head -c 10; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.endswith("141\n")
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_is_quiet(jobs: str) -> None:
    command = [sys.executable, "-m", "marsad.cli", "read", "-", "-f", "jsonl", "-j", jobs]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(1.5)
    os.killpg(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 130
    assert b"Traceback" not in err
