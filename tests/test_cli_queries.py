"""The commands that ask a store: in every format and both languages, in pages, with clear errors."""

import csv
import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import askedstore
import pytest

from marsad.cli import main
from marsad.output.answers.columns import columns, described
from marsad.store.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, askedstore.Ids]:
    path = tmp_path_factory.mktemp("asked") / "store.db"
    with Store.open(path, create=True) as store:
        ids = askedstore.fill(store)
    return path, ids


@pytest.fixture
def ids(filled: tuple[Path, askedstore.Ids]) -> askedstore.Ids:
    return filled[1]


@pytest.fixture
def run(
    filled: tuple[Path, askedstore.Ids], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run a command on the store: its exit status, standard output and standard error."""
    monkeypatch.setenv("MARSAD_STORE", str(filled[0]))

    def invoke(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["marsad", *map(str, arguments)])
        with pytest.raises(SystemExit) as ending:
            main()
        output = capsys.readouterr()
        return int(ending.value.code or 0), output.out, output.err

    return invoke


COMMANDS = {
    "search": ["search", "زيارة"],
    "timeline": ["timeline", "RUS"],
    "quotes": ["quotes", "--speaker", "لافروف"],
    "promises": ["promises"],
    "agreements": ["agreements"],
    "stories": ["stories"],
    "stats": ["stats"],
}


def show(ids: askedstore.Ids) -> dict[str, list[str]]:
    """`marsad show` of everything that can be shown."""
    number = ids.number
    shown = {
        "article": ids.of("plan"), "event": ids.of("meeting", "e1"), "statement": ids.of("meeting", "s1"),
        "story": f"story-{ids.of('plan')}", "happening": f"happening-{number('meeting', 'e1'):016x}",
        "echo": f"echo-{number('meeting', 's1'):016x}", "promise": f"promise-{number('plan', 'e1'):016x}",
        "agreement": f"agreement-{number('meeting', 'e2'):016x}",
    }  # fmt: skip
    return {kind: ["show", each] for kind, each in shown.items()}


def asked(ids: askedstore.Ids) -> dict[str, list[str]]:
    return COMMANDS | {f"show {kind}": command for kind, command in show(ids).items()}


NAMES = [*COMMANDS, *(f"show {kind}" for kind in (
    "article", "event", "statement", "story", "happening", "echo", "promise", "agreement"))]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_json_lines_and_json_are_the_same_objects(name: str, run: Run, ids: askedstore.Ids) -> None:
    status, lines, _ = run(*asked(ids)[name], "-f", "jsonl")
    assert status == 0
    objects = [json.loads(line) for line in lines.splitlines()]
    assert objects
    assert json.loads(run(*asked(ids)[name], "-f", "json")[1]) == objects


@pytest.mark.parametrize("name", COMMANDS)
def test_json_has_the_columns_that_are_documented(name: str, run: Run) -> None:
    types = {str: str, int: int, float: (int, float), list: list}
    for line in run(*COMMANDS[name], "-f", "jsonl")[1].splitlines():
        row = json.loads(line)
        assert list(row) == list(columns(name))
        for column, kind in columns(name).items():
            assert row[column] is None or isinstance(row[column], types[kind]), column


@pytest.mark.parametrize("name", NAMES)
def test_csv_and_parquet_hold_the_same_rows(name: str, run: Run, ids: askedstore.Ids, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    status, text, _ = run(*asked(ids)[name], "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert status == 0
    assert rows
    assert list(rows[0]) == list(columns(name.split()[0]))
    assert run(*asked(ids)[name], "-f", "parquet", "-o", tmp_path / "x.parquet")[0] == 0
    table = parquet.read_table(tmp_path / "x.parquet").to_pylist()
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in table] == rows


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_tables_are_laid_out_and_leak_no_direction(name: str, lang: str, run: Run, ids: askedstore.Ids) -> None:
    status, text, _ = run(*asked(ids)[name], "--lang", lang)
    assert status == 0
    assert text.strip()
    assert "\x1b" not in text
    for line in text.splitlines():
        assert line.count("\u2067") + line.count("\u2068") == line.count("\u2069")
        assert len(line) < 130


def test_search_shows_the_hit_in_brackets(run: Run, ids: askedstore.Ids) -> None:
    _, text, err = run("search", "المسئولون", "--limit", "1")
    assert "[والمسؤولين]" in text
    assert ids.of("water") in text
    assert "Okaz · 2 July 2024" in text
    assert err == ""


def test_search_in_arabic(run: Run) -> None:
    _, text, _ = run("search", "المسئولون", "--lang", "ar")
    assert "عكاظ · 2 يوليو 2024" in text


def test_search_takes_words_with_signs_as_they_come(run: Run, ids: askedstore.Ids) -> None:
    _, text, _ = run("search", "لافروف", "-صفقة", "-f", "jsonl")
    assert [json.loads(line)["id"] for line in text.splitlines()] == [ids.of("meeting")]
    assert run("search", "--", "-صفقة", "لافروف", "-f", "x")[0] == 0
    assert len(run("search", '"مجلس الأمن" OR المياه', "-f", "jsonl")[1].splitlines()) == 2


def test_timeline_tells_plans_from_facts(run: Run, ids: askedstore.Ids) -> None:
    _, text, _ = run("timeline", "IRN")
    assert "◇ United States → Iran: sanction (possible)" in text
    assert "✗ Iran: attack (denied)" in text
    assert "▷ Iran ↔ Russia: agreement or promise (planned)" in text
    _, text, _ = run("timeline", "RUS", "CHN", "--to", "2024-05-14")
    assert "● Sergey Lavrov ↔ Wang Yi: talks" in text
    assert "2 tellings · Okaz, Al Riyadh · tellings differ in time" in text.replace("\n      ", " ")
    assert "3 billion US dollars" in text


def test_timeline_in_arabic(run: Run) -> None:
    _, text, _ = run("timeline", "روسيا", "الصين", "--lang", "ar")
    assert "سيرغي لافروف ↔ وانغ يي: تشاور" in text
    assert "شي جين بينغ ← روسيا: زيارة (مخطط له)" in text


def test_timeline_of_imported_events(run: Run) -> None:
    _, text, _ = run("timeline", "RUS", "CHN", "--source", "icews")
    assert "● Xi Jinping → Citizen (Russia): visit · in Moscow" in text
    number = text.split()[-1]
    assert number.startswith("icews-")
    assert "cameo 042" in run("show", number)[1]
    assert json.loads(run("show", number, "-f", "jsonl")[1])["event"]["words"] == "Our own sentence."


def test_quotes_tell_the_chain(run: Run) -> None:
    _, text, _ = run("quotes", "--speaker", "Sergey Lavrov")
    assert "Sergey Lavrov (foreign minister, Russia) · says (direct) · as told by TASS" in text.replace("\n  ", " ")
    assert "«روسيا والصين ستبرمان صفقة بثلاثة مليارات»" in text
    assert "2 tellings" in text


def test_promises_tell_what_became_of_them(run: Run, ids: askedstore.Ids) -> None:
    _, text, _ = run("promises")
    assert "✓ kept Xi Jinping → Russia: visit" in text
    assert f"evidence {ids.of('visit', 'e1')}" in text
    assert "! overdue Iran ↔ Russia" in text
    assert "▷ open Iran ↔ Russia" in run("promises", "--as-of", "2024-06-15")[1]
    assert "فات أجله" in run("promises", "--lang", "ar")[1]


def test_agreements_tell_terms_and_history(run: Run) -> None:
    _, text, _ = run("agreements")
    assert "China, Russia · signed · 14 May 2024" in text
    assert "3 billion US dollars; 50,000 barrels a day; for 5 years" in text
    assert "planned 14 May 2024 → signed 15 May 2024" in text


def test_stories_tell_who_was_first(run: Run, ids: askedstore.Ids) -> None:
    _, text, _ = run("stories")
    assert "1. \u2068شي في موسكو العام المقبل\u2069" in text
    assert "3 articles · 2 without copies · 2 outlets" in text
    assert f"first: Okaz · 16 May 2024 · {ids.of('plan')}" in text


def test_stats_in_both_languages(run: Run) -> None:
    assert "Events by type" in run("stats")[1]
    assert "الأحداث بحسب النوع" in run("stats", "--lang", "ar")[1]


def test_show_an_article_and_its_text(run: Run, ids: askedstore.Ids) -> None:
    _, text, _ = run("show", ids.of("plan"))
    assert "[سيزور]" in text
    assert f"{ids.of('plan')}-e1" in text
    assert "the same text" in text
    assert "وأكدت بكين موعد الزيارة" not in text
    assert "وأكدت بكين موعد الزيارة" in run("show", ids.of("plan"), "--text")[1].replace("\u2069\n\u2067", " ")


def test_show_as_json_is_nested(run: Run, ids: askedstore.Ids) -> None:
    view = json.loads(run("show", ids.of("plan"), "-f", "jsonl")[1])
    assert view["events"][0]["event"]["actors"][0]["id"] == "person:xi-jinping"
    assert view["text"] == askedstore.PLAN


def test_more_is_told_beside_the_rows(run: Run) -> None:
    _, first, err = run("timeline", "RUS", "--limit", "2", "-f", "jsonl")
    assert err == "marsad: there is more: --offset 2, or --limit 0 for all\n"
    _, rest, err = run("timeline", "RUS", "--offset", "2", "--limit", "0", "-f", "jsonl")
    assert err == ""
    assert first + rest == run("timeline", "RUS", "--limit", "0", "-f", "jsonl")[1]
    assert "3. " in run("search", "زيارة", "--offset", "2")[1]


def test_nothing_found_is_no_error(run: Run) -> None:
    assert run("search", "زقزقزق") == (0, "", "marsad: nothing found\n")
    assert run("timeline", "FRA", "-f", "json") == (0, "[]\n", "marsad: nothing found\n")
    assert run("timeline", "FRA", "-f", "csv")[1] == ",".join(columns("timeline")) + "\n"


def test_output_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    status, text, _ = run("stats", "-f", "csv", "-o", tmp_path / "stats.csv")
    assert (status, text) == (0, "")
    assert (tmp_path / "stats.csv").read_text(encoding="utf-8").startswith("group,name,number,note\n")


WRONG = [
    (["search", "?"], 2, "names no word to look for"),
    (["search", "x", "--from", "someday"], 2, "'someday' is no date; write 2015"),
    (["search", "--frmo", "x"], 2, "no such option: --frmo"),
    (["search", "x", "--type", "visit"], 2, "'visit' is no type of event; there are AGREE"),
    (["search", "x", "-f", "parquet"], 2, "name one with -o"),
    (["search", "x", "-f", "xml"], 2, "xml"),
    (["timeline", "لافروق"], 2, "did you mean سيرغي لافروف (person:sergey-lavrov)"),
    (["timeline", "RUS", "CHN", "IRN"], 2, "name one or two"),
    (["timeline", "RUS", "--source", "gdelt"], 2, "no events of that source"),
    (["quotes"], 2, "name a speaker"),
    (["promises", "--outcome", "maybe"], 2, "there are kept, broken"),
    (["promises", "--limit", "-1"], 2, "limit"),
    (["stories", "--order", "oldest"], 2, "oldest"),
    (["show"], 2, "ID"),
    (["show", "12"], 1, "is no id"),
    (["show", "0123456789abcdef"], 1, "there is no such article"),
    (["stats", "--store", "none.db"], 1, "there is no store; make one with: marsad add"),
    (["stats", "--store", "mysql://x"], 1, "a store cannot be kept there"),
]


@pytest.mark.parametrize(("arguments", "expected", "message"), WRONG, ids=[" ".join(a) for a, _, _ in WRONG])
def test_wrong_use_is_told(arguments: list[str], expected: int, message: str, run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (expected, "")
    assert message in " ".join(err.split())
    assert "Traceback" not in err


def test_a_damaged_store_is_told(run: Run, filled: tuple[Path, askedstore.Ids], tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    with sqlite3.connect(filled[0]) as source, sqlite3.connect(path) as target:
        source.backup(target)
        target.execute("DROP TABLE statement")
    status, out, err = run("quotes", "--speaker", "RUS", "--store", path)
    assert (status, out) == (1, "")
    assert "cannot be read (no such table: statement)" in err


@pytest.mark.parametrize("name", COMMANDS)
def test_asking_loads_neither_lexicon_nor_migrations(name: str, filled: tuple[Path, askedstore.Ids]) -> None:
    code = (
        "import sys, contextlib, io, marsad.cli\n"
        f"sys.argv = ['marsad', *{[*COMMANDS[name], '--store', str(filled[0])]!r}]\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    marsad.cli.main()\n"
        "print(' '.join(sorted(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "sqlalchemy" in loaded
    assert not loaded & {"alembic", "marsad.lexicon.lexicon", "marsad.reading", "marsad.parallel", "pyarrow"}


MEASURING = {"relation", "pressure", "network", "forecast", "pairs"}
"""Commands that are tested on their own."""

OBSERVED = {"articles", "outlets"}
"""Lists that the observatory alone gives."""


def test_every_column_is_explained() -> None:
    rows = list(described())
    assert {row["command"] for row in rows} == {*COMMANDS, *MEASURING, *OBSERVED, "show"}
    assert all(row["meaning"] and row["type"] in {"text", "integer", "number", "list"} for row in rows)
