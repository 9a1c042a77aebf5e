"""Tests of single cells of the lexicon's files: each says what is wrong with a value and what to do, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from marsad.errors import LexiconError
from marsad.lexicon.frames import parse_frame
from marsad.lexicon.schema import MODES

Row = dict[str, str]

_LETTERS = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_MARKS = "\u064b-\u0652\u0670\u0640\u200c"
_SIGNS = r" \d.+\-–/«»\"'()،:"
_ARABIC = re.compile(f"^[{_LETTERS}{_MARKS}{_SIGNS}]+$")
_ARABIC_LETTER = re.compile(f"[{_LETTERS}]")
_KEBAB = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_DATE = re.compile(r"^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$")
_LABEL = "[a-z0-9]+(?:-+[a-z0-9]+)*"
_DOMAIN = re.compile(rf"^(?!www\.){_LABEL}(?:\.{_LABEL})*\.[a-z]{{2,}}(?:/[a-z0-9\-/]*)?$")
_CODE = re.compile(r"^[A-Z]{3}$")


@dataclass
class World:
    """What the cells of other files may refer to."""

    states: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)


Test = Callable[[str, Row, World], str | None]
"""Value, its whole row, the world → what is wrong and what to do, or None."""


def date_end(date: str) -> str:
    """The last day that a date of any precision may mean, for comparing.

    >>> date_end("2015"), date_end("2015-02"), date_end("2015-02-03")
    ('2015-12-31', '2015-02-31', '2015-02-03')
    """
    return date + "-12-31"[len(date) - 4 :]


def wrong_order(start: str, end: str) -> bool:
    """Whether an interval ends before it can have begun."""
    return bool(start and end) and date_end(end) < start


def _text(value: str, row: Row, world: World) -> str | None:
    return None


def _arabic(value: str, row: Row, world: World) -> str | None:
    if _ARABIC.match(value) and _ARABIC_LETTER.search(value):
        return None
    return f"{value!r} is not written in Arabic letters; write it in Arabic or move it to another column"


def _name(value: str, row: Row, world: World) -> str | None:
    if not _ARABIC_LETTER.search(value):
        return None if re.search(r"[A-Za-z0-9]", value) else f"{value!r} is no name; write letters"
    for word in value.split():
        if re.search("[A-Za-z]", word) and _ARABIC_LETTER.search(word):
            return f"{word!r} mixes Arabic and Latin letters; write it in one script"
    return _arabic(re.sub("[A-Za-z]+", "", value), row, world)


def _english(value: str, row: Row, world: World) -> str | None:
    return f"{value!r} has Arabic letters; write the English name" if _ARABIC_LETTER.search(value) else None


def _kebab(value: str, row: Row, world: World) -> str | None:
    return None if _KEBAB.match(value) else f"{value!r} is no id; write lower-case words joined by hyphens"


def _identifier(*kinds: str) -> Test:
    def test(value: str, row: Row, world: World) -> str | None:
        kind, _, stem = value.partition(":")
        if kind not in kinds:
            return f"id {value!r} does not begin with {' or '.join(k + ':' for k in kinds)}; rename it"
        if "kind" in row and row["kind"] in {"org", "bloc"} and row["kind"] != kind:
            return f"id {value!r} and kind {row['kind']!r} differ; make them the same"
        return _kebab(stem, row, world)

    return test


def _code(value: str, row: Row, world: World) -> str | None:
    return None if _CODE.match(value) else f"{value!r} is no ISO 3166-1 alpha-3 code; write three capitals"


def _state(value: str, row: Row, world: World) -> str | None:
    return None if value in world.states else f"no state {value!r} in actors/states.tsv; add it or correct the code"


def _place(value: str, row: Row, world: World) -> str | None:
    return None if value in world.places else f"no place {value!r} in places/places.tsv; add it or correct the key"


def _entity(value: str, row: Row, world: World) -> str | None:
    return None if value in world.entities else f"no actor {value!r}; add it to its file or correct the id"


def _date(value: str, row: Row, world: World) -> str | None:
    return None if _DATE.match(value) else f"{value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"


def _office(value: str, row: Row, world: World) -> str | None:
    parts = value.split("@")
    if len(parts) != 4:
        return f"{value!r} has {len(parts)} parts; write office@SCOPE@from@to"
    office, scope, start, end = (p.strip() for p in parts)
    if office not in world.titles:
        return f"no office {office!r} in speech/titles.tsv; add it or correct the id"
    if scope not in world.states and scope not in world.entities:
        return f"no state or organisation {scope!r}; add it or correct the scope of {office!r}"
    for date in (start, end):
        if date and (wrong := _date(date, row, world)):
            return wrong
    return f"{value!r} ends before it begins; correct the dates" if wrong_order(start, end) else None


def _domain(value: str, row: Row, world: World) -> str | None:
    if _DOMAIN.match(value):
        return None
    return f"{value!r} is no domain; write it in lower case without scheme and www, as in example.com"


def _frame(value: str, row: Row, world: World) -> str | None:
    try:
        parse_frame(value)
    except LexiconError as error:
        return f"frame {value!r}: {error}; see docs/lexicon-format.md"
    return None


def _verb(value: str, row: Row, world: World) -> str | None:
    if wrong := _arabic(value, row, world):
        return wrong
    if len(value.split()) >= 2:
        return None
    return f"{value!r} is one word; write past and present, as in قال يقول"


def _lemma(value: str, row: Row, world: World) -> str | None:
    return (_verb if row.get("pos") == "verb" else _arabic)(value, row, world)


def _event(value: str, row: Row, world: World) -> str | None:
    event_type, _, mode = value.partition(":")
    if event_type not in MODES:
        return f"no event type {event_type!r}; write one of PLOVER's sixteen"
    return wrong_mode(event_type, mode)


def wrong_mode(event_type: str, mode: str) -> str | None:
    """What is wrong with a mode of an event type."""
    known = MODES.get(event_type, frozenset())
    if not mode or mode in known:
        return None
    return f"{event_type} has no mode {mode!r}; leave it empty or write one of: {' '.join(sorted(known)) or 'none'}"


def _event_id(value: str, row: Row, world: World) -> str | None:
    head, _, stem = value.partition(".")
    if head.upper() != row.get("type"):
        return f"id {value!r} does not begin with its type; write {row.get('type', '').lower()}.word"
    return _kebab(stem, row, world)


def _cue_id(value: str, row: Row, world: World) -> str | None:
    head, _, stem = value.partition(".")
    return _kebab(head, row, world) or _kebab(stem, row, world)


def _metonym_note(value: str, row: Row, world: World) -> str | None:
    if not value.startswith("local:"):
        return None
    return _state(value.removeprefix("local:").strip(), row, world)


TESTS: dict[str, Test] = {
    "text": _text,
    "arabic": _arabic,
    "name": _name,
    "english": _english,
    "kebab": _kebab,
    "id:org|bloc": _identifier("org", "bloc"),
    "id:person": _identifier("person"),
    "id:media": _identifier("media"),
    "code": _code,
    "state": _state,
    "place": _place,
    "entity": _entity,
    "date": _date,
    "office": _office,
    "domain": _domain,
    "frame": _frame,
    "verb": _verb,
    "lemma": _lemma,
    "event": _event,
    "event-id": _event_id,
    "cue-id": _cue_id,
    "metonym-note": _metonym_note,
}
"""The tests by the name that the schema gives them."""
