"""Questions behind lists and counts: statements, articles, what is new, and who is called what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from marsad.records import Entity
    from marsad.store.queries.articlelist import ArticleLimits, ArticleRow
    from marsad.store.queries.between import Glimpse
    from marsad.store.queries.facets import Group, Narrowing
    from marsad.store.queries.outlets import OutletReport, OutletRow
    from marsad.store.queries.paging import Page
    from marsad.store.queries.period import Day
    from marsad.store.queries.portrait import Portrait
    from marsad.store.queries.quotes import Quote
    from marsad.store.queries.statements import Wanted
    from marsad.store.queries.timeline import Occurrence


class Lists:
    """What lists are made of. Actors, days and limits are told as in `marsad.store.questions`."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees the store as it is now."""
        raise NotImplementedError

    def statements(
        self, speaker: str | None = None, about: str | None = None, since: Day | None = None,
        until: Day | None = None, confidence: float = 0.0, repeats: bool = False, *,
        narrowed: Narrowing | None = None, limit: int | None = 50, offset: int = 0,
    ) -> Page[Quote]:  # fmt: skip
        """Statements, newest first, whoever speaks. `narrowed` gives, by facet (`kind`, `act`, `outlet`, `chain`,
        `language`), the values that are wanted: a `chain` is `own` or the id of whom the outlet has the words from.
        Words that several tell are listed once, as they were told first, unless `repeats` are wanted.
        """
        from marsad.store.queries.paging import cut
        from marsad.store.queries.statements import statements

        part = cut(limit, offset)
        with self.reading() as connection:
            wanted = self._wanted(connection, speaker, about, (since, until), confidence, repeats)
            return statements(connection, wanted, narrowed or {}, part)

    def statement_groups(
        self, speaker: str | None = None, about: str | None = None, since: Day | None = None,
        until: Day | None = None, confidence: float = 0.0, repeats: bool = False,
    ) -> tuple[Group, ...]:  # fmt: skip
        """Statements counted by the values of all their facets; `marsad.store.queries.facets` adds up."""
        from marsad.store.queries.statements import groups

        with self.reading() as connection:
            return groups(connection, self._wanted(connection, speaker, about, (since, until), confidence, repeats))

    def _wanted(
        self, connection: Connection, speaker: str | None, about: str | None, days: tuple[Day | None, Day | None],
        confidence: float, repeats: bool,
    ) -> Wanted:  # fmt: skip
        from marsad.store.queries import quotes
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.period import period
        from marsad.store.queries.statements import Wanted

        subject = quotes.subject(connection, about) if about else quotes.Subject()
        who = find_actor(connection, speaker) if speaker else None
        return Wanted(quotes.Asked(who, *subject, period(*days)), confidence, repeats)

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """The entities of some ids, those that the store knows, under the name that most of its articles have."""
        from marsad.store.queries.entities import entities_of

        with self.reading() as connection:
            return entities_of(connection, ids)

    def articles_knowing(self, ids: Iterable[str]) -> dict[str, int]:
        """How many articles know each of some entities."""
        from marsad.store.queries.entities import articles_knowing

        with self.reading() as connection:
            return articles_knowing(connection, ids)

    def actors_called(self, name: str) -> tuple[Entity, ...]:
        """Those whose whole name this is, else people who bear it, those first that most articles know."""
        from marsad.store.queries.actors import called
        from marsad.store.queries.entities import entities_of, in_order

        with self.reading() as connection:
            found = called(connection, name)
            return in_order(found, entities_of(connection, found))

    def actors_beginning(self, text: str, limit: int = 8) -> tuple[Entity, ...]:
        """Those who have all the words in their names, of the last one its beginning, those first that most know."""
        from marsad.store.queries.actors import beginning
        from marsad.store.queries.entities import entities_of, in_order

        with self.reading() as connection:
            found = beginning(connection, text, limit)
            return in_order(found, entities_of(connection, found))

    def told_of(
        self, actor: str, role: str | None = None, *, since: Day | None = None, until: Day | None = None
    ) -> tuple[Glimpse, ...]:
        """All that an actor takes part in, as `actor` or as `recipient` if a role is given, told by us or imported, at
        a glance: the newest first."""
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.between import Party, told_of
        from marsad.store.queries.period import period

        days = period(since, until)
        with self.reading() as connection:
            return told_of(connection, Party(find_actor(connection, actor), role), days)

    def portrait(self, actor: str, glimpses: Sequence[Glimpse]) -> Portrait:
        """Who an actor is and whom it deals with, as `told_of` gives it."""
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.portrait import portrait

        with self.reading() as connection:
            return portrait(connection, find_actor(connection, actor), glimpses)

    def outlets(self) -> tuple[OutletRow, ...]:
        """The outlets of the store, those of most articles first, with how much is their own."""
        from marsad.store.queries.outlets import outlets

        with self.reading() as connection:
            return outlets(connection)

    def outlet_report(self, outlet: str) -> OutletReport:
        """What the outlet of an id reports, and whom it cites."""
        from marsad.store.queries.outlets import report

        with self.reading() as connection:
            return report(connection, outlet)

    def articles(
        self, *, since: Day | None = None, until: Day | None = None, actor: str | None = None,
        narrowed: Narrowing | None = None, limit: int | None = 50, offset: int = 0,
    ) -> Page[ArticleRow]:  # fmt: skip
        """Articles in their last version, newest first, those that know an actor. `narrowed` gives, by facet (`outlet`,
        `language`), the values that are wanted.
        """
        from marsad.store.queries.articlelist import articles
        from marsad.store.queries.paging import cut

        part = cut(limit, offset)
        with self.reading() as connection:
            return articles(connection, self._articles(connection, since, until, actor), narrowed or {}, part)

    def article_groups(
        self, *, since: Day | None = None, until: Day | None = None, actor: str | None = None
    ) -> tuple[Group, ...]:
        """Articles counted by the values of their facets; `marsad.store.queries.facets` adds up."""
        from marsad.store.queries.articlelist import article_groups

        with self.reading() as connection:
            return article_groups(connection, self._articles(connection, since, until, actor))

    def _articles(
        self, connection: Connection, since: Day | None, until: Day | None, actor: str | None
    ) -> ArticleLimits:
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.articlelist import ArticleLimits
        from marsad.store.queries.period import period

        return ArticleLimits(period(since, until), find_actor(connection, actor) if actor else None)

    def newest_day(self) -> str | None:
        """The day of the newest article."""
        from marsad.store.queries.promises import newest_day

        with self.reading() as connection:
            return newest_day(connection)

    def newest_happenings(self, day: str, limit: int = 10) -> tuple[Occurrence, ...]:
        """What happened last, up to a day (ISO 8601)."""
        from marsad.store.queries.news import newest_happenings

        with self.reading() as connection:
            return newest_happenings(connection, day, limit)

    def meetings_ahead(self, day: str, limit: int = 10) -> tuple[Occurrence, ...]:
        """Visits, talks and conferences that are planned for after a day (ISO 8601), the next ones first."""
        from marsad.store.queries.news import meetings_ahead

        with self.reading() as connection:
            return meetings_ahead(connection, day, limit)
