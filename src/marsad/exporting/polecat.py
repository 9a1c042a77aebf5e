"""Acts in the columns of POLECAT (Halterman et al. 2023), one row an act. As there, several values of a cell stand
apart with `; `, and `None` stands for one that is missing among others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.exporting.acts import Act, Party
from marsad.exporting.codes import country_codes, place_of
from marsad.exporting.folding import Filed
from marsad.exporting.values import Cell, day, english, outlet
from marsad.ontology.plover import QUAD_CLASSES
from marsad.store.ids import public_id

Row = dict[str, Cell]


def polecat_rows(act: Act, as_filed: Filed) -> Iterator[Row]:
    """The row of an act that happened, was agreed or conceded; none for another, or for one without a type, a day or
    anybody who takes part."""
    if not as_filed.type or not as_filed.day or as_filed.marked or not (act.actors or act.recipients):
        return
    yield {
        "Event ID": act.id, "Event Date": day(as_filed.day), "Event Type": as_filed.type, "Event Mode": as_filed.mode,
        "Intensity": as_filed.score, "Quad Code": QUAD_CLASSES[as_filed.quad].upper(),
        "Contexts": _several(act.contexts), **_parties("Actor", act.actors), **_parties("Recipient", act.recipients),
        **_place(act.place), **_article(act),
    }  # fmt: skip


def _several(values: Sequence[str]) -> str:
    """Values in one cell; empty if none of them says anything."""
    if len(values) == 1:
        return values[0]
    return "; ".join(value or "None" for value in values) if any(values) else ""


def _parties(role: str, parties: Sequence[Party]) -> Row:
    if not parties:
        return {}
    codes = [country_codes(p.country) for p in parties]
    sectors = _several([p.sector or ("GOV" if p.kind == "state" else "") for p in parties])
    return {
        f"{role} Name": _several([p.name for p in parties]),
        f"{role} Country": _several([own.plover for own in codes]),
        f"{role} COW": _several([own.cow for own in codes]),
        f"Primary {role} Sector": sectors,
        f"{role} Sectors": sectors,
        f"{role} Title": _several([p.office for p in parties]),
        f"{role} Name Raw": _several([p.words.text if p.words else "" for p in parties]),
    }


def _place(place: str | None) -> Row:
    found = place_of(place)
    if found is None:
        return {}
    return {
        "Placename": found.name, "Country": found.country, "Feature Type": found.kind,
        "City": found.name if found.kind in {"city", "capital"} else None,
        "Province": found.name if found.kind == "region" else None,
    }  # fmt: skip


def _article(act: Act) -> Row:
    if not act.tellings:
        return {"Source": act.source, "Version": act.source}
    article = act.tellings[0].article
    return {
        "Source": outlet(article.outlet), "Publication Date": day(article.first_day),
        "Story People": _cast(act, "person"), "Story Organizations": _cast(act, "org"),
        "Story Locations": _cast(act, "state"), "Language": article.language, "Version": f"Marsad {article.coder}",
        "Story ID": act.story or public_id(article.id), "Headline": article.title,
    }  # fmt: skip


def _cast(act: Act, kind: str) -> str:
    return _several([english(e.entity, e) for e in act.cast if e.kind == kind])
