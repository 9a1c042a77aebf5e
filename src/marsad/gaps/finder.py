"""One article in, all that the lexicon lacks of it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from marsad.gaps import acts, clitics, names, speech
from marsad.gaps.findings import Finding, Scene
from marsad.lexicon.lexicon import Lexicon, default_lexicon
from marsad.reading.document import Document
from marsad.reading.phrases.belonging import Belonging
from marsad.reading.phrases.nounphrases import NounPhrases
from marsad.reading.phrases.registry import Registry
from marsad.records import Article

_SEARCHES: tuple[Callable[[Scene], Iterator[Finding]], ...] = (
    speech.reporting_words, speech.speakers, speech.outlets,
    acts.acts,
    names.persons, names.titles, names.organisations, names.adjectives,
    clitics.divided,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What one article holds: its findings, and what stands in it after an article (see `marsad.gaps.clitics`)."""

    findings: tuple[Finding, ...]
    definite: tuple[str, ...]


class Finder:
    """Finds gaps with one lexicon. Pure, as the reader is."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, article: Article) -> Found:
        """Everything in an article that the lexicon seems to lack, place by place."""
        scene = self._scene(article)
        findings = tuple(finding for search in _SEARCHES for finding in search(scene))
        return Found(findings, tuple(clitics.definite(scene)))

    def _scene(self, article: Article) -> Scene:
        doc = Document(article.text, self.lexicon, article.furniture)
        registry = Registry(self.lexicon, article.published.date, article.outlet)
        chunks = Belonging(doc, registry).settle(NounPhrases(doc, registry).read())
        return Scene(doc, chunks, registry)


@cache
def default_finder() -> Finder:
    """The finder with the lexicon of the package, made once in each process."""
    return Finder(default_lexicon())


def find_in_article(article: Article) -> Found:
    """What the lexicon of the package lacks of one article."""
    return default_finder().find(article)
