"""Acts as PLOVER 2.0 records, one JSON object a line (PLOVER manual, draft 2.0, chapter on the data format).

Fields that the manual does not have stand under `marsad`; a field that has nothing to say is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from marsad.exporting.acts import Act, Party, Telling, Words
from marsad.exporting.codes import country_codes, place_of, top_level
from marsad.exporting.folding import Filed
from marsad.output.names import state_name
from marsad.store.ids import public_id

CODEBOOK = "PLOVER 2.0"
Json = dict[str, Any]
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def plover_line(act: Act, as_filed: Filed) -> Iterator[str]:
    """The line of an act; none for one without a type, a day or anybody who takes part (the codebook asks for all)."""
    if as_filed.type and as_filed.day and (act.actors or act.recipients):
        yield _ENCODE(plover_record(act, as_filed)) + "\n"


def plover_record(act: Act, as_filed: Filed) -> Json:
    """The record of an act that has a type and a day."""
    modes = [mode for mode in (as_filed.mode, as_filed.marked) if mode]
    last = as_filed.last_day if as_filed.last_day != as_filed.day else None
    return {
        "id": act.id, "has_event": True, "date": as_filed.day, **_given(enddate=last),
        "actor": [_party(p) for p in act.actors], **_given(recipient=[_party(p) for p in act.recipients]),
        "event": [as_filed.type], **_given(mode=modes, context=list(act.contexts)), "quad_code": as_filed.quad,
        **({} if as_filed.marked else {"event_scale": as_filed.score}),
        **_given(event_loc=_place(act.place)), **_source(act),
        "marsad": _given(
            status=act.status, confidence=act.confidence, planned=_planned(act) if as_filed.planned else None,
            time=act.time, quantities=[{"value": q["value"], "unit": q["unit"]} for q in act.quantities],
            according_to=list(act.tellings[0].event.according_to) if act.tellings else [],
            via=list(act.tellings[0].via) if act.tellings else [], tellings=[_telling(t) for t in act.tellings],
            codes={name: value for name, value in act.codes.items() if name not in {"text", "link"}},
        ),
    }  # fmt: skip


def _given(**fields: Any) -> Json:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _party(party: Party) -> Json:
    own = country_codes(party.country).plover_sector
    sector = own or party.sector or ("GOV" if party.kind == "state" else "")
    words = party.words
    return _given(
        code=top_level(party.entity, party.country, party.sector), sector=sector,
        entity_text=words.text if words else "", identifier_id=party.entity, identifier_text=party.name,
        office=party.office,
    ) | (_offsets(words) if words else {})  # fmt: skip


def _offsets(words: Words) -> Json:
    return {"start": words.start, "end": words.end}


def _place(place: str | None) -> Json | None:
    found = place_of(place)
    if found is None:
        return None
    name = "" if found.kind == "state" else found.name
    country = state_name(found.country, "en") if found.country else ""
    return _given(resolved_place=name, country=country, country_code=found.country)


def _source(act: Act) -> Json:
    """The quotation with its offsets, and where it comes from."""
    if not act.tellings or act.quotation is None:
        cited = _given(corpus=act.source, citation=act.cited, url=act.codes.get("link"), codebook=CODEBOOK)
        return _given(text=act.codes.get("text"), cite_info=cited, coder=act.codes.get("coder"))
    first, article = act.tellings[0], act.tellings[0].article
    trigger, quotation = first.trigger, act.quotation
    return {
        "event_text": [trigger.text], "text": quotation.text,
        "text_info": _offsets(quotation) | {"event_start": trigger.start, "event_end": trigger.end},
        "cite_info": _given(
            corpus=act.source, citation=public_id(article.id), url=article.uri, title=article.title,
            language=article.language, publication=article.outlet, codebook=CODEBOOK,
        ),
        "coder": f"Marsad {article.coder}",
    }  # fmt: skip


def _planned(act: Act) -> Json:
    last = act.last_day if act.last_day != act.day else None
    return _given(type=act.type, mode=act.mode, time=act.time, date=act.day, enddate=last)


def _telling(told: Telling) -> Json:
    article, trigger = told.article, told.trigger
    return _given(
        event=told.id, article=public_id(article.id), url=article.uri, publication=article.outlet,
        published=article.published, text=trigger.text, according_to=list(told.event.according_to),
    ) | _offsets(trigger)  # fmt: skip


def offsets(record: Mapping[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    """Every quotation of a record: id of the article, offsets, and the words that stand there."""
    cited = record.get("cite_info", {}).get("citation", "")
    if "text_info" in record:
        info = record["text_info"]
        yield cited, info["start"], info["end"], record["text"]
        yield cited, info["event_start"], info["event_end"], record["event_text"][0]
    parties: Sequence[Mapping[str, Any]] = [*record.get("actor", ()), *record.get("recipient", ())]
    for party in parties:
        if "entity_text" in party:
            yield cited, party["start"], party["end"], party["entity_text"]
    for told in record.get("marsad", {}).get("tellings", ()):
        yield told["article"], told["start"], told["end"], told["text"]
