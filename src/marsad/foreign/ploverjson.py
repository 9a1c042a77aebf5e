"""PLOVER 2.0 records, one JSON object a line (PLOVER manual 2.0, chapter "Data fields"), those that Marsad writes among
them; older drafts have `source` and `target` for `actor` and `recipient`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from marsad.errors import SourceError
from marsad.foreign.actors import ActorNames
from marsad.foreign.cells import BadCell, Occurrences, day_of, place_of
from marsad.foreign.events import ForeignEvent, Party, Role
from marsad.foreign.lines import Line, line_error
from marsad.foreign.names import Known, entities
from marsad.foreign.ploverterms import country_and_sector, terms_of
from marsad.ontology.plover import quad_class, score
from marsad.records import Status

Json = Mapping[str, Any]
_STATUSES: tuple[Status, ...] = ("actual", "planned", "possible", "denied")
_KINDS = ("state:", "person:", "org:", "bloc:", "media:", "group:")


def read_plover(lines: Iterator[Line | SourceError], names: ActorNames) -> Iterator[ForeignEvent | SourceError]:
    """The events of one file, and an error in place of each line that cannot be read. A record of several types is
    one event of each."""
    occurrences = Occurrences()
    for line in lines:
        if isinstance(line, SourceError):
            yield line
            continue
        try:
            yield from _events(line, _record(line.text), names, occurrences)
        except BadCell as bad:
            yield line_error(line, bad.reason, bad.remedy)


def _record(text: str) -> Json:
    try:
        record = json.loads(text)
    except ValueError as error:
        raise BadCell(f"is no JSON ({error})", "give one JSON object a line") from None
    if not isinstance(record, dict):
        raise BadCell("is no JSON object", "give one JSON object a line")
    return record


def _events(line: Line, record: Json, names: ActorNames, occurrences: Occurrences) -> Iterator[ForeignEvent]:
    if record.get("has_event") is False:
        return
    types = _list(record.get("event"))
    if not types:
        raise BadCell("has no `event`", "each record says its type there")
    day = day_of(str(record.get("date", "")))
    parties = (*_parties(record, "actor", "source", names), *_parties(record, "recipient", "target", names))
    if not parties:
        raise BadCell("has no `actor`", "leave the line out")
    name = str(record.get("id") or occurrences.name(day, line.text))
    if (planned := _own(record).get("planned")) and isinstance(planned, dict):  # as it was before it was folded
        record = {**record, "mode": planned.get("mode")}
        types = _list(planned.get("type")) or types
    for n, event_type in enumerate(types, 1):
        yield _event(line, record, name if n == 1 else f"{name}/{n}", day, event_type, parties)


def _own(record: Json) -> Json:
    """What Marsad writes beside the codebook's fields."""
    own = record.get("marsad")
    return own if isinstance(own, dict) else {}


def _event(line: Line, record: Json, name: str, day: str, event_type: str, parties: tuple[Party, ...]) -> ForeignEvent:
    terms = terms_of(event_type, _list(record.get("mode")), _list(record.get("context")))
    return ForeignEvent(
        "plover", name, day, terms.type, terms.mode, terms.contexts, quad_class(terms.type),
        score(terms.type, terms.mode), parties, _codes(record), _said_status(record) or terms.status,
        text=str(record.get("text") or ""), place=_place(record), link=_link(record), at=line.at,
    )  # fmt: skip


def _list(value: Any) -> list[str]:
    """A field that may hold one value or several."""
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _objects(value: Any) -> list[Json]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]


def _parties(record: Json, role: Role, older: str, names: ActorNames) -> Iterator[Party]:
    for actor in _objects(record.get(role, record.get(older))):
        code = str(actor.get("code") or actor.get("country_code") or "")
        country, sector = country_and_sector(code, str(actor.get("sector") or actor.get("sector_code") or ""))
        name = str(
            actor.get("identifier_text") or actor.get("entity_name") or actor.get("entity_text")
            or actor.get("raw_text") or ""
        )  # fmt: skip
        known = _known(str(actor.get("identifier_id") or ""), name, names)
        fits = country is None or known.country in {None, country}
        entity = known.entity if fits else None
        if entity is None and country and sector in {"", "GOV"} and not name:
            entity = f"state:{country}"
        if entity or country or name or sector:
            yield Party(
                role, name or code, entity, country or (known.country if fits else None), sector or known.sector
            )


def _known(identifier: str, name: str, names: ActorNames) -> Known:
    """Whom an identifier of ours means, else whom the name means."""
    if identifier.startswith(_KINDS):
        known = entities().get(identifier)
        country = identifier.removeprefix("state:") if identifier.startswith("state:") else None
        return known or Known(identifier, country, "GOV" if country else "", "lexicon")
    return names.known(name)


def _said_status(record: Json) -> Status | None:
    """The status that Marsad's own records say."""
    said = _own(record).get("status")
    return next((status for status in _STATUSES if status == said), None)


def _codes(record: Json) -> dict[str, str]:
    """The record's own values as they came."""
    found = {
        "event": "; ".join(_list(record.get("event"))), "mode": "; ".join(_list(record.get("mode"))),
        "context": "; ".join(_list(record.get("context"))), "quad": record.get("quad_code"),
        "scale": record.get("event_scale"), "enddate": record.get("enddate"), "coder": record.get("coder"),
    }  # fmt: skip
    return {name: str(value) for name, value in found.items() if value not in (None, "")}


def _place(record: Json) -> str | None:
    where = next(iter(_objects(record.get("event_loc"))), {})
    city = str(where.get("resolved_place") or where.get("city") or where.get("extracted_place") or "")
    return place_of(city, str(where.get("country_code") or where.get("country") or ""))


def _link(record: Json) -> str:
    cited = record.get("cite_info")
    return str(record.get("link") or (cited.get("url") if isinstance(cited, dict) else "") or "")
