"""Finds what is wrong in the lexicon's files, and counts what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from marsad.language.arabic.fold import fold
from marsad.lexicon.cells import TESTS, Row, World, wrong_mode, wrong_order
from marsad.lexicon.schema import SHARED_NAMES, TABLES, Column, Table
from marsad.lexicon.tables import DATA, data_files, read_tables, values


class Entry(NamedTuple):
    """One row with its place."""

    file: str
    line: int
    row: Row
    table: Table


class _Problems:
    """What was found, each as `file:line: what is wrong; what to do`."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int, str]] = []

    def add(self, file: str, line: int, text: str) -> None:
        self.found.append((file, line, text))

    def at(self, entry: Entry, text: str) -> None:
        self.add(entry.file, entry.line, text)

    def lines(self) -> list[str]:
        return [f"{file}:{line}: {text}" for file, line, text in sorted(set(self.found))]


def check(root: Path = DATA) -> list[str]:
    """Every problem of the files under `root`, as `file:line: what is wrong; what to do`, in the order of the files.
    An empty list says that the lexicon keeps its format.
    """
    problems = _Problems()
    entries = list(_entries(root, problems))
    world = _world(entries)
    for entry in entries:
        _check_cells(entry, world, problems)
    for rule in _RULES:
        rule(entries, problems)
    return problems.lines()


def _entries(root: Path, problems: _Problems) -> Iterator[Entry]:
    table_of = {path: table for table in TABLES for path in root.glob(table.pattern)}
    for path in data_files(root):
        name = path.relative_to(root).as_posix()
        table = table_of.get(path)
        if table is None:
            problems.add(name, 1, "no table of this name in the schema; rename the file or describe it in schema.py")
            continue
        yield from _file_entries(path, name, table, problems)
    for table in TABLES:
        if not any(root.glob(table.pattern)):
            problems.add(table.pattern, 1, "the file is missing; put it back")


def _file_entries(path: Path, name: str, table: Table, problems: _Problems) -> Iterator[Entry]:
    names = [c.name for c in table.columns]
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if cells != names:
                problems.add(name, number, f"the header is {' '.join(cells)!r}; write {' '.join(names)!r}")
                return
        elif len(cells) > len(names):
            problems.add(name, number, f"{len(cells)} cells under {len(names)} headings; take the extra tabs out")
        else:
            cells += [""] * (len(names) - len(cells))
            yield Entry(name, number, dict(zip(names, cells, strict=True)), table)


def _world(entries: Iterable[Entry]) -> World:
    world = World()
    for entry in entries:
        match entry.table.ids:
            case "states":
                world.states.add(entry.row["code"])
                world.entities.add(f"state:{entry.row['code']}")
            case "actors":
                world.entities.add(entry.row["id"])
            case "places":
                world.places.add(entry.row["key"])
            case "titles":
                world.titles.add(entry.row["id"])
    return world


def _check_cells(entry: Entry, world: World, problems: _Problems) -> None:
    for column in entry.table.columns:
        cell = entry.row[column.name]
        if cell != cell.strip() or "  " in cell:
            problems.at(entry, f"stray blanks in column {column.name!r}; take them out")
        if not cell.strip():
            if column.required:
                problems.at(entry, f"column {column.name!r} is empty; fill it")
            continue
        for value in _column_values(column, cell):
            if wrong := _test(column, value, entry.row, world):
                problems.at(entry, wrong)


def _column_values(column: Column, cell: str) -> tuple[str, ...]:
    if not column.many:
        return (cell.strip(),)
    return tuple(part.strip() for part in cell.split("|"))


def _test(column: Column, value: str, row: Row, world: World) -> str | None:
    if not value:
        return f"an empty value between bars in column {column.name!r}; take one bar out"
    if isinstance(column.kind, frozenset):
        if value in column.kind:
            return None
        return f"{value!r} is no {column.name}; write one of: {' '.join(sorted(column.kind))}"
    return TESTS[column.kind](value, row, world)


def _unique_ids(entries: list[Entry], problems: _Problems) -> None:
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        key = (entry.table.ids, *(entry.row[c].strip() for c in entry.table.key))
        first = seen.setdefault(key, entry)
        if first is not entry:
            problems.at(entry, f"{' '.join(key[1:])!r} stands already at {first.file}:{first.line}; keep one")


_NAMED = {"states", "actors"}


def _full_names(entry: Entry) -> Iterator[str]:
    """The names under which an actor is known without help from the text around them."""
    if entry.table.ids in _NAMED and entry.row.get("note") != "needs-class":
        for name in (entry.row["ar"], *values(entry.row["variants"])):
            yield fold(name)


def _unique_names(entries: list[Entry], problems: _Problems) -> None:
    owners: dict[str, tuple[str, Entry]] = {}
    for entry in entries:
        own = entry.row.get("id") or entry.row.get("code", "")
        seen: set[str] = set()
        for name in _full_names(entry):
            if name in seen:
                problems.at(entry, f"the name {name!r} stands twice in this row; keep one")
            seen.add(name)
            other, first = owners.setdefault(name, (own, entry))
            if other != own and frozenset({own, other}) not in SHARED_NAMES:
                problems.at(entry, f"{own} has the name {name!r} of {other} ({first.file}:{first.line}); "
                            "leave it to one of them, or add the pair to SHARED_NAMES in schema.py")  # fmt: skip


def _short_names(entries: list[Entry], problems: _Problems) -> None:
    """What may stand alone for a person must not be the name of a state or organisation."""
    owners = {name: e for e in entries if "short" not in e.row for name in _full_names(e)}
    for entry in entries:
        for short in values(entry.row.get("short", "")):
            if owner := owners.get(fold(short)):
                problems.at(entry, f"the short name {short!r} is the name of {owner.file}:{owner.line}; take it out")


def _unique_senses(entries: list[Entry], problems: _Problems) -> None:
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if entry.table.ids == "events":
            key = tuple(entry.row[c] for c in ("pos", "lemma", "frame"))
            first = seen.setdefault(key, entry)
            if first is not entry:
                problems.at(entry, f"{entry.row['lemma']!r} has this frame already as {first.row['id']} "
                            f"({first.file}:{first.line}); keep one")  # fmt: skip


def _modes(entries: list[Entry], problems: _Problems) -> None:
    for entry in entries:
        if entry.table.ids in {"events", "named"} and (wrong := wrong_mode(entry.row["type"], entry.row["mode"])):
            problems.at(entry, wrong)


_INTERVALS = {"worldevents": ("start", "end"), "named": ("since", "until")}


def _dates(entries: list[Entry], problems: _Problems) -> None:
    for entry in entries:
        start, end = _INTERVALS.get(entry.table.ids, ("", ""))
        if start and wrong_order(entry.row[start], entry.row[end]):
            problems.at(entry, "ends before it begins; correct the dates")


def _titles_are_alike(entries: list[Entry], problems: _Problems) -> None:
    """Two rows of one office may differ in wording, not in level."""
    levels: dict[str, Entry] = {}
    for entry in entries:
        if entry.table.ids == "titles":
            first = levels.setdefault(entry.row["id"], entry)
            if first.row["level"] != entry.row["level"]:
                problems.at(entry, f"{entry.row['id']!r} has level {first.row['level']!r} at line {first.line}; "
                            "give both the same")  # fmt: skip


def _domains(entries: list[Entry], problems: _Problems) -> None:
    owners: dict[str, Entry] = {}
    for entry in entries:
        for domain in values(entry.row.get("domains", "")):
            first = owners.setdefault(domain, entry)
            if first is not entry:
                problems.at(entry, f"{domain!r} belongs already to {first.row['id']} (line {first.line}); keep one")


def _words(entries: list[Entry], problems: _Problems) -> None:
    """Rows whose parts must agree: a group needs a form, an act of speech its roles."""
    for entry in entries:
        if entry.table.ids == "groups" and not (entry.row["singular"] or entry.row["plural"]):
            problems.at(entry, "neither singular nor plural; write one")
        if entry.table.ids == "cues" and bool(entry.row["event"]) != bool(entry.row["roles"]):
            problems.at(entry, "`event` and `roles` go together; fill both or none")


_RULES = (
    _unique_ids, _unique_names, _short_names, _unique_senses, _modes, _dates, _titles_are_alike, _domains, _words,
)  # fmt: skip


def counts(root: Path = DATA) -> dict[str, int]:
    """How many entries of each kind the lexicon holds. Event words are counted by lemma, and by lemma and type."""
    people = list(read_tables("actors/people*.tsv", root))
    events = [r for t in ("cooperation", "conflict") for r in read_tables(f"events/{t}.tsv", root)]
    cues = list(read_tables("speech/cues.tsv", root))
    states = list(read_tables("actors/states.tsv", root))
    found = {
        "states": len(states),
        "UN members": sum(r["status"] == "un" for r in states),
        "capitals": sum(bool(r["capital"]) for r in states),
        "places": _rows("places/places.tsv", root),
        "metonyms": _rows("actors/metonyms.tsv", root),
        "people": len(people),
        "people with offices": sum(bool(r["offices"]) for r in people),
        "organisations": _rows("actors/organisations.tsv", root),
        "outlets": _rows("actors/outlets.tsv", root),
        "groups": _rows("actors/groups.tsv", root),
        "titles": _rows("speech/titles.tsv", root),
        "reporting words": len({w for r in cues for w in (r["lemma"], *values(r["nouns"]))}),
        "reporting entries": len(cues),
        "world events": _rows("time/worldevents.tsv", root),
        "light verbs": _rows("events/light.tsv", root),
        "named events": _rows("events/named.tsv", root),
        "status words": _rows("events/status.tsv", root),
        "event words": len({(r["pos"], r["lemma"]) for r in events}),
        "event entries": len(events),
    }
    words = Counter(t for t, _, _ in {(r["type"], r["pos"], r["lemma"]) for r in events})
    return found | {f"event words {event_type}": words[event_type] for event_type in sorted(words)}


def _rows(pattern: str, root: Path) -> int:
    return sum(1 for _ in read_tables(pattern, root))
