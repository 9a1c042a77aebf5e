"""Entities, offices and quantities in words of one language."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from pathlib import Path

from marsad.lexicon.tables import read_table, read_tables
from marsad.output.bidi import clean, shorten
from marsad.output.labels import Lang, label
from marsad.records import Article, Entity, Quantity, Reading

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_FEW, _MANY = range(3, 11), range(11, 100)
"""Numbers after which an Arabic noun is in the plural, and in the accusative."""

_PERIODS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


@functools.cache
def _states() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in read_tables("actors/states.tsv")}


@functools.cache
def _titles() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_tables("speech/titles.tsv")}


@functools.cache
def _places() -> dict[str, dict[str, str]]:
    return {row[column]: row for row in read_tables("places/*.tsv") for column in ("ar", "en", "key")}


@functools.cache
def _units() -> dict[str, dict[str, str]]:
    return {row["unit"]: row for row in read_table(Path(__file__).parent / "data" / "units.tsv")}


@functools.cache
def _outlets() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_tables("actors/outlets.tsv")}


def outlet_name(outlet: str, lang: Lang) -> str:
    """An outlet's usual name by its id; the words of the id if it is not known."""
    row = _outlets().get(outlet)
    return (row[lang] if row else "") or outlet.partition(":")[2].replace("-", " ") or outlet


@functools.cache
def _organisations() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_tables("actors/organisations*.tsv")}


def scope_name(scope: str, lang: Lang) -> str:
    """What an office belongs to: a country by its code, or an organisation by its id."""
    if ":" not in scope:
        return state_name(scope, lang)
    row = _organisations().get(scope)
    return (row[lang] if row else "") or scope.partition(":")[2].replace("-", " ")


def state_name(code: str, lang: Lang) -> str:
    """A country's usual name by its alpha-3 code; the code itself if it is not known."""
    row = _states().get(code)
    return (row[lang] or code) if row else code


def place_name(place: str, lang: Lang) -> str:
    """A place's usual name by its key or its name in either language, a country's by its id; as it stands if it is not
    known."""
    if ":" in place:
        return id_name(place, lang)
    row = _places().get(place)
    return (row[lang] or place) if row else place


def office_text(office: str, country: str | None, lang: Lang) -> str:
    """An office such as `foreign-minister@RUS` in words: `foreign minister, Russia`."""
    title, _, scope = office.partition("@")
    row = _titles().get(title)
    name = (row[lang] if row else "") or title.replace("-", " ")
    where = scope or country
    if not where:
        return name
    return f"{name}، {scope_name(where, lang)}" if lang == "ar" else f"{name}, {scope_name(where, lang)}"


def quantity_text(quantity: Quantity, lang: Lang) -> str:
    """A quantity as the article words it in Arabic, and computed in English: `3 billion US dollars`."""
    return quantity.text if lang == "ar" else amount_text(quantity.value, quantity.unit, lang)


def amount_text(value: float, unit: str, lang: Lang) -> str:
    """A number with its unit in words: `3 billion US dollars`, `1 aircraft`.

    >>> amount_text(3, "day", "ar"), amount_text(30, "day", "ar"), amount_text(3e9, "USD", "ar")
    ('3 أيام', '30 يومًا', '3 مليارات دولار')
    """
    base, _, period = unit.partition("/")
    if often := label(f"per.{period}", lang, "") if period else "":
        return f"{amount_text(value, base, lang)} {often}"
    return f"{number_text(value, lang)} {_unit_ar(value, unit) if lang == 'ar' else _unit_en(value, unit)}".strip()


def _unit_en(value: float, unit: str) -> str:
    one = value == 1 and unit.isalpha() and unit.islower()
    return unit if one else label(f"unit.{unit}", "en", _plural(unit))


def _unit_ar(value: float, unit: str) -> str:
    """The noun as the number before it wants it."""
    row = _units().get(unit)
    if row is None:
        return label(f"unit.{unit}", "ar", unit)
    form = "few" if value % 100 in _FEW else "many" if value % 100 in _MANY else "ar"
    return row["ar"] if value >= _SCALES[-1][0] else row[form] or row["ar"]


def _plural(unit: str) -> str:
    """The plural of a counted thing's English name; symbols such as `km` and `MW` stay."""
    if len(unit) < 3 or not unit.islower() or not unit[-1].isalpha() or "/" in unit:
        return unit
    if unit.endswith(("s", "x", "ch", "sh")):
        return f"{unit}es"
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2] not in "aeiou" else f"{unit}s"


def number_text(value: float, lang: Lang) -> str:
    """A number with its scale word: 3200000000.0 is `3.2 billion`."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            scaled = value / scale
            return f"{_decimal(scaled)} {_unit_ar(scaled, word) if lang == 'ar' else word}"
    return _decimal(value)


def _decimal(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def duration_text(period: str, lang: Lang) -> str:
    """How long an agreement lasts (ISO 8601, of one unit) in words; what is no such period stays as it is.

    >>> duration_text("P25Y", "en"), duration_text("P1.5M", "en")
    ('25 years', '1.5 months')
    """
    unit = _PERIODS.get(period[-1:])
    return amount_text(float(period[1:-1]), unit, lang) if unit else period


def title_text(article: Article, lang: Lang) -> str:
    """An article's title; the first line of its text that is no furniture if it came without one."""
    return clean(article.title) or shorten(_first_line(article), 110) or label("ui.untitled", lang)


def _first_line(article: Article) -> str:
    start = 0
    for line in article.text.splitlines(keepends=True):
        furnished = any(span.start < start + len(line) and start < span.end for span in article.furniture)
        if line.strip() and not furnished:
            return line
        start += len(line)
    return ""


def entity_name(record: Entity, lang: Lang) -> str:
    """What an entity is called: its name in the language, in the other one if there is none, or its id's words."""
    first, second = (record.ar, record.en) if lang == "ar" else (record.en, record.ar)
    if lang == "en" and record.kind == "group" and record.en and record.country:
        country = state_name(record.country, "en")
        return record.en if country in record.en else f"{record.en} ({country})"
    return first or second or id_name(record.id, lang)


def id_name(entity: str, lang: Lang) -> str:
    """What an entity of which only the id is known is called."""
    kind, _, key = entity.partition(":")
    if kind == "state":
        return state_name(key, lang)
    return outlet_name(entity, lang) if kind == "media" else key.replace("-", " ") or entity


def role_text(record: Entity, lang: Lang) -> str:
    """A person's office or country; empty for anyone else, and for people of organisations of several states."""
    if record.kind != "person":
        return ""
    if record.office:
        return office_text(record.office, record.country, lang)
    return state_name(record.country, lang) if record.country and record.sector != "IGO" else ""


def joined(names: Sequence[str], lang: Lang, limit: int = 4) -> str:
    """Several names in one phrase, the rest counted."""
    shown, rest = list(names[:limit]), len(names) - limit
    if rest > 0:
        shown.append(label("ui.and_more", lang).format(n=rest))
    return ("، " if lang == "ar" else ", ").join(shown)


class Names:
    """The names of one reading's entities in one language."""

    def __init__(self, reading: Reading, lang: Lang) -> None:
        self.lang = lang
        self._entities = {e.id: e for e in reading.entities}

    def name(self, entity: str) -> str:
        """What an entity is called: its name in the language, in the other one if there is none, or its id's words."""
        record = self._entities.get(entity)
        return entity_name(record, self.lang) if record is not None else id_name(entity, self.lang)

    def described(self, entity: str) -> str:
        """The name with what the person is: `Sergey Lavrov (foreign minister, Russia)`."""
        name, what = self.name(entity), self.role(entity)
        return f"{name} ({what})" if what else name

    def role(self, entity: str) -> str:
        """A person's office or country; empty for anyone else, and for people of organisations of several states."""
        record = self._entities.get(entity)
        return role_text(record, self.lang) if record is not None else ""

    def join(self, entities: Iterable[str], limit: int = 4) -> str:
        """Several names in one phrase, the rest counted."""
        return joined([self.name(e) for e in entities], self.lang, limit)

    def record(self, entity: str) -> Entity | None:
        """The record of an entity of this reading."""
        return self._entities.get(entity)
