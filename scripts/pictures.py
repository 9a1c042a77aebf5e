"""Pictures of each page of the observatory over the sample articles, to be looked at.

    python scripts/pictures.py [FOLDER] [--store STORE] [--documentation --world STORE]

Each page in both languages and both widths, light, and once dark, as PNG into FOLDER (else `build/pictures`). With
`--documentation` the four that stand in the README and the documentation are made anew instead, in docs/images; the
network is that of another store, since the samples tell of too few states (ICEWS of autumn 2018 stands there).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from browsing import chromium, observatory

from marsad.api import add
from marsad.store.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPOSITORY = Path(__file__).parent.parent
SAMPLES = REPOSITORY / "src" / "marsad" / "samples"
LOOKS = (("en", "light", 1280), ("ar", "light", 1280), ("en", "light", 390), ("ar", "light", 390), ("ar", "dark", 1280))
"""Language, theme, width in pixels."""


class Picture(NamedTuple):
    """A page: the name of its pictures, and its address."""

    name: str
    path: str


DOCUMENTATION = (("pair", "en"), ("article", "ar"), ("statements", "ar"))
"""The pages that stand in the documentation, each in the language that it is shown in."""
NETWORK = Picture("network", "/network?at=2018-10-20")
"""And the network of the world."""


def pages(store: Path) -> list[Picture]:
    """Each page of the observatory, over something that the store has."""
    with Store.open(store) as opened:
        story = opened.stories(limit=1, least=1).rows[0].id
        agreement = next((row.id for row in opened.agreements(limit=1).rows), None)
        promise = next((row.id for row in opened.promises(limit=1).rows), None)
        happening = opened.timeline("EGY", "TUR", limit=1).rows[0].id
        quote = opened.quotes(about="مصر", limit=1).rows[0]
        article = opened.search("السيسي أردوغان", limit=1).rows[0].id
    listed = ("relations", "network", "stories", "statements", "promises", "agreements", "outlets", "articles", "data")
    found = [Picture("home", "/"), *(Picture(name, f"/{name}") for name in listed)]
    found += [
        Picture("search", "/search?q=القاهرة"), Picture("pair", "/relations/EGY-TUR?by=month&from=2023"),
        Picture("story", f"/stories/{story}"),
        Picture("article", f"/articles/{article}"), Picture("record", f"/records/{quote.id}"),
        Picture("happening", f"/happenings/{happening}"), Picture("actor", f"/actors/{quote.speaker.id}"),
        Picture("country", "/actors/EGY"), Picture("nothing", "/articles/0000000000000000"),
    ]  # fmt: skip
    found += [Picture("agreement", f"/agreements/{agreement}")] if agreement else []
    return found + ([Picture("promise", f"/promises/{promise}")] if promise else [])


def take(browser: Browser, address: str, picture: Picture, file: Path, look: tuple[str, str, int], full: bool) -> None:
    """One picture."""
    lang, theme, width = look
    context = browser.new_context(viewport={"width": width, "height": 860}, device_scale_factor=1 if full else 1.5)
    page = context.new_page()
    joint = "&" if "?" in picture.path else "?"
    page.goto(f"{address}{picture.path}{joint}lang={lang}&theme={theme}", wait_until="networkidle")
    page.wait_for_timeout(300)
    page.screenshot(path=file, full_page=full)
    context.close()


def all_of(found: list[Picture]) -> Iterator[tuple[Picture, str, tuple[str, str, int]]]:
    """Each picture with the name of its file and how it looks."""
    for picture in found:
        for look in LOOKS:
            yield picture, f"{picture.name}-{'-'.join(map(str, look))}.png", look


def document(browser: Browser, store: Path, shown: list[tuple[Picture, str]]) -> None:
    """Pictures for the documentation, each in a language."""
    with observatory(store, "--workers", "1") as address:
        for picture, lang in shown:
            file = REPOSITORY / "docs" / "images" / f"observatory-{picture.name}.png"
            take(browser, address, picture, file, (lang, "light", 1280), full=False)


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=REPOSITORY / "build" / "pictures")
    parser.add_argument("--store", type=Path)
    parser.add_argument("--documentation", action="store_true")
    parser.add_argument("--world", type=Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        store = options.store or Path(folder) / "samples.db"
        if options.store is None:
            for _ in add([SAMPLES], store):
                pass
        if options.documentation:
            named = {picture.name: picture for picture in pages(store)}
            document(browser, store, [(named[name], lang) for name, lang in DOCUMENTATION])
            if options.world:
                document(browser, options.world, [(NETWORK, "en")])
            return 0
        with observatory(store, "--workers", "1") as address:
            for picture, name, look in all_of(pages(store)):
                take(browser, address, picture, options.folder / name, look, full=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
