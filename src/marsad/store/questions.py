"""The questions that can be put to a store, as its methods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from marsad.store.lists import Lists

if TYPE_CHECKING:
    from marsad.store.queries.agreements import Deal, Terms
    from marsad.store.queries.between import Glimpse, Happened
    from marsad.store.queries.citing import Source
    from marsad.store.queries.paging import Page
    from marsad.store.queries.period import Day, Period
    from marsad.store.queries.promises import Pledge
    from marsad.store.queries.quotes import Quote
    from marsad.store.queries.search import Found, Hit, Limits
    from marsad.store.queries.show import View
    from marsad.store.queries.stats import Count
    from marsad.store.queries.stories import StoryOrder, StoryRow
    from marsad.store.queries.storyview import StoryDetails
    from marsad.store.queries.timeline import Occurrence


class Questions(Lists):
    """What can be asked. Actors are ids (`person:xi-jinping`), countries' codes (`CHN`), or names in Arabic or English
    as the store knows them; days are dates or EDTF texts (`2015-07`); a `limit` of None is none. Each raises
    `QueryError` for what cannot be asked, and gives a page: `rows`, and whether there are `more`.
    """

    def search(
        self, words: str, *, since: Day | None = None, until: Day | None = None,
        outlet: str | Sequence[str] | None = None, actor: str | None = None, types: Sequence[str] = (),
        statuses: Sequence[str] = (), limit: int | None = 20, offset: int = 0,
    ) -> Page[Hit]:  # fmt: skip
        """Articles that hold the words, best first, each with a snippet around the hit. All words must be there, in any
        spelling and inflection; `"…"` is a phrase, `-word` excludes, OR stands between choices.
        """
        from marsad.store.queries.paging import cut
        from marsad.store.queries.search import search
        from marsad.store.queries.searchquery import parse

        query, part = parse(words), cut(limit, offset)
        with self.reading() as connection:
            limits = self._limits(connection, (since, until), outlet, actor, types, statuses)
            return search(connection, query, limits, part)

    def search_counts(
        self, words: str, *, since: Day | None = None, until: Day | None = None,
        outlet: str | Sequence[str] | None = None, actor: str | None = None, types: Sequence[str] = (),
        statuses: Sequence[str] = (),
    ) -> Found:  # fmt: skip
        """How many articles `search` finds, in all and by `outlet`, `type` and `status`."""
        from marsad.store.queries.search import search_counts
        from marsad.store.queries.searchquery import parse

        query = parse(words)
        with self.reading() as connection:
            limits = self._limits(connection, (since, until), outlet, actor, types, statuses)
            return search_counts(connection, query, limits)

    def _limits(
        self, connection: Connection, days: tuple[Day | None, Day | None], outlet: str | Sequence[str] | None,
        actor: str | None, types: Sequence[str], statuses: Sequence[str],
    ) -> Limits:  # fmt: skip
        from marsad.store.queries import choices
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.period import period
        from marsad.store.queries.search import Limits

        outlets = (outlet,) if isinstance(outlet, str) else tuple(outlet or ())
        return Limits(
            period(*days), tuple(choices.find_outlet(connection, each) for each in outlets if each),
            find_actor(connection, actor) if actor else None, choices.event_types(types), choices.statuses(statuses),
        )  # fmt: skip

    def show(self, public_id: str) -> View:
        """An article, a record, or a link (story, happening, echo, promise, agreement) with what hangs together with
        it. Raises `StoreError` if there is none of that id.
        """
        from marsad.store.queries.show import show

        with self.reading() as connection:
            return show(connection, public_id)

    def source(self, public_id: str) -> Source:
        """What is cited of an article, by its id or a record's. Raises `UnknownIdError` if it is not there."""
        from marsad.store.queries.citing import source

        with self.reading() as connection:
            return source(connection, public_id)

    def timeline(
        self, *actors: str, since: Day | None = None, until: Day | None = None, types: Sequence[str] = (),
        statuses: Sequence[str] = (), source: str = "marsad", newest_first: bool = False,
        limit: int | None = 50, offset: int = 0,
    ) -> Page[Occurrence]:  # fmt: skip
        """What happened, is planned, possible or denied between two actors, or with one, by day: each happening once.
        `source` chooses others' data that was imported instead (`icews`, `gdelt`, `polecat`, `plover`).
        """
        from marsad.store.queries import choices, timeline
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.paging import cut
        from marsad.store.queries.period import period

        days, part = period(since, until), cut(limit, offset)
        kinds, states = choices.event_types(types), choices.statuses(statuses)
        with self.reading() as connection:
            found = tuple(find_actor(connection, each) for each in actors)
            wanted = timeline.Wanted(found, days, kinds, states, newest_first)
            if source == timeline.OWN:
                return timeline.timeline(connection, wanted, part)
            return timeline.foreign_timeline(connection, choices.find_source(connection, source), wanted, part)

    def between(
        self, a: str, b: str, *, since: Day | None = None, until: Day | None = None
    ) -> tuple[Glimpse, ...]:  # fmt: skip
        """All that happened, is planned, possible or denied between two countries (codes), told by us or imported, at a
        glance: the newest first."""
        from marsad.store.queries.between import between
        from marsad.store.queries.period import period

        days = period(since, until)
        with self.reading() as connection:
            return between(connection, a, b, days)

    def in_full(self, glimpses: Sequence[Glimpse]) -> tuple[Happened, ...]:
        """Some of what `between` gives, with parties and the words that told it first."""
        from marsad.store.queries.between import in_full

        with self.reading() as connection:
            return in_full(connection, glimpses)

    def told_days(self) -> Period:
        """From the first to the last day of which articles and imported events tell; open if there are none."""
        from marsad.store.queries.span import told_days

        with self.reading() as connection:
            return told_days(connection)

    def quotes(
        self, speaker: str | None = None, *, about: str | None = None, since: Day | None = None,
        until: Day | None = None, outlet: str | None = None, limit: int | None = 20, offset: int = 0,
    ) -> Page[Quote]:  # fmt: skip
        """Statements of a speaker, newest first, words told several times once. `about` is an actor who is mentioned in
        them, or else words that they hold, as in a search.
        """
        from marsad.store.queries import choices, quotes
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.paging import cut
        from marsad.store.queries.period import period

        days, part = period(since, until), cut(limit, offset)
        with self.reading() as connection:
            subject = quotes.subject(connection, about) if about else quotes.Subject()
            asked = quotes.Asked(
                find_actor(connection, speaker) if speaker else None, *subject, days,
                choices.find_outlet(connection, outlet) if outlet else None,
            )  # fmt: skip
            return quotes.quotes(connection, asked, part)

    def promises(
        self, *, outcomes: Sequence[str] = (), actor: str | None = None, as_of: Day | None = None,
        limit: int | None = 50, offset: int = 0,
    ) -> Page[Pledge]:  # fmt: skip
        """Promises by their term. One that is open is overdue if its term ended before `as_of`, the newest article's
        day if none is given. `outcomes`: kept, broken, postponed, overdue, open.
        """
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.paging import cut
        from marsad.store.queries.period import last_day
        from marsad.store.queries.promises import promises

        day, part = last_day(as_of) if as_of else None, cut(limit, offset)
        with self.reading() as connection:
            promisor = find_actor(connection, actor) if actor else None
            return promises(connection, outcomes, promisor, day, part)

    def promise_counts(self, *, actor: str | None = None, as_of: Day | None = None) -> dict[str, int]:
        """How many promises there are of each outcome that occurs, as `promises` tells it."""
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.period import last_day
        from marsad.store.queries.promises import promise_counts

        day = last_day(as_of) if as_of else None
        with self.reading() as connection:
            return promise_counts(connection, find_actor(connection, actor) if actor else None, day)

    def agreements(
        self, *, party: str | Sequence[str] | None = None, since: Day | None = None, until: Day | None = None,
        statuses: Sequence[str] = (), limit: int | None = 50, offset: int = 0,
    ) -> Page[Deal]:  # fmt: skip
        """Agreements, newest first: parties, subject, sums, volumes, term, and their status over time. Of several
        parties one is enough.
        """
        from marsad.store.queries.agreements import agreements
        from marsad.store.queries.paging import cut

        part = cut(limit, offset)
        with self.reading() as connection:
            return agreements(connection, self._terms(connection, party, since, until, statuses), part)

    def agreement_counts(
        self, *, party: str | Sequence[str] | None = None, since: Day | None = None, until: Day | None = None,
        statuses: Sequence[str] = (),
    ) -> dict[str, dict[str, int]]:  # fmt: skip
        """How many agreements there are by `status` and by `party` (countries' codes)."""
        from marsad.store.queries.agreements import agreement_counts

        with self.reading() as connection:
            return agreement_counts(connection, self._terms(connection, party, since, until, statuses))

    def _terms(
        self, connection: Connection, party: str | Sequence[str] | None, since: Day | None, until: Day | None,
        statuses: Sequence[str],
    ) -> Terms:  # fmt: skip
        from marsad.store.queries.actors import Actor, find_actor
        from marsad.store.queries.agreements import Terms
        from marsad.store.queries.period import period

        asked = [party] if isinstance(party, str) else party or ()
        found = [find_actor(connection, each) for each in asked if each]
        entities = tuple(entity for actor in found for entity in actor.entities)
        countries = tuple(country for actor in found for country in actor.countries)
        return Terms(Actor(entities, countries) if found else None, period(since, until), tuple(statuses))

    def stories(
        self, *, since: Day | None = None, until: Day | None = None, least: int = 2, actor: str | None = None,
        order: StoryOrder = "size", limit: int | None = 20, offset: int = 0,
    ) -> Page[StoryRow]:  # fmt: skip
        """Stories of at least `least` articles, the biggest or the `newest` first, with who had them first."""
        from marsad.store.queries.actors import find_actor
        from marsad.store.queries.paging import cut
        from marsad.store.queries.period import period
        from marsad.store.queries.stories import StoryLimits, stories

        days, part = period(since, until), cut(limit, offset)
        with self.reading() as connection:
            limits = StoryLimits(days, least, find_actor(connection, actor) if actor else None)
            return stories(connection, limits, order, part)

    def story_details(self, public_id: str) -> StoryDetails:
        """The articles of a story side by side, who quotes whom in them, and whom its outlets cite."""
        from marsad.store.queries.storyview import story_details

        with self.reading() as connection:
            return story_details(connection, public_id)

    def stats(self) -> tuple[Count, ...]:
        """How much there is: articles, records, links, by type, status and outlet, and the size of the store."""
        from marsad.store.queries.stats import stats

        with self.reading() as connection:
            return stats(connection)
