"""The tables of the store: articles and their records, the links between them, and what the links tell.

The same definition serves SQLite and PostgreSQL. Numbers that name articles, statements and events are made of their
content (`marsad.store.ids`), lists and nested values are JSON, days are ISO 8601 texts. Rows of `event` whose `source`
is not `marsad` come from others' event data and have no article.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _of_article(primary: bool = False) -> Column[int]:
    return Column(
        "article", BigInteger, ForeignKey("article.id", ondelete="CASCADE"), primary_key=primary, nullable=not primary
    )


def _text(name: str, default: str = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


# --- what was read -------------------------------------------------------------------------------------------------

article = Table(
    "article",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False),
    _text("address"),  # the URL, or the absolute path of a file that holds one article; empty: it has none
    Column("version", Integer, nullable=False),  # 1, 2 … among the articles of one address
    Column("current", Boolean, nullable=False),  # whether it is the last version
    _text("doc"), _text("uri"), _text("title"), _text("author"), _text("language"),
    Column("outlet", Text),
    Column("published", Text),  # EDTF
    _text("published_precision"), _text("published_evidence"),
    Column("first_day", Text), Column("last_day", Text),  # the days that `published` covers
    _text("retrieved"), _text("encoding"),
    Column("text", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("furniture", JSON, nullable=False), Column("origins", JSON, nullable=False),
    _text("coder"),  # the version of Marsad that read it
    Index(None, "address", "version"),
    # Lists of articles and their counts are answered from here: the rows themselves hold whole texts.
    Index("ix_article_listed", "first_day", "id", "current", "outlet", "language"),
    Index("ix_article_listed_by_outlet", "outlet", "first_day", "id", "current", "language"),
)  # fmt: skip

entity = Table(
    "entity",
    metadata,
    _of_article(primary=True),
    Column("entity", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    _text("kind"), _text("ar"), _text("en"),
    Column("country", Text),
    _text("sector"), _text("office"),
    Index(None, "entity"), Index(None, "country"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Who takes part in an article's records, as the article's date makes them: an office is the one held then."""

mention = Table(
    "mention",
    metadata,
    _of_article(primary=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("entity", Text, nullable=False),
    _text("by"),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

statement = Table(
    "statement",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    _of_article(),
    Column("name", Text, nullable=False),  # s1, s2 … in its article
    Column("current", Boolean, nullable=False),
    Column("speaker", Text, nullable=False), Column("country", Text),  # the speaker's country
    Column("day", Text),  # the day it is filed under, as an event's
    Column("cue_start", Integer, nullable=False), Column("cue_end", Integer, nullable=False),
    _text("cue"),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    _text("content"), _text("kind"), _text("act"),
    Column("via", JSON, nullable=False),
    Column("addressee", Text), Column("time", Text),
    Column("confidence", Float, nullable=False),
    Column("why", JSON, nullable=False),
    Column("outlet", Text), _text("language"),  # the article's
    Column("through", Text),  # the first of `via`, from whom the article has it; null: it heard the speaker itself
    Index(None, "article"), Index(None, "speaker", "day"), Index(None, "country", "day"), Index(None, "outlet", "day"),
    Index(None, "through", "day"),
    Index("ix_statement_listed", "day", "id", "current", "kind", "act", "outlet", "through", "language", "confidence"),
)  # fmt: skip

event = Table(
    "event",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    _text("source", "marsad"),  # marsad, icews, gdelt, polecat, plover
    _of_article(),
    Column("name", Text, nullable=False),  # e1, e2 … in its article; the others' own id
    Column("current", Boolean, nullable=False),
    Column("type", Text, nullable=False), Column("mode", Text),
    Column("quad", SmallInteger, nullable=False),  # PLOVER quad class, 1 to 4
    Column("status", Text, nullable=False),
    Column("day", Text),  # the day it is filed under: the first of its time, else of its publication
    Column("time", Text), Column("first_day", Text), Column("last_day", Text),  # EDTF, and the days that it covers
    Column("place", Text),
    Column("trigger_start", Integer), Column("trigger_end", Integer), _text("trigger"),
    Column("also", JSON, nullable=False), Column("according_to", JSON, nullable=False),
    Column("quantities", JSON, nullable=False), Column("contexts", JSON, nullable=False),
    Column("statement", Text),
    Column("confidence", Float, nullable=False),
    Column("why", JSON, nullable=False),
    Column("codes", JSON),  # what others' data said in their own codes
    Index(None, "article"), Index(None, "source", "day"), Index(None, "source", "type", "status"),
)  # fmt: skip

event_party = Table(
    "event_party",
    metadata,
    Column("event", BigInteger, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),  # actor, recipient
    Column("n", SmallInteger, primary_key=True, autoincrement=False),
    Column("entity", Text),
    Column("country", Text),
    _text("sector"),
    _text("name"),  # as others' data wrote it; empty for our own, whose names are in `entity`
    Index(None, "country"), Index(None, "entity"),
    sqlite_with_rowid=False,
)  # fmt: skip

name = Table(
    "name",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("ar", Text, primary_key=True), Column("en", Text, primary_key=True),
    Column("country", Text, primary_key=True),  # empty: none
    Column("kind", Text, primary_key=True),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""The names under which articles, replaced versions too, know an entity, each with the number of articles."""

name_key = Table(
    "name_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How entities are looked up by name: a search key of each word of it, and `=` with the keys of the whole name."""

# --- how links are found -------------------------------------------------------------------------------------------

pending = Table(
    "pending",
    metadata,
    Column("article", BigInteger, primary_key=True, autoincrement=False),
    Column("gone", Boolean, nullable=False),  # removed, or no longer the last version
    Column("prepared", LargeBinary),  # what linking needs of it; null: made anew from its records
)
"""Articles that came or went since links were last drawn."""

link_item = Table(
    "link_item",
    metadata,
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("item", BigInteger, primary_key=True, autoincrement=False),
    Column("article", BigInteger, nullable=False),
    Column("grp", BigInteger, nullable=False),  # the smallest item of its group
    Column("profile", LargeBinary, nullable=False),
    Index(None, "article"), Index(None, "kind", "grp"),
)  # fmt: skip
"""What is linked. Profiles are too long for the inner pages of a table without rowids."""

link_key = Table(
    "link_key",
    metadata,
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("item", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""By what items are found that are worth comparing. The keys of an item follow from its profile."""

link_edge = Table(
    "link_edge",
    metadata,
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("a", BigInteger, primary_key=True, autoincrement=False),
    Column("b", BigInteger, primary_key=True, autoincrement=False),
    Column("weight", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""Items that are linked, each pair in both orders."""

# --- what the links tell -------------------------------------------------------------------------------------------

copy = Table(
    "copy",
    metadata,
    Column("article", BigInteger, primary_key=True, autoincrement=False),
    Column("original", BigInteger, nullable=False),  # who had it first
    Column("grp", BigInteger, nullable=False),
    Index(None, "grp"), Index(None, "original"),
)  # fmt: skip
"""Articles that have the same text as another, or nearly; the first has itself for original."""

story = Table(
    "story",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    _text("title"),
    Column("first_day", Text), Column("last_day", Text),
    Column("first_article", BigInteger, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("tellings", Integer, nullable=False),  # articles without copies
    Column("outlets", Integer, nullable=False),
    Index(None, "first_day"), Index(None, "articles"),
)  # fmt: skip

story_article = Table(
    "story_article",
    metadata,
    Column("story", BigInteger, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("article", BigInteger, primary_key=True, autoincrement=False),
    Index(None, "article"),
    sqlite_with_rowid=False,
)

happening = Table(
    "happening",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False), Column("mode", Text),
    Column("quad", SmallInteger, nullable=False),
    Column("status", Text, nullable=False),
    Column("day", Text), Column("time", Text), Column("first_day", Text), Column("last_day", Text),
    Column("place", Text),
    Column("quantities", JSON, nullable=False), Column("contexts", JSON, nullable=False),
    Column("first_event", BigInteger, nullable=False),  # the event that told it first
    Column("tellings", Integer, nullable=False),
    Index(None, "day"), Index(None, "tellings"),
)  # fmt: skip
"""One event of the world, however many articles tell it."""

telling = Table(
    "telling",
    metadata,
    Column("happening", BigInteger, ForeignKey("happening.id", ondelete="CASCADE"), primary_key=True),
    Column("event", BigInteger, primary_key=True, autoincrement=False),
    Index(None, "event"),
    sqlite_with_rowid=False,
)

happening_party = Table(
    "happening_party",
    metadata,
    Column("happening", BigInteger, ForeignKey("happening.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("n", SmallInteger, primary_key=True, autoincrement=False),
    Column("entity", Text), Column("country", Text),
    Index(None, "country"), Index(None, "entity"),
    sqlite_with_rowid=False,
)  # fmt: skip

happening_key = Table(
    "happening_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("happening", BigInteger, ForeignKey("happening.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "happening"),
    sqlite_with_rowid=False,
)
"""By what happenings are found that may decide a promise."""

difference = Table(
    "difference",
    metadata,
    Column("happening", BigInteger, ForeignKey("happening.id", ondelete="CASCADE"), primary_key=True),
    Column("field", Text, primary_key=True),  # time, numbers, parties, actors, recipients, place, status
    Column("unit", Text, primary_key=True),  # of numbers; else empty
    Column("tellings", JSON, nullable=False),  # each value with the events that say it, and on whose word
    sqlite_with_rowid=False,
)

echo = Table(
    "echo",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("speaker", Text, nullable=False),
    Column("first_statement", BigInteger, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("wordings", Integer, nullable=False),  # different texts among them
    Column("day", Text),
    Index(None, "speaker"), Index(None, "day"),
)  # fmt: skip

echo_statement = Table(
    "echo_statement",
    metadata,
    Column("echo", BigInteger, ForeignKey("echo.id", ondelete="CASCADE"), primary_key=True),
    Column("statement", BigInteger, primary_key=True, autoincrement=False),
    Index(None, "statement"),
    sqlite_with_rowid=False,
)

promise = Table(
    "promise",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # the planned happening
    Column("term", Text), Column("term_start", Text), Column("term_end", Text),  # EDTF, and the days that it covers
    Column("said", Text),  # the first day on which it was told
    Column("outcome", Text, nullable=False),  # kept, broken, postponed; else open, and overdue once the term has passed
    Column("evidence", JSON, nullable=False),  # events that say so
    Column("decided_by", BigInteger),  # the happening that they tell
    Index(None, "outcome", "term_end"), Index(None, "decided_by"),
)  # fmt: skip

agreement = Table(
    "agreement",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("parties", JSON, nullable=False),
    Column("subject", Text),
    Column("amounts", JSON, nullable=False), Column("volumes", JSON, nullable=False),
    Column("term", Text),
    Column("status", Text, nullable=False),
    Column("history", JSON, nullable=False),  # status over time, each with its event
    Column("day", Text),
    Index(None, "day"), Index(None, "status", "day"),
)  # fmt: skip

agreement_event = Table(
    "agreement_event",
    metadata,
    Column("agreement", BigInteger, ForeignKey("agreement.id", ondelete="CASCADE"), primary_key=True),
    Column("event", BigInteger, primary_key=True, autoincrement=False),
    Index(None, "event"),
    sqlite_with_rowid=False,
)

WORDS = "article_words"
"""The full-text index over articles: FTS5 in SQLite, a table with a `tsvector` in PostgreSQL (`marsad.store.words`)."""
