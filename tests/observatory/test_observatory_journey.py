"""What an analyst does in a day, in a real browser and with the keyboard alone."""

from typing import Any

import pytest
from visiting import Visit


def go(page: Any, letter: str, path: str) -> None:
    """To another page by its keys."""
    page.keyboard.press("g")
    page.keyboard.press(letter)
    page.wait_for_url(f"**{path}")
    page.wait_for_load_state("networkidle")


def enter(page: Any, selector: str) -> None:
    """Focus on what a person tabs to, and Enter."""
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")


def test_from_the_search_box_to_the_sentence_and_on(visit: Visit) -> None:
    page = visit.page
    page.goto("/?lang=en", wait_until="networkidle")

    # A pair is found while one types.
    page.keyboard.press("/")
    page.keyboard.type("مصر تركيا")
    page.locator(".suggestions li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/relations/EGY-TUR")
    page.wait_for_load_state("networkidle")

    # What happened is filtered, and the filter stands in the address.
    enter(page, ".facets a[href*='status=planned']")
    page.wait_for_url("**/relations/EGY-TUR?*status=planned*")
    happened = page.locator("ol.happened > li")
    assert happened.count() >= 1
    assert page.locator("ol.happened > li.planned").count() == happened.count()

    # A row opens down to its sentence, and that leads to its place in the article.
    enter(page, "ol.happened a.row[href*='/happenings/']")
    page.wait_for_url("**/happenings/*")
    enter(page, "main a.row[href*='/records/']")
    page.wait_for_url("**/records/*")
    enter(page, "main .leads a.row[href*='/articles/']")
    page.wait_for_url("**/articles/*#*")
    assert page.locator(".card.lit").count() == 1


def test_a_quotation_leads_to_its_article(visit: Visit) -> None:
    page = visit.page
    page.goto("/?lang=en", wait_until="networkidle")
    go(page, "q", "/statements")
    page.keyboard.press("j")
    quoted = page.locator(":focus").inner_text().strip()
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/*")
    enter(page, "main .leads a.row[href*='/articles/']")
    page.wait_for_url("**/articles/*#s*")
    lit = "".join(page.locator("#text .lit").all_inner_texts())
    assert "".join(quoted.split())[:12] in "".join(lit.split())


def test_a_story_shows_where_its_tellings_differ(visit: Visit) -> None:
    page = visit.page
    page.goto("/?lang=en", wait_until="networkidle")
    go(page, "s", "/stories")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/story-*")
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("heading", name="Where they differ").count() == 1
    assert page.locator("main a[href^='/articles/']").count() >= 3
    # The same page in the other language, from right to left.
    page.keyboard.press("l")
    page.wait_for_url("**/stories/story-*lang=ar*")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.get_by_role("heading", name="أين تختلف").count() + page.locator("main h2").count() >= 1
    page.goto("/stories", wait_until="networkidle")
    assert page.locator("html").get_attribute("lang") == "ar"


def test_the_date_of_the_network_moves(visit: Visit) -> None:
    page = visit.page
    page.goto("/network?lang=en&window=365", wait_until="networkidle")
    slider = page.locator("input[type=range]")
    slider.focus()
    before = slider.get_attribute("aria-valuetext") or page.locator(".slider output").inner_text()
    with page.expect_response(lambda answer: "/network?" in answer.url and "at=" in answer.url) as asked:
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
    assert asked.value.ok
    page.wait_for_function("document.getElementById('system').getAttribute('aria-busy') === 'false'")
    assert slider.get_attribute("aria-valuetext") != before
    assert "at=" in page.url


def test_lists_are_exported(visit: Visit) -> None:
    page = visit.page
    page.goto("/statements?speaker=EGY&lang=en", wait_until="networkidle")
    link = page.locator("footer a[href*='.csv']")
    link.focus()
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    assert found.value.suggested_filename.endswith(".csv")
    with open(found.value.path(), encoding="utf-8-sig") as table:
        assert len(table.readlines()) > 1


def test_keys_are_told_and_the_sheet_closes(visit: Visit) -> None:
    page = visit.page
    page.goto("/?lang=en", wait_until="networkidle")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_page_can_be_printed(visit: Visit, lang: str) -> None:
    page = visit.page
    page.goto(f"/relations/EGY-TUR?lang={lang}", wait_until="networkidle")
    page.emulate_media(media="print")
    assert not page.locator("header.bar").is_visible()
    assert page.locator("main h1").is_visible()
