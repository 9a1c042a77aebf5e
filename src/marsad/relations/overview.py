"""What a report tells: of a whole store what is most told and what lies ahead, of two what each says of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from marsad.relations import acts as told
from marsad.relations.breaks import Break, breaks
from marsad.relations.brief import Brief, brief, is_claim
from marsad.relations.daily import LEAST_DAYS, TOLD, daily
from marsad.relations.dyad import countries
from marsad.relations.network.signed import WINDOW
from marsad.relations.network.system import Network, measured
from marsad.relations.ties import tie
from marsad.store import bulk
from marsad.store.ids import link_id
from marsad.store.queries.excerpts import Excerpt, excerpts
from marsad.store.queries.period import Day, Period, period
from marsad.store.queries.show import HappeningView, StoryView
from marsad.store.queries.stats import Census, census
from marsad.store.queries.timeline import OWN

if TYPE_CHECKING:
    import polars as pl

    from marsad.store.queries.agreements import Deal
    from marsad.store.queries.promises import Pledge
    from marsad.store.queries.quotes import Quote
    from marsad.store.store import Store

Listed = TypeVar("Listed")
STORIES, PAIRS, ACTS, AHEAD, DEALS, CLAIMS, QUOTES = 10, 10, 3, 20, 15, 15, 15
"""How many of each are told at most; `ACTS` of each pair, `AHEAD` meetings and as many promises, `QUOTES` of each."""
WITNESSES = 4
"""Sources of one line at most, where many would do."""
_CANDIDATES = 3
"""So many times as many are looked through where not all will do."""
_MOST_TOLD = (
    "SELECT id FROM happening WHERE id {numbers} "
    "ORDER BY CASE status WHEN 'actual' THEN 0 ELSE 1 END, tellings DESC, day DESC, id LIMIT :most"
)
_ON_WORD = (
    "SELECT h.id FROM happening AS h JOIN telling AS t ON t.happening = h.id JOIN event AS e ON e.id = t.event "
    f"WHERE h.id {{numbers}} GROUP BY h.id HAVING max(CASE CAST(e.according_to AS TEXT) WHEN '{bulk.NO_VALUES}' "
    "THEN 1 ELSE 0 END) = 0 ORDER BY max(h.tellings) DESC, max(h.day) DESC, h.id LIMIT :most"
)
_MEETINGS = (
    "SELECT h.id FROM happening AS h JOIN event AS e ON e.id = h.first_event JOIN article AS a ON a.id = e.article "
    "WHERE h.type = 'CONSULT' AND h.status = 'planned' AND coalesce(h.last_day, h.day) > :last "
    "AND a.first_day BETWEEN :first AND :last AND h.id IN (SELECT happening FROM happening_party GROUP BY happening "
    "HAVING min(country) <> max(country)) ORDER BY h.day, h.id"
)


class Voices(NamedTuple):
    """What each of two says of the other: the statements of `brief.relation.a` and of `b` that are told most often, the
    newest first, how many more there are of each (`left`), and the sentences that they stand in, by their ids."""

    brief: Brief
    said: tuple[tuple[Quote, ...], ...]
    left: tuple[int, ...]
    excerpts: Mapping[str, Excerpt]


def voices(store: Store, a: str, b: str, *, since: Day | None = None, until: Day | None = None) -> Voices:
    """Gather it beside the brief of the two. Raises what `marsad.relations.brief.brief` raises."""
    found = brief(store, a, b, since=since, until=until)
    ways = (found.relation.a, found.relation.b), (found.relation.b, found.relation.a)
    known = [store.quotes(who, about=whom, since=since, until=until, limit=None).rows for who, whom in ways]
    said = tuple(map(_most_told, known))
    left = tuple(len(several) - len(side) for several, side in zip(known, said, strict=True))
    with store.reading() as connection:
        return Voices(found, said, left, excerpts(connection, [each.id for side in said for each in side]))


def _most_told(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    chosen = sorted(quotes, key=lambda quote: -quote.tellings)[:QUOTES]
    return tuple(quote for quote in quotes if quote in chosen)


class PairView(NamedTuple):
    """Two countries: their acts in the period (each once, planned ones too), the tie at its end with its interval, the
    breaks (None: too few days are told to look for any), and what is told most of them, claims only if there is nothing
    else (`claimed`)."""

    a: str
    b: str
    acts: int
    tie: float
    low: float
    high: float
    breaks: tuple[Break, ...] | None
    told: tuple[HappeningView, ...]
    claimed: tuple[HappeningView, ...]


class StoryTold(NamedTuple):
    """A story, and the ids of some articles that tell it: of each of the first outlets the first one, without copies if
    there are others."""

    view: StoryView
    witnesses: tuple[str, ...]


class Left(NamedTuple):
    """How many more there are of each than an overview lists. `claims` is None where there are more, but not all were
    looked through."""

    stories: int = 0
    agreements: int = 0
    pairs: int = 0
    meetings: int = 0
    promises: int = 0
    claims: int | None = 0


class Overview(NamedTuple):
    """What the articles of a period tell. `network` is None where too little is told. `meetings` are those planned for
    after the last day, `promises` those still open then that are no such meeting, those whose term comes next first.
    `claims` stand on the word of those who take no part. `excerpts` are the sentences that promises and agreements
    stand on, and the beginnings of the stories' articles, by their ids."""

    census: Census
    stories: tuple[StoryTold, ...] = ()
    agreements: tuple[Deal, ...] = ()
    pairs: tuple[PairView, ...] = ()
    network: Network | None = None
    meetings: tuple[HappeningView, ...] = ()
    promises: tuple[Pledge, ...] = ()
    claims: tuple[HappeningView, ...] = ()
    left: Left = Left()
    excerpts: Mapping[str, Excerpt] = MappingProxyType({})


def overview(store: Store, *, since: Day | None = None, until: Day | None = None) -> Overview:
    """Gather it; imported events, which no article tells, do not count. Raises `QueryError` where no article is of the
    period; `MissingDependencyError`."""
    told.need_polars()
    with store.reading() as connection:
        counted = census(connection, period(since, until))
    if not counted.articles:
        raise told.untold((OWN,))
    stories, (deals, left) = _stories(store, since, until), _first(_deals(store, since, until), DEALS)
    found = Overview(counted, stories, deals, left=Left(max(0, counted.stories - len(stories)), left))
    if counted.first and counted.last:
        found = _dated(store, found, counted.first, counted.last)
    with store.reading() as connection:
        return found._replace(excerpts=excerpts(connection, _evidence(found)))


def _stories(store: Store, since: Day | None, until: Day | None) -> tuple[StoryTold, ...]:
    views = (store.show(row.id) for row in store.stories(since=since, until=until, limit=STORIES).rows)
    return tuple(StoryTold(view, witnesses(view)) for view in views if isinstance(view, StoryView))


def witnesses(story: StoryView) -> tuple[str, ...]:
    """Some articles that tell a story, as `StoryTold` has them."""
    several = [each for each in story.articles if each.first] or story.articles
    of_outlets = {each.outlet or each.id: each.id for each in reversed(several)}
    return tuple(each.id for each in several if each.id in of_outlets.values())[:WITNESSES]


def _first(several: Sequence[Listed], most: int) -> tuple[tuple[Listed, ...], int]:
    """The first of several, and how many more there are."""
    return tuple(several[:most]), max(0, len(several) - most)


def _deals(store: Store, since: Day | None, until: Day | None) -> list[Deal]:
    """Agreements between countries, the newest first."""
    found = store.agreements(since=since, until=until, limit=None).rows
    return [deal for deal in found if len(countries(deal.parties) - {""}) > 1]


def _evidence(found: Overview) -> Iterator[str]:
    yield from (each for story in found.stories for each in story.witnesses)
    yield from (each for pledge in found.promises for each in (pledge.first, *pledge.evidence))
    yield from (each for deal in found.agreements for step in deal.history for each in step["events"])


def _dated(store: Store, found: Overview, first: str, last: str) -> Overview:
    """With what hangs on the days from the first to the last on which articles were published."""
    import polars as pl

    span = Period(first, last)
    with store.reading() as connection:
        rows = told.acts(connection, Period(None, last), sources=(OWN,))
        world = told.volume(connection, span, (OWN,))
        meetings = bulk.ask(connection, _MEETINGS, first=first, last=last)
    first_meetings, meetings_left = _first(meetings, AHEAD)
    ahead = _views(store, (row.id for row in first_meetings))
    shown = rows.filter(pl.col("day") >= date.fromisoformat(first))
    busiest, pairs_left = _first(_busiest(shown), PAIRS)
    pairs = tuple(_pair(store, pair, rows, shown, world, date.fromisoformat(last)) for pair in busiest)
    due, promises_left = _first(_due(store, span, {view.promise for view in ahead}), AHEAD)
    claims, claims_left = _claims(store, shown)
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return found._replace(
        pairs=pairs, network=measured(shown, date.fromisoformat(last), min(WINDOW, days)), meetings=ahead,
        promises=due, claims=claims,
        left=found.left._replace(
            pairs=pairs_left, meetings=meetings_left, promises=promises_left, claims=claims_left
        ),
    )  # fmt: skip


def _busiest(rows: pl.DataFrame) -> list[tuple[str, str]]:
    """The pairs, those with most acts first."""
    counts = _once(rows).group_by("a", "b").len().sort(["len", "a", "b"], descending=[True, False, False])
    return counts.select("a", "b").rows()


def _once(rows: pl.DataFrame) -> pl.DataFrame:
    """Each act of each two once, without what may be or is denied; `a` comes before `b`."""
    import polars as pl

    both = rows.with_columns(a=pl.min_horizontal("a", "b"), b=pl.max_horizontal("a", "b"))
    return both.filter(pl.col("status").is_in(TOLD)).unique(["act", "a", "b"], maintain_order=True)


def _pair(
    store: Store, pair: tuple[str, str], rows: pl.DataFrame, shown: pl.DataFrame, world: pl.DataFrame, last: date
) -> PairView:
    import polars as pl

    is_theirs = pl.col("a").is_in(pair) & pl.col("b").is_in(pair)
    theirs = shown.filter(is_theirs)
    at_end = tie(rows.filter(is_theirs), [last]).row(0, named=True)
    series = daily(theirs, world)
    changes = tuple(breaks(series)) if len(series.days) >= LEAST_DAYS else None
    counted = _once(theirs)
    return PairView(
        *pair, len(counted), at_end["tie"], at_end["low"], at_end["high"], changes,
        *_acts(store, counted["act"].to_list()),
    )  # fmt: skip


def _acts(store: Store, numbers: Sequence[int]) -> tuple[tuple[HappeningView, ...], tuple[HappeningView, ...]]:
    """The happenings that most articles tell, and if they are all claims, these."""
    with store.reading() as connection:
        chosen = bulk.ask(connection, _MOST_TOLD, numbers=numbers, most=ACTS * _CANDIDATES)
    views = _views(store, (row.id for row in chosen))
    sure = tuple(view for view in views if not _is_claim(view))
    return (sure[:ACTS], ()) if sure else ((), views[:ACTS])


def _claims(store: Store, rows: pl.DataFrame) -> tuple[tuple[HappeningView, ...], int | None]:
    """The claims that most articles tell, and how many more there are, as in `Left`."""
    with store.reading() as connection:
        numbers = rows["act"].unique().to_list()
        chosen = bulk.ask(connection, _ON_WORD, numbers=numbers, most=CLAIMS * _CANDIDATES)
    views = _views(store, (row.id for row in chosen))
    claims, left = _first([view for view in views if _is_claim(view)], CLAIMS)
    return claims, left if len(chosen) < CLAIMS * _CANDIDATES else None


def _is_claim(view: HappeningView) -> bool:
    """Whether it is a claim: it stands on the word of those alone who take no part in it."""
    row = view.happening
    return is_claim(view, countries((*row.actors, *row.recipients)))


def _views(store: Store, numbers: Iterable[int]) -> tuple[HappeningView, ...]:
    found = (store.show(link_id("happening", number)) for number in numbers)
    return tuple(view for view in found if isinstance(view, HappeningView))


def _due(store: Store, span: Period, told_already: set[str | None]) -> list[Pledge]:
    """Promises between countries, made in the period, that are open or postponed at its end and have a term."""
    found = store.promises(outcomes=("open", "postponed"), as_of=span.last, limit=None).rows
    first, last = span.first or "", span.last or ""
    dated = (each for each in found if each.term and first <= (each.said or "") <= last)
    between = (each for each in dated if len(countries((*each.actors, *each.recipients)) - {""}) > 1)
    return [each for each in between if each.id not in told_already]
