"""`marsad brief`."""

from __future__ import annotations

from pathlib import Path

from marsad.cli.terminal import tell, write
from marsad.output.labels import Lang


def run(a: str, b: str, output: Path | None, since: str | None, until: str | None, lang: Lang, store: str) -> int:
    """Gather the brief and write it."""
    from marsad.output.briefs.document import document
    from marsad.output.briefs.formats import markdown, write_brief
    from marsad.output.plots.relation import plot_relation
    from marsad.relations.brief import brief
    from marsad.relations.dyad import dyad
    from marsad.store.queries.timeline import OWN
    from marsad.store.store import Store

    with Store.open(store) as opened:
        found = brief(opened, a, b, since=since, until=until)
        daily = dyad(opened, a, b, since=since, until=until, by="day", sources=(OWN,))
    made = document(found, lang)
    if output is None:
        write(iter([markdown(made)]), None)
    else:
        write_brief(made, output, lambda path: plot_relation(daily, path, lang))
    if not found.told and not found.claimed:
        tell("nothing found")
    return 0
