"""Every page of the observatory over a store, as an address of each."""

from pathlib import Path
from urllib.parse import quote

from marsad.store.store import Store

LISTS = (
    "/", "/relations", "/network", "/stories", "/statements", "/promises", "/agreements", "/outlets",
    "/articles", "/data",
)  # fmt: skip


def pages(store: Path) -> list[str]:
    """The addresses; of each kind of thing the first that the store has, if it has one."""
    with Store.open(store) as opened:
        story = [row.id for row in opened.stories(least=1, limit=1).rows]
        agreement = [row.id for row in opened.agreements(limit=1).rows]
        promise = [row.id for row in opened.promises(limit=1).rows]
        quotes = opened.quotes(about="مصر", limit=30).rows
        echo = [row.echo for row in quotes if row.echo][:1]
        happening = [row.id for row in opened.timeline("EGY", limit=1).rows]
        hits = [row for row in opened.search("مصر", limit=5).rows if row.outlet][:1]
        events = [f"{hit.id}-e1" for hit in hits]
    found = [*LISTS, "/relations/EGY-TUR", "/actors/EGY", f"/search?q={quote('القاهرة')}", "/articles/0000000000000000"]
    found += [f"/articles/{hit.id}" for hit in hits] + [f"/outlets/{hit.outlet}" for hit in hits]
    found += [f"/records/{id}" for id in (*events, *(row.id for row in quotes[:1]))]
    found += [f"/actors/{row.speaker.id}" for row in quotes[:1]]
    kinds = (("stories", story), ("agreements", agreement), ("promises", promise), ("echoes", echo))
    found += [f"/{folder}/{id}" for folder, ids in kinds for id in ids]
    return found + [f"/happenings/{id}" for id in happening]
