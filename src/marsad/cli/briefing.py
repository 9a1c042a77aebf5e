"""`marsad brief` and `marsad report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from marsad.cli.terminal import tell, write
from marsad.output.labels import Lang

if TYPE_CHECKING:
    from marsad.output.briefs.parts import Document
    from marsad.relations.dyad import Dyad


class BriefRequest(NamedTuple):
    """Where it is written (None: to the terminal), of which period, in which language, and of which store."""

    output: Path | None
    since: str | None
    until: str | None
    lang: Lang
    store: str


def run(a: str, b: str, request: BriefRequest) -> int:
    """Gather the brief of two and write it."""
    from marsad.output.briefs.document import document
    from marsad.relations.brief import brief
    from marsad.store.store import Store

    with Store.open(request.store) as opened:
        found = brief(opened, a, b, since=request.since, until=request.until)
    _put(document(found, request.lang), request, found.relation)
    if not found.told and not found.claimed:
        tell("nothing found")
    return 0


def report(pair: tuple[str, str] | None, request: BriefRequest) -> int:
    """Gather the report, of two or of the whole store, and write it."""
    from marsad.output.briefs.report import pair_document, store_document
    from marsad.relations.overview import overview, voices
    from marsad.store.store import Store

    with Store.open(request.store) as opened:
        if pair is None:
            found = overview(opened, since=request.since, until=request.until)
            _put(store_document(found, request.lang), request)
        else:
            heard = voices(opened, *pair, since=request.since, until=request.until)
            _put(pair_document(heard, request.lang), request, heard.brief.relation)
    return 0


def _put(made: Document, request: BriefRequest, relation: Dyad | None = None) -> None:
    """Write a document, with the plot of a relation (by day)."""
    from marsad.output.briefs.formats import markdown, write_brief
    from marsad.output.plots.relation import plot_relation

    if request.output is None:
        write(iter([markdown(made)]), None)
    else:
        draw = None if relation is None else lambda path: plot_relation(relation, path, request.lang)
        write_brief(made, request.output, draw)
