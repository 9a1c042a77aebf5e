"""The relation of two countries over a period: counts, tie, breaks and what drove them, peaks, who reports it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from marsad.errors import QueryError
from marsad.relations import acts as told
from marsad.relations.breaks import Break, breaks
from marsad.relations.daily import daily
from marsad.relations.drivers import Driver, drivers
from marsad.relations.fading import HALF_LIFE
from marsad.relations.peaks import CONFLICT, COOPERATION, Peak, peaks
from marsad.relations.ties import Trend, tie, trend
from marsad.store import bulk
from marsad.store.queries.actors import find_actor
from marsad.store.queries.period import Day, Period, period
from marsad.store.queries.timeline import OWN

if TYPE_CHECKING:
    import polars as pl
    from sqlalchemy import Connection

    from marsad.records import Entity
    from marsad.store.queries.agreements import Deal
    from marsad.store.queries.promises import Pledge
    from marsad.store.store import Store

Step = Literal["day", "week", "month", "quarter", "year"]
STEPS: tuple[str, ...] = get_args(Step)
EVERY: dict[str, str] = {"day": "1d", "week": "1w", "month": "1mo", "quarter": "1q", "year": "1y"}
_MOST_PERIODS = 3000
"""Periods of a series at most; a store may tell of things of centuries ago."""
_OUTLETS = (
    "SELECT art.outlet, h.type, h.mode, h.status, count(DISTINCT h.id) FROM happening AS h "
    "JOIN telling AS t ON t.happening = h.id JOIN event AS e ON e.id = t.event "
    "JOIN article AS art ON art.id = e.article WHERE h.id {happenings} AND art.outlet IS NOT NULL "
    "GROUP BY art.outlet, h.type, h.mode, h.status"
)


class Change(NamedTuple):
    """A break with what drove it."""

    at: Break
    drivers: tuple[Driver, ...]


class Dyad(NamedTuple):
    """The relation of `a` and `b` from `first` to `last`.

    `acts` has a row for each act and direction (`marsad.relations.acts.COLUMNS`). `counts` has `period`, `a`, `b`,
    `quad`, `type`, `status`, `acts` (a mutual act counts in both directions). `ties` is the tie at the end of each
    period (`marsad.relations.ties`), with `per_thousand`: acts of the two for each thousand of all that was told of
    the world. `reciprocity` is what the one that does less directs at the other for each act that comes back, 0 to 1
    (None: nothing is directed), for cooperation and for conflict. `outlets` has `outlet`, `acts`, and the mean `score`
    (−10 to 10) of what it reports.
    """

    a: str
    b: str
    first: date
    last: date
    acts: pl.DataFrame
    counts: pl.DataFrame
    ties: pl.DataFrame
    trend: Trend
    changes: tuple[Change, ...]
    cooperation: tuple[Peak, ...]
    conflict: tuple[Peak, ...]
    reciprocity: tuple[float | None, float | None]
    outlets: pl.DataFrame
    agreements: tuple[Deal, ...] = ()
    promises: tuple[Pledge, ...] = ()


def dyad(
    store: Store, a: str, b: str, *, since: Day | None = None, until: Day | None = None, by: Step = "month",
    sources: Sequence[str] = (), half_life: float = HALF_LIFE,
) -> Dyad:  # fmt: skip
    """The relation of two countries, given by their codes or names. `by` is the step of counts and ties, `sources`
    whose events count (all if none is named), `half_life` the days after which an act counts half in the tie. Raises
    `QueryError` for actors that are no countries, and where nothing is told of the period; `MissingDependencyError`.
    """
    if by not in STEPS:
        raise QueryError(f"{by!r} is no step", f"there are {', '.join(STEPS)}")
    days = period(since, until)
    with store.reading() as connection:
        pair = country(connection, a), country(connection, b)
        if pair[0] == pair[1]:
            raise QueryError(f"{a!r} and {b!r} are one country", "name two")
        # The tie remembers what was before the period.
        rows = told.acts(connection, Period(None, days.last), pair, sources)
        world = told.volume(connection, days, sources)
        if world.is_empty():
            raise told.untold(sources)
        shown = _within(rows, days)
        outlets = _outlets(connection, shown)
        news = told.covered(connection, world)
    series = daily(shown, news)
    first, last = _span(shown, world if news.is_empty() else news)
    return Dyad(
        *pair, first, last, shown, _counts(shown, by), _ties(rows, shown, world, (first, last), by, half_life),
        trend(rows, last, half_life),
        tuple(Change(found, tuple(drivers(shown, found))) for found in breaks(series)),
        tuple(peaks(series, COOPERATION)), tuple(peaks(series, CONFLICT)),
        (_reciprocity(shown, COOPERATION), _reciprocity(shown, CONFLICT)), outlets,
        *_agreed(store, pair, days),
    )  # fmt: skip


def _agreed(store: Store, pair: tuple[str, str], days: Period) -> tuple[tuple[Deal, ...], tuple[Pledge, ...]]:
    """The agreements and promises of two, as they stand on the newest article's day, oldest first."""
    deals = store.agreements(party=pair[0], since=days.first, until=days.last, limit=None).rows
    pledges = store.promises(actor=pair[0], limit=None).rows
    return (
        tuple(deal for deal in reversed(deals) if {*pair} <= countries(deal.parties)),
        tuple(each for each in pledges if {*pair} <= countries((*each.actors, *each.recipients))),
    )


def countries(parties: Iterable[Entity]) -> set[str]:
    """The countries that parties count for."""
    return {
        party.id.removeprefix("state:") if party.id.startswith("state:") else party.country or "" for party in parties
    }


def country(connection: Connection, asked: str) -> str:
    """The code of the country that is meant. Raises `QueryError`."""
    found = find_actor(connection, asked)
    if len(found.countries) != 1 or found.entities:
        raise QueryError(f"{asked!r} is no country", "relations are measured between countries: RUS, China, الصين")
    return found.countries[0]


def _span(*several: pl.DataFrame) -> tuple[date, date]:
    """The first and the last of the days that rows have."""
    days = [date.fromisoformat(str(day)) for rows in several for day in (rows["day"].min(), rows["day"].max()) if day]
    return min(days), max(days)


def _within(rows: pl.DataFrame, days: Period) -> pl.DataFrame:
    import polars as pl

    if days.first:
        rows = rows.filter(pl.col("day") >= date.fromisoformat(days.first))
    return rows


def _counts(rows: pl.DataFrame, by: Step) -> pl.DataFrame:
    import polars as pl

    keys = ["period", "a", "b", "quad", "type", "status"]
    periods = rows.with_columns(period=pl.col("day").dt.truncate(EVERY[by]))
    return periods.group_by(keys).agg(pl.len().alias("acts")).sort(keys)


def _ties(
    rows: pl.DataFrame, shown: pl.DataFrame, world: pl.DataFrame, span: tuple[date, date], by: Step, half_life: float
) -> pl.DataFrame:
    """Ties at the last day of each period from the first to the last, with the share of the news; where these are too
    many, of those in which anything is told."""
    import polars as pl

    every = EVERY[by]
    of_world = world.with_columns(period=pl.col("day").dt.truncate(every)).group_by("period").agg(pl.col("acts").sum())
    own = shown.unique("act").with_columns(period=pl.col("day").dt.truncate(every))
    begun: date = pl.select(pl.lit(span[0]).dt.truncate(every)).item()
    periods = pl.select(period=pl.date_range(begun, span[1], every))
    if len(periods) > _MOST_PERIODS:
        periods = of_world.select("period").filter(pl.col("period").is_between(begun, span[1]))
    share = (
        periods.join(of_world, on="period", how="left")
        .join(own.group_by("period").agg(pl.len().alias("own")), on="period", how="left")
        .with_columns(per_thousand=pl.col("own").fill_null(0) * 1000 / pl.col("acts"))
        .with_columns(pl.col("per_thousand").fill_null(0.0))
        .select("period", "per_thousand")
        .sort("period")
    )
    ends = share.select(pl.col("period").dt.offset_by(EVERY[by])).to_series().to_list()
    found = tie(rows, [min(end - timedelta(days=1), span[1]) for end in ends], half_life)
    return pl.concat([share.select("period"), found, share.select("per_thousand")], how="horizontal")


def _reciprocity(rows: pl.DataFrame, quads: Sequence[int]) -> float | None:
    import polars as pl

    directed = rows.filter(~pl.col("mutual") & pl.col("quad").is_in(list(quads)))
    counts = directed.group_by("a").agg(pl.len().alias("acts"))["acts"].to_list()
    return (min(counts) if len(counts) == 2 else 0) / max(counts) if counts else None


def _outlets(connection: Connection, rows: pl.DataFrame) -> pl.DataFrame:
    """Which outlets tell of our own events, and what they mean on the average."""
    import polars as pl

    numbers = rows.filter(pl.col("source") == OWN)["act"].unique().to_list()
    found: dict[str, list[float]] = {}
    for outlet, type_, mode, status, count in bulk.ask(connection, _OUTLETS, happenings=numbers) if numbers else ():
        acts, scored, total = found.get(outlet, [0, 0, 0.0])
        score = told.score_of(type_, mode, status)
        found[outlet] = [acts + count, scored + (count if score is not None else 0), total + count * (score or 0.0)]
    table: list[Any] = [
        (o, int(acts), total / scored if scored else None) for o, (acts, scored, total) in found.items()
    ]
    schema = {"outlet": pl.String, "acts": pl.Int64, "score": pl.Float64}
    return pl.DataFrame(table, schema, orient="row").sort(["acts", "outlet"], descending=[True, False])
