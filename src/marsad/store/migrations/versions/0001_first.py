"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from marsad.store import words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "agreement",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("amounts", sa.JSON(), nullable=False),
        sa.Column("volumes", sa.JSON(), nullable=False),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("history", sa.JSON(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(op.f("ix_agreement_day"), "agreement", ["day"], unique=False)
    op.create_table(
        "article",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("doc", sa.Text(), server_default="", nullable=False),
        sa.Column("uri", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_precision", sa.Text(), server_default="", nullable=False),
        sa.Column("published_evidence", sa.Text(), server_default="", nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("retrieved", sa.Text(), server_default="", nullable=False),
        sa.Column("encoding", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("furniture", sa.JSON(), nullable=False),
        sa.Column("origins", sa.JSON(), nullable=False),
        sa.Column("coder", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    op.create_index(op.f("ix_article_address_version"), "article", ["address", "version"], unique=False)
    op.create_index(op.f("ix_article_first_day"), "article", ["first_day"], unique=False)
    op.create_index(op.f("ix_article_outlet_first_day"), "article", ["outlet", "first_day"], unique=False)
    op.create_table(
        "copy",
        sa.Column("article", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("original", sa.BigInteger(), nullable=False),
        sa.Column("grp", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_copy")),
    )
    op.create_index(op.f("ix_copy_grp"), "copy", ["grp"], unique=False)
    op.create_index(op.f("ix_copy_original"), "copy", ["original"], unique=False)
    op.create_table(
        "echo",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("first_statement", sa.BigInteger(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("wordings", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_echo")),
    )
    op.create_index(op.f("ix_echo_day"), "echo", ["day"], unique=False)
    op.create_index(op.f("ix_echo_speaker"), "echo", ["speaker"], unique=False)
    op.create_table(
        "happening",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("quad", sa.SmallInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("quantities", sa.JSON(), nullable=False),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("first_event", sa.BigInteger(), nullable=False),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_happening")),
    )
    op.create_index(op.f("ix_happening_day"), "happening", ["day"], unique=False)
    op.create_index(op.f("ix_happening_tellings"), "happening", ["tellings"], unique=False)
    op.create_table(
        "link_edge",
        sa.Column("kind", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("a", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("b", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "a", "b", name=op.f("pk_link_edge")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link_item",
        sa.Column("kind", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("item", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", sa.BigInteger(), nullable=False),
        sa.Column("grp", sa.BigInteger(), nullable=False),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "item", name=op.f("pk_link_item")),
    )
    op.create_index(op.f("ix_link_item_article"), "link_item", ["article"], unique=False)
    op.create_index(op.f("ix_link_item_kind_grp"), "link_item", ["kind", "grp"], unique=False)
    op.create_table(
        "link_key",
        sa.Column("kind", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("item", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "item", name=op.f("pk_link_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "name",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("ar", sa.Text(), nullable=False),
        sa.Column("en", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "ar", "en", "country", "kind", name=op.f("pk_name")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "name_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "entity", name=op.f("pk_name_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pending",
        sa.Column("article", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("prepared", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_pending")),
    )
    op.create_table(
        "promise",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("term_start", sa.Text(), nullable=True),
        sa.Column("term_end", sa.Text(), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index(op.f("ix_promise_decided_by"), "promise", ["decided_by"], unique=False)
    op.create_index(op.f("ix_promise_outcome_term_end"), "promise", ["outcome", "term_end"], unique=False)
    op.create_table(
        "story",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("first_article", sa.BigInteger(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_index(op.f("ix_story_articles"), "story", ["articles"], unique=False)
    op.create_index(op.f("ix_story_first_day"), "story", ["first_day"], unique=False)
    op.create_table(
        "agreement_event",
        sa.Column("agreement", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement"], ["agreement.id"], name=op.f("fk_agreement_event_agreement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("agreement", "event", name=op.f("pk_agreement_event")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_agreement_event_event"), "agreement_event", ["event"], unique=False)
    op.create_table(
        "difference",
        sa.Column("happening", sa.BigInteger(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("tellings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["happening"], ["happening.id"], name=op.f("fk_difference_happening"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("happening", "field", "unit", name=op.f("pk_difference")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "echo_statement",
        sa.Column("echo", sa.BigInteger(), nullable=False),
        sa.Column("statement", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["echo"], ["echo.id"], name=op.f("fk_echo_statement_echo"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("echo", "statement", name=op.f("pk_echo_statement")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_echo_statement_statement"), "echo_statement", ["statement"], unique=False)
    op.create_table(
        "entity",
        sa.Column("article", sa.BigInteger(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("ar", sa.Text(), server_default="", nullable=False),
        sa.Column("en", sa.Text(), server_default="", nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), server_default="", nullable=False),
        sa.Column("office", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_entity_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "entity", name=op.f("pk_entity")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entity_country"), "entity", ["country"], unique=False)
    op.create_index(op.f("ix_entity_entity"), "entity", ["entity"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), server_default="marsad", nullable=False),
        sa.Column("article", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("quad", sa.SmallInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("trigger_start", sa.Integer(), nullable=True),
        sa.Column("trigger_end", sa.Integer(), nullable=True),
        sa.Column("trigger", sa.Text(), server_default="", nullable=False),
        sa.Column("also", sa.JSON(), nullable=False),
        sa.Column("according_to", sa.JSON(), nullable=False),
        sa.Column("quantities", sa.JSON(), nullable=False),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_event_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_article"), "event", ["article"], unique=False)
    op.create_index(op.f("ix_event_source_day"), "event", ["source", "day"], unique=False)
    op.create_index(op.f("ix_event_source_type_status"), "event", ["source", "type", "status"], unique=False)
    op.create_table(
        "happening_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("happening", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["happening"], ["happening.id"], name=op.f("fk_happening_key_happening"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "happening", name=op.f("pk_happening_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_happening_key_happening"), "happening_key", ["happening"], unique=False)
    op.create_table(
        "happening_party",
        sa.Column("happening", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("n", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["happening"], ["happening.id"], name=op.f("fk_happening_party_happening"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("happening", "role", "n", name=op.f("pk_happening_party")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_happening_party_country"), "happening_party", ["country"], unique=False)
    op.create_index(op.f("ix_happening_party_entity"), "happening_party", ["entity"], unique=False)
    op.create_table(
        "mention",
        sa.Column("article", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_mention_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "n", name=op.f("pk_mention")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=False),
        sa.Column("cue_end", sa.Integer(), nullable=False),
        sa.Column("cue", sa.Text(), server_default="", nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("act", sa.Text(), server_default="", nullable=False),
        sa.Column("via", sa.JSON(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_statement_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index(op.f("ix_statement_article"), "statement", ["article"], unique=False)
    op.create_index(op.f("ix_statement_country_day"), "statement", ["country", "day"], unique=False)
    op.create_index(op.f("ix_statement_speaker_day"), "statement", ["speaker", "day"], unique=False)
    op.create_table(
        "story_article",
        sa.Column("story", sa.BigInteger(), nullable=False),
        sa.Column("article", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["story"], ["story.id"], name=op.f("fk_story_article_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "article", name=op.f("pk_story_article")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_story_article_article"), "story_article", ["article"], unique=False)
    op.create_table(
        "telling",
        sa.Column("happening", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["happening"], ["happening.id"], name=op.f("fk_telling_happening"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("happening", "event", name=op.f("pk_telling")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_telling_event"), "telling", ["event"], unique=False)
    op.create_table(
        "event_party",
        sa.Column("event", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("n", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_event_party_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "role", "n", name=op.f("pk_event_party")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_party_country"), "event_party", ["country"], unique=False)
    op.create_index(op.f("ix_event_party_entity"), "event_party", ["entity"], unique=False)
    words.create(op.get_bind())


def downgrade() -> None:
    """Take the tables away."""
    op.execute("DROP TABLE article_words")
    op.drop_index(op.f("ix_event_party_entity"), table_name="event_party")
    op.drop_index(op.f("ix_event_party_country"), table_name="event_party")
    op.drop_table("event_party")
    op.drop_index(op.f("ix_telling_event"), table_name="telling")
    op.drop_table("telling")
    op.drop_index(op.f("ix_story_article_article"), table_name="story_article")
    op.drop_table("story_article")
    op.drop_index(op.f("ix_statement_speaker_day"), table_name="statement")
    op.drop_index(op.f("ix_statement_country_day"), table_name="statement")
    op.drop_index(op.f("ix_statement_article"), table_name="statement")
    op.drop_table("statement")
    op.drop_table("mention")
    op.drop_index(op.f("ix_happening_party_entity"), table_name="happening_party")
    op.drop_index(op.f("ix_happening_party_country"), table_name="happening_party")
    op.drop_table("happening_party")
    op.drop_index(op.f("ix_happening_key_happening"), table_name="happening_key")
    op.drop_table("happening_key")
    op.drop_index(op.f("ix_event_source_type_status"), table_name="event")
    op.drop_index(op.f("ix_event_source_day"), table_name="event")
    op.drop_index(op.f("ix_event_article"), table_name="event")
    op.drop_table("event")
    op.drop_index(op.f("ix_entity_entity"), table_name="entity")
    op.drop_index(op.f("ix_entity_country"), table_name="entity")
    op.drop_table("entity")
    op.drop_index(op.f("ix_echo_statement_statement"), table_name="echo_statement")
    op.drop_table("echo_statement")
    op.drop_table("difference")
    op.drop_index(op.f("ix_agreement_event_event"), table_name="agreement_event")
    op.drop_table("agreement_event")
    op.drop_index(op.f("ix_story_first_day"), table_name="story")
    op.drop_index(op.f("ix_story_articles"), table_name="story")
    op.drop_table("story")
    op.drop_index(op.f("ix_promise_outcome_term_end"), table_name="promise")
    op.drop_index(op.f("ix_promise_decided_by"), table_name="promise")
    op.drop_table("promise")
    op.drop_table("pending")
    op.drop_table("name_key")
    op.drop_table("name")
    op.drop_table("link_key")
    op.drop_index(op.f("ix_link_item_kind_grp"), table_name="link_item")
    op.drop_index(op.f("ix_link_item_article"), table_name="link_item")
    op.drop_table("link_item")
    op.drop_table("link_edge")
    op.drop_index(op.f("ix_happening_tellings"), table_name="happening")
    op.drop_index(op.f("ix_happening_day"), table_name="happening")
    op.drop_table("happening")
    op.drop_index(op.f("ix_echo_speaker"), table_name="echo")
    op.drop_index(op.f("ix_echo_day"), table_name="echo")
    op.drop_table("echo")
    op.drop_index(op.f("ix_copy_original"), table_name="copy")
    op.drop_index(op.f("ix_copy_grp"), table_name="copy")
    op.drop_table("copy")
    op.drop_index(op.f("ix_article_outlet_first_day"), table_name="article")
    op.drop_index(op.f("ix_article_first_day"), table_name="article")
    op.drop_index(op.f("ix_article_address_version"), table_name="article")
    op.drop_table("article")
    op.drop_index(op.f("ix_agreement_day"), table_name="agreement")
    op.drop_table("agreement")
