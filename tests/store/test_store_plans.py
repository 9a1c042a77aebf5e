"""How SQLite answers: by its indexes, whatever is asked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import askedstore
import pytest
from sqlalchemy import event

from marsad.store.store import Store

_SCAN = re.compile(r"^SCAN (?!(?:\d+ )?CONSTANT ROW|anon|\(subquery)(?!.*(?:USING|VIRTUAL TABLE))")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("plans") / "store.db", create=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def ids(store: Store) -> askedstore.Ids:
    return askedstore.fill(store)


@contextmanager
def explained(store: Store) -> Iterator[list[tuple[str, str]]]:
    """What is asked inside the block: each query with the steps of its plan."""
    plans: list[tuple[str, str]] = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        # A new connection asks for the one row that tells the version of the tables.
        if statement.lstrip().startswith("SELECT") and "alembic_version" not in statement:
            steps = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend((statement, row[3]) for row in steps)

    event.listen(store.engine, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(store.engine, "before_cursor_execute", explain)


ASKED = {
    "search": lambda store: store.search("زيارة"),
    "search with limits": lambda store: store.search(
        '"مجلس الأمن" OR زيارة -المياه', since="2024", until="2025", outlet="okaz", actor="الصين", types=["CONSULT"],
        statuses=["planned"],
    ),
    "search of an actor": lambda store: store.search("زيارة", actor="person:xi-jinping", since="2024"),
    "search counts": lambda store: store.search_counts("زيارة", outlet="okaz", actor="RUS", types=["CONSULT"]),
    "actors by the beginning of a name": lambda store: store.actors_beginning("سيرغي لاف"),
    "actors by their name": lambda store: (store.actors_called("لافروف"), store.articles_knowing(["state:RUS"])),
    "timeline": lambda store: store.timeline("RUS"),
    "timeline of two": lambda store: store.timeline("RUS", "person:xi-jinping", since="2024", statuses=["planned"]),
    "timeline of one twice": lambda store: store.timeline("RUS", "RUS", newest_first=True),
    "quotes": lambda store: store.quotes("لافروف"),
    "quotes of a country": lambda store: store.quotes("RUS", since="2024", outlet="okaz"),
    "quotes about somebody": lambda store: store.quotes(about="CHN"),
    "quotes of one about another": lambda store: store.quotes("RUS", about="state:CHN"),
    "quotes about something": lambda store: store.quotes(about="المياه"),
    "statements": lambda store: (store.statements(), store.statement_groups()),
    "statements of one, narrowed": lambda store: store.statements(
        "RUS", "CHN", "2024", None, 0.5, narrowed={"chain": ["own", "media:tass"], "outlet": ["media:okaz"]}
    ),
    "statements with words": lambda store: (store.statements(about="المياه"), store.statement_groups(about="المياه")),
    "promises": lambda store: store.promises(outcomes=["overdue", "kept"]),
    "promises of an actor": lambda store: store.promises(actor="IRN"),
    "agreements": lambda store: store.agreements(),
    "agreements of a party": lambda store: store.agreements(party="RUS", since="2024"),
    "stories": lambda store: store.stories(),
    "stories of an actor": lambda store: store.stories(order="newest", actor="RUS", since="2024", until="2025"),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_questions_scan_no_table(name: str, store: Store, ids: askedstore.Ids) -> None:
    with explained(store) as plans:
        ASKED[name](store)
    assert plans
    assert not [(step, query) for query, step in plans if _SCAN.match(step)]


@pytest.mark.parametrize("kind", ["article", "e1", "s1", "story", "happening", "echo", "promise", "agreement"])
def test_show_scans_no_table(kind: str, store: Store, ids: askedstore.Ids) -> None:
    article = ids.of("plan" if kind == "promise" else "meeting")
    records = {"happening": ("meeting", "e1"), "echo": ("meeting", "s1"), "promise": ("plan", "e1"),
               "agreement": ("meeting", "e2")}  # fmt: skip
    asked = {"article": article, "story": f"story-{article}", "e1": f"{article}-e1", "s1": f"{article}-s1"}
    asked |= {link: f"{link}-{ids.number(*record):016x}" for link, record in records.items()}
    with explained(store) as plans:
        store.show(asked[kind])
    assert not [(step, query) for query, step in plans if _SCAN.match(step)]


def test_details_of_a_story_scan_no_table(store: Store, ids: askedstore.Ids) -> None:
    with explained(store) as plans:
        store.story_details(f"story-{ids.of('meeting')}")
        store.source(ids.of("meeting", "e1"))
    assert plans
    assert not [(step, query) for query, step in plans if _SCAN.match(step)]


def test_counts_read_indexes_where_tables_are_wide(store: Store, ids: askedstore.Ids) -> None:
    with explained(store) as plans:
        store.stats()
    scanned = {step.split()[1] for _, step in plans if _SCAN.match(step)}
    assert not scanned & {"article", "event", "statement"}


def test_a_scan_would_be_seen(store: Store, ids: askedstore.Ids) -> None:
    with explained(store) as plans, store.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM statement WHERE cue = 'x'")
    assert [step for _, step in plans if _SCAN.match(step)]
