"""The compiled lexicon as the reader asks it: what is this word, who held this office then?"""

from __future__ import annotations

import functools
import hashlib
import pickle
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from marsad.language.arabic.clitics import Split, splits
from marsad.language.arabic.fold import fold
from marsad.lexicon.compile import compile_lexicon
from marsad.lexicon.compiler import Compiled, Multiword
from marsad.lexicon.entries import Actor, Feature, Lemma
from marsad.lexicon.tables import DATA, data_files

(
    CUE,
    EVENT,
    LIGHT,
    STATUS,
    NAME,
    NISBA,
    TITLE,
    GROUP,
    FUNCTION,
    NAMEPART,
    MODIFIER,
    OUTLETCLASS,
    PLACE,
    EPITHET,
    MULTIWORD,
) = (1 << n for n in range(15))
ENTITY_HEAD = NAME | NISBA | TITLE | GROUP | OUTLETCLASS | PLACE | NAMEPART | EPITHET
_FLAG_OF_KIND = {
    "name": NAME, "nisba": NISBA, "title": TITLE, "group": GROUP, "function": FUNCTION,
    "namepart": NAMEPART, "modifier": MODIFIER, "outletclass": OUTLETCLASS, "place": PLACE, "epithet": EPITHET,
}  # fmt: skip
_BESIDE_FUNCTION = frozenset({"function", "namepart", "modifier", "phrase"})
_CLAUSE_BREAKS = frozenset({"that", "rel", "sub", "cond"})
_NO_CLASSES: frozenset[str] = frozenset()
_QUOTES = frozenset({"«", "»", "“", "”", "„", "‹", "›", '"', "″", "&quot;"})
_PAUSES = frozenset({"،", ",", "؛", ";", ".", "!", "؟", "?", "…", "\n"})
_MEMO_LIMIT = 400_000


class Sense(NamedTuple):
    """One reading of a word: its lemma, what its ending tells, and its clitics."""

    lemma: Lemma
    feature: Feature
    split: Split


Head = tuple[Split, dict[str, tuple[Multiword, ...]]]
"""A division of a word, and the names that begin with its stem, by their second word."""


class Word:
    """What the lexicon knows of one spelling. `senses` come from the division with the fewest clitics that is known;
    `clause_break` tells that a clause ends at it (a pause, أن, الذي, حيث …);
    `split` is that division; `heads` are the names and phrases of several words that may begin here; `spellings` the
    folded word, its stem and its dictionary form."""

    __slots__ = (
        "classes",
        "clause_break",
        "flags",
        "folded",
        "heads",
        "is_quote",
        "senses",
        "spellings",
        "split",
        "tense",
    )

    def __init__(self, folded: str, split: Split, senses: tuple[Sense, ...], heads: tuple[Head, ...]) -> None:
        self.folded, self.split, self.senses, self.heads = folded, split, senses, heads
        if not senses:
            self.spellings, self.classes, self.tense = frozenset((folded,)), _NO_CLASSES, ""
            self.flags = MULTIWORD if heads else 0
            self.is_quote, self.clause_break = folded in _QUOTES, folded in _PAUSES
            return
        self.spellings = frozenset({folded, split.stem, *(fold(s.lemma.key) for s in senses if s.lemma.kind == "noun")})
        self.classes = frozenset(s.lemma.label for s in senses if s.lemma.kind == "function")
        self.flags = functools.reduce(lambda f, s: f | flags_of(s.lemma), senses, MULTIWORD if heads else 0)
        self.is_quote = folded in _QUOTES
        self.clause_break = bool(self.classes & _CLAUSE_BREAKS) or folded in _PAUSES
        self.tense = next((s.feature.tense for s in senses if s.feature.tense), "")

    def __repr__(self) -> str:
        return f"Word({self.folded!r}, {[(s.lemma.kind, s.lemma.key) for s in self.senses]})"


def flags_of(lemma: Lemma) -> int:
    """The kinds of use that a lemma has, as bits."""
    return (
        _FLAG_OF_KIND.get(lemma.kind, 0)
        | (CUE if lemma.cues else 0)
        | (EVENT if lemma.events else 0)
        | (LIGHT if lemma.light else 0)
        | (STATUS if lemma.status else 0)
    )


class Lexicon:
    """Looks up words, names and offices. Results depend on the data files alone; words are remembered once seen."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.lemmas, self.features = compiled.lemmas, compiled.features
        self.actors, self.places, self.holders = compiled.actors, compiled.places, compiled.holders
        self._memo: dict[str, Word] = {}

    def words(self, raw: Iterable[str]) -> list[Word]:
        """What the lexicon knows of each token, in order."""
        memo = self._memo
        if len(memo) > _MEMO_LIMIT:
            memo.clear()
        return [memo.get(token) or self._analyse(token) for token in raw]

    def _analyse(self, raw: str) -> Word:
        folded = fold(raw)
        if not folded.isalpha():
            word = self._memo[raw] = Word(folded, Split("", "", False, False, folded, ""), (), ())
            return word
        divisions = splits(folded)
        word = Word(folded, *self._senses(raw, divisions), self._heads(divisions))
        self._memo[raw] = word
        return word

    def _senses(self, raw: str, divisions: tuple[Split, ...]) -> tuple[Split, tuple[Sense, ...]]:
        """The division with the fewest clitics that is known; but a function word (`أنه`, `وعلى`) comes before a rarer
        verb or noun of the same spelling."""
        best: tuple[Split, tuple[Sense, ...]] | None = None
        forms = self.compiled.forms
        for split in divisions:
            codes = forms.get(split.stem)
            if codes is None:
                continue
            senses = _one_a_lemma(
                sorted((s for s in (self.sense(code, split) for code in codes) if _fits(s, raw)), key=_likelihood)
            )
            if not senses:
                continue
            if any(s.lemma.kind == "function" for s in senses):
                if "\u0651" in raw and any(s.feature.tense for s in senses):
                    return split, tuple(s for s in senses if s.feature.tense)
                return split, tuple(s for s in senses if s.lemma.kind in _BESIDE_FUNCTION)
            if best is None or (_is_rare(best[1]) and not _is_rare(senses)):
                best = split, senses
        return best or (divisions[0], ())

    def sense(self, code: int, split: Split) -> Sense:
        """The sense that a compiled code stands for."""
        return Sense(self.lemmas[code >> 8], self.features[code & 255], split)

    def _heads(self, divisions: tuple[Split, ...]) -> tuple[Head, ...]:
        multiwords = self.compiled.multiwords
        return tuple([(s, multiwords[s.stem]) for s in divisions if s.stem in multiwords and not s.pronoun])

    def article_fits(self, code: int, split: Split) -> bool:
        """Whether a name may stand with, or without, the article that a word has."""
        return _article_fits(self.features[code & 255], split)

    def actor(self, entity: str) -> Actor | None:
        """A known entity by its id."""
        return self.actors.get(entity)

    def holder(self, office: str, scope: str, day: str | None) -> str | None:
        """Who held an office on a day (`YYYY-MM-DD`, or a prefix of it); None if that is not known or not clear."""
        if not day:
            return None
        found = {who for start, end, who in self.holders.get(f"{office}@{scope}", ()) if _in_term(day, start, end)}
        return found.pop() if len(found) == 1 else None

    def leader(self, given_name: str, offices: Collection[str], day: str | None) -> str | None:
        """Whom `الملك سلمان`, `الشيخ تميم` means: who held one of the offices on a day and has this folded first name;
        None if nobody or more than one did."""
        if not day:
            return None
        found = {
            who
            for key, terms in self.holders.items()
            if key.split("@")[0] in offices
            for start, end, who in terms
            if _in_term(day, start, end) and fold(self.actors[who].ar).split()[0] == given_name
        }
        return found.pop() if len(found) == 1 else None


def _in_term(day: str, start: str, end: str) -> bool:
    return start <= day[: len(start)] and (not end or day[: len(end)] <= end)


def _likelihood(sense: Sense) -> tuple[bool, bool, bool, bool]:
    """Newswire speaks in the third person, hardly ever of women in the plural, mostly of the past and in the active
    voice."""
    feature = sense.feature
    verb = bool(feature.tense)
    return (
        verb and feature.person != 3,
        verb and (feature.number == "d" or (feature.number == "p" and feature.gender == "f")),
        feature.tense == "present",
        feature.voice == "passive",
    )


def _one_a_lemma(senses: list[Sense]) -> tuple[Sense, ...]:
    """The likeliest inflection of each lemma."""
    found: dict[int, Sense] = {}
    for sense in senses:
        found.setdefault(id(sense.lemma), sense)
    return tuple(found.values())


def _is_rare(senses: tuple[Sense, ...]) -> bool:
    """Whether a word is known only as a dual or as first or second person of a verb (`ودعا` as "both bid farewell")."""
    return all(s.feature.tense and (s.feature.number == "d" or s.feature.person != 3) for s in senses)


def _article_fits(feature: Feature, split: Split) -> bool:
    return not (split.article and feature.article == "no") and not (not split.article and feature.article == "yes")


def _fits(sense: Sense, raw: str) -> bool:
    """Whether the clitics allow this sense: no article or preposition on a finite verb, no future on a noun, no
    pronoun on a name."""
    feature, split, kind = sense.feature, sense.split, sense.lemma.kind
    if split.pronoun == "ه" and raw.endswith("ة"):
        return False
    if feature.number == "d" and kind == "noun" and split.article and not split.stem.endswith("ن"):
        return False
    if feature.tense:
        return not (split.article or split.preposition) and not (split.future and feature.tense != "present")
    if split.future or not _article_fits(feature, split):
        return False
    if split.pronoun and kind in {"name", "place", "namepart", "modifier", "nisba"}:
        return False
    return not (kind in {"name", "namepart"} and raw.endswith("ى") and sense.split.stem.endswith("ي"))


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for path in (*data_files(root), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for path in sorted((Path(__file__).parent.parent / "language").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def load(root: Path = DATA, cache: Path | None = None) -> Lexicon:
    """Compile the lexicon in `root`, or take it from `cache` if the same files were compiled before. A cache that
    cannot be read or written is passed over."""
    if cache is None:
        return Lexicon(compile_lexicon(root))
    stored = cache / f"lexicon-{_digest(root)}.pickle"
    try:
        return Lexicon(pickle.loads(stored.read_bytes()))
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError):
        pass
    compiled = compile_lexicon(root)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        temporary = stored.with_suffix(f".{hashlib.sha256(str(id(compiled)).encode()).hexdigest()[:8]}")
        temporary.write_bytes(pickle.dumps(compiled, protocol=5))
        temporary.replace(stored)
    except OSError:
        pass
    return Lexicon(compiled)


@functools.cache
def default_lexicon() -> Lexicon:
    """The lexicon that comes with the package, compiled once and kept in the user's cache folder."""
    from platformdirs import user_cache_path

    return load(cache=user_cache_path("marsad"))
