"""What one country did to another, one row for each real event and direction: what all measures are made of.

An event that several articles tell counts once (a happening). A meeting or another act in which all take part alike
goes both ways between each two of them; co-authors of a one-sided act do nothing to each other. Parties count for the
country that they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from marsad.errors import MissingDependencyError, QueryError
from marsad.ontology.plover import event_types, score
from marsad.records import SYMMETRIC_TYPES
from marsad.store import bulk
from marsad.store.queries.period import Period
from marsad.store.queries.timeline import OWN
from marsad.store.tables import article

if TYPE_CHECKING:
    import polars as pl
    from sqlalchemy import Connection

COLUMNS = ("act", "source", "day", "type", "mode", "quad", "status", "score", "story", "a", "b", "mutual")
"""`act` is the number of the happening or of the imported event, `score` what it says of the two on the scale from
conflict to cooperation (−10 to 10, null for what did not happen and is not promised), `story` the name of what was told
together, `a` did it to `b` (ISO 3166-1 alpha-3)."""
_FOLDED = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
"""What an act is while it is only promised (PLOVER manual 2.0, on tense)."""
_ACTS = (
    "SELECT h.id, '{own}', h.day, h.type, h.mode, h.status, p.role, p.country, p.entity, s.story "
    "FROM happening AS h JOIN happening_party AS p ON p.happening = h.id "
    "LEFT JOIN event AS e ON e.id = h.first_event LEFT JOIN story_article AS s ON s.article = e.article "
    "WHERE p.country IS NOT NULL AND h.day BETWEEN :first AND :last"
).replace("{own}", OWN)
_FOREIGN = (
    "SELECT e.id, e.source, e.day, e.type, e.mode, e.status, p.role, p.country, p.name, NULL "
    "FROM event AS e JOIN event_party AS p ON p.event = e.id "
    f"WHERE e.source <> '{OWN}' AND p.country IS NOT NULL AND e.day BETWEEN :first AND :last"
)
_BETWEEN = "".join(f" AND {{id}} IN (SELECT {{of}} FROM {{parties}} WHERE country = :{side})" for side in ("a", "b"))
# Of those that name one country only nothing comes of two: they are most of what others tell.
_ABROAD = " AND {id} IN (SELECT {of} FROM {parties} GROUP BY {of} HAVING min(country) <> max(country))"
_VOLUME = (
    f"SELECT '{OWN}', day, count(*) FROM happening WHERE day BETWEEN :first AND :last GROUP BY day "
    f"UNION ALL SELECT source, day, count(*) FROM event WHERE source <> '{OWN}' AND day BETWEEN :first AND :last "
    "GROUP BY source, day"
)
_NEWS_DAYS = select(func.min(article.c.first_day), func.max(article.c.first_day))
ALWAYS = Period()


def need_polars() -> None:
    """Raises `MissingDependencyError` without the library of data frames."""
    if find_spec("polars") is None:
        raise MissingDependencyError("polars", "relations")


def untold(sources: Sequence[str] = ()) -> QueryError:
    """What to raise where nothing is told of a period by `sources` (all if none is named)."""
    if tuple(sources) == (OWN,):
        return QueryError(
            "the store has no articles that tell of this period",
            "imported events have no sentences and do not count here; see: marsad stats",
        )
    by = f" in events of {', '.join(sources)}" if sources else ""
    return QueryError(f"the store tells nothing of this period{by}", "see: marsad stats")


def acts(
    connection: Connection, period: Period = ALWAYS, pair: tuple[str, str] | None = None, sources: Sequence[str] = ()
) -> pl.DataFrame:
    """The acts of a period, those of all countries or those between two, with `COLUMNS`; `sources` are whose events
    count (`marsad`, `icews` …), all if none is named."""
    need_polars()
    import polars as pl

    own, foreign, values = _ACTS, _FOREIGN, _limits(period)
    if pair is not None:
        own += _BETWEEN.format(id="h.id", of="happening", parties="happening_party")
        foreign += _BETWEEN.format(id="e.id", of="event", parties="event_party")
        values |= {"a": pair[0], "b": pair[1]}
    else:
        own += _ABROAD.format(id="h.id", of="happening", parties="happening_party")
        foreign += _ABROAD.format(id="e.id", of="event", parties="event_party")
    rows: list[Any] = []
    if not sources or OWN in sources:
        rows += bulk.ask(connection, own, **values)
    if not sources or set(sources) - {OWN}:
        rows += bulk.ask(connection, foreign, **values)
    schema = dict.fromkeys(("source", "day", "type", "mode", "status", "role", "country", "name"), pl.String)
    parties = _once(pl.DataFrame(rows, {"act": pl.Int64, **schema, "story": pl.Int64}, orient="row"))
    if sources:
        parties = parties.filter(pl.col("source").is_in(list(sources)))
    found = _pairs(parties)
    return found if pair is None else found.filter(pl.col("a").is_in(pair) & pl.col("b").is_in(pair))


def volume(connection: Connection, period: Period = ALWAYS, sources: Sequence[str] = ()) -> pl.DataFrame:
    """How much was told of all the world on each day: `source`, `day`, `acts`."""
    import polars as pl

    rows = bulk.ask(connection, _VOLUME, **_limits(period))
    found = pl.DataFrame(rows, {"source": pl.String, "day": pl.String, "acts": pl.Int64}, orient="row")
    found = found.with_columns(pl.col("day").str.to_date())
    return found.filter(pl.col("source").is_in(list(sources))) if sources else found


def covered(connection: Connection, world: pl.DataFrame) -> pl.DataFrame:
    """The volume of news on the days that the news are of: what our own articles tell of days before the first of them
    is memory, what they tell of days after the last is plans, and neither is news of those days."""
    import polars as pl

    first, last = news_days(connection)
    memory = (pl.col("source") == OWN) & ~pl.col("day").is_between(first, last)
    return world.filter(~memory) if first else world.filter(pl.col("source") != OWN)


def news_days(connection: Connection) -> tuple[date | None, date | None]:
    """The days of the first and of the last of our own articles; None if no article has one."""
    first, last = connection.execute(_NEWS_DAYS).one()
    return (date.fromisoformat(first), date.fromisoformat(last)) if first else (None, None)


def _limits(period: Period) -> dict[str, Any]:
    return {"first": period.first or "0001-01-01", "last": period.last or "9999-12-31"}


def _once(parties: pl.DataFrame) -> pl.DataFrame:
    """Without the second records of meetings: others' data has one for each side (`make a visit` and `host a visit`, A
    consults B and B consults A), by the same names on the same day. Of a visit both have the same guest; that of the
    host in return is another."""
    import polars as pl

    # Import has put guests on the actors' side in both records.
    who = pl.when(_is_visit()).then(pl.concat_str("role", "name", separator=" ")).otherwise("name")
    meetings = parties.filter(_is_meeting()).with_columns(name=who)
    whose = meetings.group_by("act", "source", "day", "type", "mode", "status").agg(pl.col("name").sort().str.join("|"))
    first = whose.sort("act").unique(["source", "day", "type", "mode", "status", "name"], keep="first")
    again = whose.join(first, on="act", how="anti")
    return parties.join(again, on="act", how="anti")


def _pairs(parties: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    actors = parties.filter(pl.col("role") == "actor").select("act", "type", a="country").unique()
    recipients = parties.filter(pl.col("role") == "recipient").select("act", b="country").unique()
    directed = actors.join(recipients, on="act").select("act", "a", "b", mutual=pl.lit(False))
    alike = actors.filter(pl.col("type").is_in(sorted(SYMMETRIC_TYPES))).join(recipients, on="act", how="anti")
    mutual = alike.join(alike.select("act", b="a"), on="act").select("act", "a", "b", mutual=pl.lit(True))
    both = pl.concat([directed, mutual]).filter(pl.col("a") != pl.col("b"))
    told = parties.select("act", "source", "day", "type", "mode", "status", "story").unique("act")
    found = _met(both.join(told, on="act")).join(_meaning(told), on=["type", "mode", "status"], nulls_equal=True)
    # Others' events name no story: those of two on one day are one.
    of_day = pl.concat_str("source", "day", pl.min_horizontal("a", "b"), pl.max_horizontal("a", "b"), separator=" ")
    return (
        found.with_columns(story=pl.coalesce(pl.col("story").cast(pl.String), of_day), day=pl.col("day").str.to_date())
        .select(COLUMNS)
        .sort("day", "act", "a", "b")
    )


def _met(rows: pl.DataFrame) -> pl.DataFrame:
    """Meetings in both directions where others' data names one: only a visit has a guest and a host."""
    import polars as pl

    is_mutual = _is_meeting() & ~_is_visit() & ~pl.col("mutual")
    met = rows.filter(is_mutual).with_columns(mutual=pl.lit(True))
    turned = met.with_columns(a=pl.col("b"), b=pl.col("a"))
    return pl.concat([rows.filter(~is_mutual), met, turned]).unique(["act", "a", "b"], maintain_order=True)


def _is_meeting() -> pl.Expr:
    """Whether it is one of others' acts in which both sides take part alike."""
    import polars as pl

    return (pl.col("source") != OWN) & pl.col("type").is_in(sorted(SYMMETRIC_TYPES))


def _is_visit() -> pl.Expr:
    """Whether it has a guest, who is the actor, and a host."""
    import polars as pl

    return pl.col("mode").fill_null("") == "visit"


def _meaning(told: pl.DataFrame) -> pl.DataFrame:
    """Quad class and score of each type, mode and status that occurs."""
    import polars as pl

    kinds = told.select("type", "mode", "status").unique()
    rows = [
        (*kind, event_types()[kind[0]].quad, score_of(*kind)) for kind in kinds.iter_rows() if kind[0] in event_types()
    ]
    strings = dict.fromkeys(("type", "mode", "status"), pl.String)
    return pl.DataFrame(rows, {**strings, "quad": pl.Int8, "score": pl.Float64}, orient="row")


def score_of(type_: str, mode: str | None, status: str) -> float | None:
    """What an act says of two: PLOVER's score of its mode or type, of what it promises if it is planned; None for what
    is only possible or denied, and for planned hostility, which a threat is where one utters it.

    >>> score_of("CONSULT", "visit", "actual"), score_of("CONSULT", "visit", "planned"), score_of("AID", None, "denied")
    (4.0, 2.5, None)
    """
    if status == "actual":
        return score(type_, mode)
    if status == "planned" and event_types()[type_].quad < 3:
        return score(_FOLDED.get(type_, type_))
    return None
