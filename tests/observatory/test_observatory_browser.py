"""The pages in a real browser: everybody can use them, and nothing in them is refused by the browser."""

from pathlib import Path
from typing import Any

import pytest
from pagelist import pages
from visiting import Visit


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


@pytest.mark.parametrize(
    ("lang", "theme", "width"), [("en", "light", 1280), ("ar", "dark", 1280), ("ar", "light", 390)]
)
def test_everybody_can_use_every_page(visit: Visit, samples: Path, lang: str, theme: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    wrong: dict[str, list[str]] = {}
    for path in pages(samples):
        joint = "&" if "?" in path else "?"
        visit.page.goto(f"{path}{joint}lang={lang}&theme={theme}", wait_until="networkidle")
        found = serious(visit.page)
        if visit.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append("the page is wider than the window")
        if found:
            wrong[path] = found
    visit.complaints[:] = [each for each in visit.complaints if "404" not in each]
    assert not wrong


def test_what_nobody_can_use_is_found(visit: Visit) -> None:
    visit.page.goto("/promises")
    visit.page.evaluate(
        "document.querySelector('label[for=q]').remove(); document.getElementById('q').placeholder = ''"
    )
    assert any(found.startswith("label") for found in serious(visit.page))
