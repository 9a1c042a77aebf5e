"""What lists of statements, articles and agreements are answered from, by filters and with counts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_FIRST_OF_VIA = {"sqlite": "json_extract(via, '$[0]')", "postgresql": "via ->> 0"}
_OF_ARTICLE = "(SELECT {0} FROM article WHERE article.id = statement.article)"
_INDEXES = (
    ("ix_statement_outlet_day", "statement", ["outlet", "day"]),
    ("ix_statement_through_day", "statement", ["through", "day"]),
    ("ix_statement_listed", "statement",
     ["day", "id", "current", "kind", "act", "outlet", "through", "language", "confidence"]),
    ("ix_article_listed", "article", ["first_day", "id", "current", "outlet", "language"]),
    ("ix_article_listed_by_outlet", "article", ["outlet", "first_day", "id", "current", "language"]),
    ("ix_agreement_status_day", "agreement", ["status", "day"]),
)  # fmt: skip

_REPLACED = {"ix_article_first_day": ["first_day"], "ix_article_outlet_first_day": ["outlet", "first_day"]}


def upgrade() -> None:
    """Tell each statement from where its article has it, and make the indexes."""
    op.add_column("statement", sa.Column("outlet", sa.Text(), nullable=True))
    op.add_column("statement", sa.Column("language", sa.Text(), server_default="", nullable=False))
    op.add_column("statement", sa.Column("through", sa.Text(), nullable=True))
    op.execute(
        f"UPDATE statement SET outlet = {_OF_ARTICLE.format('outlet')}, language = {_OF_ARTICLE.format('language')}, "
        f"through = {_FIRST_OF_VIA[op.get_bind().dialect.name]}"
    )
    for name, table, columns in _INDEXES:
        op.create_index(name, table, columns, unique=False)
    for name in _REPLACED:
        op.drop_index(name, table_name="article")


def downgrade() -> None:
    """Take them away."""
    for name, columns in _REPLACED.items():
        op.create_index(name, "article", columns, unique=False)
    for name, table, _ in reversed(_INDEXES):
        op.drop_index(name, table_name=table)
    for column in ("through", "language", "outlet"):
        op.drop_column("statement", column)
