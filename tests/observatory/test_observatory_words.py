"""Pages, words and styles fit each other: every key has words, every word has a page, every class has an element."""

import re
from pathlib import Path
from typing import get_args

import pytest
from fastapi.testclient import TestClient

import marsad.store.queries.stats
from marsad.observatory.pages import data, relations
from marsad.observatory.parts.filters import BANDS, FILTERS
from marsad.observatory.problems import TITLES
from marsad.observatory.templating import FOLDER
from marsad.observatory.words import table
from marsad.output.labels import keys
from marsad.records import EntityKind
from marsad.relations.dyad import Step
from marsad.store.ids import SOURCES
from marsad.store.queries.statements import FACETS
from marsad.store.queries.stories import StoryOrder
from marsad.store.queries.timeline import OWN

FILES = [
    *FOLDER.rglob("*.html"), *FOLDER.glob("static/js/*.js"), *FOLDER.rglob("*.py"),
    Path(marsad.store.queries.stats.__file__),
]  # fmt: skip
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
QUOTED = set(re.findall(r"""["']([\w .-]+)["']""", TEXT))
NAMED = {key for key in QUOTED if re.fullmatch(r"web\.[\w.-]*[a-z0-9]", key)}
BEGUN = set(re.findall(r"""["'](web\.[\w.]*[._])["']\s*~""", TEXT) + re.findall(r"""["'](web\.)["']\s*~""", TEXT))
BEGUN |= set(re.findall(r"""f["'](web\.[\w.]*\.)\{""", TEXT)) | {"web.confidence.", "web.source."}
"""Keys whose end is put to them, as in `"web.facet." ~ parameter`."""
ENDS = {
    "web.": set(data.LISTS), "web.source.": {OWN, *SOURCES}, "web.by.": set(get_args(Step)),
    "web.confidence.": set(BANDS), "web.order.": set(get_args(StoryOrder)),
    "web.relations.sort.": set(get_args(relations.Order)), "web.facet.": {*FILTERS, *FACETS, "party", "outcome"},
    "web.suggest.": {*get_args(EntityKind), "pair", "words"}, "web.language.": {"ar"},
    "web.count.": {f"events_from_{source}" for source in SOURCES}, "web.problem.": {"other", *map(str, TITLES)},
}  # fmt: skip
"""The ends that code gives, where it is code."""


def put_together(key: str) -> bool:
    """Whether a key is a beginning with an end that code gives or that stands in quotation marks."""
    for begun in BEGUN:
        end = key.removeprefix(begun)
        if end != key and (end in ENDS.get(begun, ()) or end in QUOTED or end.replace("_", " ") in QUOTED):
            return True
    return False


def test_every_key_has_words() -> None:
    known = table().keys() | keys()
    assert len(NAMED) > 200
    assert NAMED - known == set()
    assert {begun + end for begun, ends in ENDS.items() for end in ends} - known == set()


def test_all_words_are_said_somewhere() -> None:
    assert {key for key in table() if key not in NAMED and not put_together(key)} == set()


def test_words_of_both_languages_are_filled_in_alike() -> None:
    for key, words in table().items():
        assert words["en"], key
        assert words["ar"], key
        assert set(re.findall(r"\{\w+\}", words["en"])) == set(re.findall(r"\{\w+\}", words["ar"])), key


MADE = {f"q{quad}" for quad in range(1, 5)} | {f"b{bloc}" for bloc in range(8)}
"""Classes with a number: quad classes and blocs."""


def test_every_class_of_the_styles_has_an_element() -> None:
    values = {key.rpartition(".")[2] for key in keys() if key.startswith(("agreed.", "outcome.", "status."))}
    pages = "\n".join(path.read_text(encoding="utf-8") for path in FILES if path.suffix in {".html", ".js"})
    made = (FOLDER / "templating.py").read_text(encoding="utf-8")
    words = set(re.findall(r"[\w-]+", pages + made))
    for sheet in FOLDER.glob("static/css/*.css"):
        text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        selectors = re.sub(r"\{[^{}]*\}", "{}", text)
        classes = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors))
        assert classes - words - values - MADE == set(), sheet.name


FORMS = ("/search?q=%D9%85%D8%B5%D8%B1", "/statements", "/promises", "/agreements", "/stories", "/articles", "/network")


@pytest.mark.parametrize("page", FORMS)
def test_forms_send_what_their_page_takes(client: TestClient, page: str) -> None:
    told = client.get("/openapi.json").json()["paths"]
    form = re.search(r'<form class="filters".*?</form>', client.get(page).text, re.DOTALL)
    assert form
    sent = set(re.findall(r'name="(\w+)"', form[0]))
    taken = {each["name"] for each in told[f"{page.partition('?')[0]}.json"]["get"]["parameters"]}
    assert sent
    assert sent - taken == set()
