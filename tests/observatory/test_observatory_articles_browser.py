"""An article in a real browser: from a mark to its record and back, marks hidden and shown, a citation copied."""

from typing import Any

import pytest
from visiting import Visit

ARTICLE = "0f7ae0008aaf70f4"


@pytest.fixture
def page(visit: Visit) -> Any:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return visit.page


def _in_view(page: Any, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    return bool(box) and 0 <= box["y"] < 900


def test_a_mark_leads_to_its_card_and_back(page: Any) -> None:
    page.goto(f"/articles/{ARTICLE}?lang=ar", wait_until="networkidle")
    mark = page.locator("#text a.trigger").last
    id = mark.get_attribute("href").lstrip("#")
    mark.click()
    page.wait_for_timeout(700)
    assert page.locator(".card.lit").get_attribute("id") == id
    assert _in_view(page, f"#{id}")
    assert page.locator("#text .lit").count() >= 1
    page.locator(f"#{id} .evidence a").first.click()
    page.wait_for_timeout(700)
    assert "#at-" in page.url
    assert _in_view(page, "#text .lit")
    assert page.locator(".card.lit").get_attribute("id") == id


def test_an_address_with_a_record_shows_it_and_its_place(page: Any) -> None:
    page.goto("about:blank")
    page.goto(f"/articles/{ARTICLE}?lang=en#e3", wait_until="networkidle")
    page.wait_for_timeout(700)
    assert page.locator(".card.lit").get_attribute("id") == "e3"
    assert _in_view(page, "#e3")
    assert _in_view(page, "#text .trigger.lit")


def test_kinds_of_marks_are_hidden_and_shown(page: Any) -> None:
    page.goto(f"/articles/{ARTICLE}?lang=en", wait_until="networkidle")
    before = page.locator("#text .mention").count()
    assert before > 3
    box = page.locator("#legend input[value=mention]")
    box.uncheck()
    assert page.locator("#text .mention").count() == 0
    assert page.locator("#text .trigger.actual").count() > 0
    page.locator("#legend input[value=actual]").uncheck()
    assert page.locator("#text .actual").count() == 0
    box.check()
    assert page.locator("#text .mention").count() == before


def test_a_citation_is_copied_with_its_whole_address(page: Any) -> None:
    page.goto(f"/articles/{ARTICLE}?lang=en", wait_until="networkidle")
    page.locator(".cite summary").click()
    page.locator("button[data-copy=cite-en]").click()
    page.locator(".cite [role=status]", has_text="Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"{page.evaluate('location.origin')}/articles/{ARTICLE}" in copied
    assert copied == page.locator("#cite-en").text_content()
