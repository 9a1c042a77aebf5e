"""The pages in a real browser: everybody can use them, and nothing in them is refused by the browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import chromium, chromium_path, observatory

pytestmark = pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed")
PAGES = (
    "/articles/0f7ae0008aaf70f4", "/records/0f7ae0008aaf70f4-e1", "/records/0f7ae0008aaf70f4-s1",
    "/happenings/happening-17c9d28f17897658", "/stories", "/promises",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(samples: Path) -> Iterator[str]:
    """Where the observatory over the samples is."""
    with observatory(samples, "--workers", "1") as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


class Visit:
    """A page in the browser with all that it complained of."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type != "log" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._check(request.url, address))

    def _check(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            self.complaints.append(f"asks for {url}")


@pytest.fixture
def visit(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A new visitor, whose browser has nothing to complain of."""
    made = Visit(browser, address, **getattr(request, "param", {}))
    yield made
    made.context.close()
    assert not made.complaints


def serious(page: Any) -> list[str]:
    """What axe-core finds that is serious or critical, with the places."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [
        f"{each['id']}: {node['target']} {node['failureSummary'][:200]}"
        for each in found.response["violations"] if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("lang", "theme", "width"),
    [("en", "light", 1280), ("ar", "light", 1280), ("ar", "dark", 1280), ("en", "light", 390)],
)
def test_everybody_can_use_it(visit: Visit, address: str, path: str, lang: str, theme: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={lang}&theme={theme}", wait_until="networkidle")
    assert serious(visit.page) == []
    wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, "the page is wider than the window"


def test_what_nobody_can_use_is_found(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}/promises")
    visit.page.evaluate(
        "document.querySelector('label[for=q]').remove(); document.getElementById('q').placeholder = ''"
    )
    assert any(found.startswith("label") for found in serious(visit.page))
