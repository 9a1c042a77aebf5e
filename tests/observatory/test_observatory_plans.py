"""Whatever a page asks of SQLite is answered by indexes: no table that grows with the news is read as a whole."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from addresses import addresses
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from observedpages import client_of
from sqlalchemy import event

from marsad.observatory.pages import routers

_SCAN = re.compile(r"^SCAN (\S+)(?: USING (COVERING )?INDEX (\S+))?")
_BIG = {
    "agreement_event", "article", "copy", "echo", "echo_statement", "entity", "event", "event_party", "happening",
    "happening_party", "mention", "name", "name_key", "statement", "story", "story_article", "telling",
}  # fmt: skip
_COVERED = {
    "article": "counted by outlet and language, once for each state of the store",
    "statement": "counted by what lists of them can be narrowed by, once for each state of the store",
    "event": "counted by source, type and status, once for each state of the store",
    "happening": "counted for the first page and the page of data, once for each state of the store",
    "story": "likewise", "echo": "likewise",
}  # fmt: skip
"""Tables of which a whole index may be read, but no row; and why."""
_IN_ORDER = {
    "ix_statement_listed": "the newest statements: read from the end until the page is full",
    "ix_article_listed": "the newest articles, likewise",
    "ix_story_articles": "the biggest stories, likewise", "ix_story_first_day": "the newest stories, likewise",
}  # fmt: skip
"""Indexes that may be read in their order with the rows behind them, and why."""
_MEASURED = "HAVING min(country) <> max(country)"
"""What asks for all acts between countries: ties are measured of all, once for each state of the store."""
_WHOLE = {
    "name": "entities are counted once for each state of the store; the table is its own index",
    "copy": "whom outlets copy, once for each state of the store: all of it is needed",
    "agreement_event": "parties of agreements are counted: there are few agreements",
}
"""Tables that may be read whole, and why."""


@contextmanager
def explained(client: TestClient) -> Iterator[list[tuple[str, str]]]:
    """What is asked of the store inside the block: each query with the steps of its plan."""
    engine: Any = client.app.state.store.engine  # type: ignore[attr-defined]
    plans: list[tuple[str, str]] = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            steps = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend((statement, row[3]) for row in steps)

    event.listen(engine, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(engine, "before_cursor_execute", explain)


def wrong(plans: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Steps that read what they should not, with their queries."""
    return [(step, query) for query, step in plans if _is_wrong(step, query)]


def _is_wrong(step: str, query: str) -> bool:
    match = _SCAN.match(step)
    if not match or _MEASURED in query:
        return False
    name, covering, index = match.groups()
    table = re.search(rf"(\w+) AS {re.escape(name)}\b", query)
    scanned = table[1] if table else name
    if scanned not in _BIG or scanned in _WHOLE or index in _IN_ORDER:
        return False
    return not (covering and scanned in _COVERED)


@pytest.mark.parametrize("name", ["samples", "linked_store"])
def test_pages_read_no_big_table_as_a_whole(name: str, request: pytest.FixtureRequest) -> None:
    store = request.getfixturevalue(name)
    with client_of(store) as client:
        asked = addresses(client)
    found: dict[str, list[tuple[str, str]]] = {}
    # Another client remembers nothing of what was asked before.
    with client_of(store, cache_bytes=0) as client:
        for address in asked:
            with explained(client) as plans:
                answer = client.get(address)
            assert answer.status_code == 200, address
            if bad := wrong(plans):
                found[address] = bad
    assert not found


def test_a_scan_would_be_seen(client: TestClient) -> None:
    store: Any = client.app.state.store  # type: ignore[attr-defined]
    with explained(client) as plans, store.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM statement WHERE cue = 'x'")
        connection.exec_driver_sql("SELECT a.title FROM article AS a ORDER BY a.title")
        connection.exec_driver_sql("SELECT count(*) FROM mention")
    assert len(wrong(plans)) == 3


def test_every_page_is_among_the_addresses(client: TestClient, linked: TestClient) -> None:
    asked = [address.partition("?")[0] for address in (*addresses(client), *addresses(linked))]
    routes = [route for router in routers() for route in router.routes if isinstance(route, APIRoute)]
    kinds = {re.sub(r"\{[^}]*\}", "[^/]+", route.path) for route in routes if not route.include_in_schema}
    assert len(kinds) > 15
    assert not {kind for kind in kinds if not any(re.fullmatch(kind, address) for address in asked)}
