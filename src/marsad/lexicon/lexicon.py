"""The compiled lexicon as the reader asks it: what is this word, who held this office then?"""

from __future__ import annotations

import functools
import hashlib
import pickle
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from marsad.language.arabic.clitics import Split, splits, undivided
from marsad.language.arabic.datewords import trigger_words
from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import DIGITS
from marsad.language.arabic.quantities import quantity_words
from marsad.lexicon.compile import compile_lexicon
from marsad.lexicon.compiler import Compiled, Multiword
from marsad.lexicon.entries import Actor, Feature, Lemma
from marsad.lexicon.nametagger import NameTagger, load_tagger
from marsad.lexicon.tables import DATA, data_files

CUE: Final = 1 << 0
EVENT: Final = 1 << 1
LIGHT: Final = 1 << 2
STATUS: Final = 1 << 3
NAME: Final = 1 << 4
NISBA: Final = 1 << 5
TITLE: Final = 1 << 6
GROUP: Final = 1 << 7
FUNCTION: Final = 1 << 8
NAMEPART: Final = 1 << 9
MODIFIER: Final = 1 << 10
OUTLETCLASS: Final = 1 << 11
PLACE: Final = 1 << 12
EPITHET: Final = 1 << 13
MULTIWORD: Final = 1 << 14
JUDGEMENT: Final = 1 << 15
SIGN: Final = 1 << 16
NUMERIC: Final = 1 << 17
ENTITY_HEAD: Final = NAME | NISBA | TITLE | GROUP | OUTLETCLASS | PLACE | NAMEPART | EPITHET
_FLAG_OF_KIND = {
    "name": NAME, "nisba": NISBA, "title": TITLE, "group": GROUP, "function": FUNCTION,
    "namepart": NAMEPART, "modifier": MODIFIER, "outletclass": OUTLETCLASS, "place": PLACE, "epithet": EPITHET,
    "judgement": JUDGEMENT,
}  # fmt: skip
HEAD_OFFICES = frozenset({
    "chairman", "commander", "commissioner", "company-head", "director", "director-general", "executive-director",
    "head", "intelligence-chief", "leader", "movement-leader", "president", "president-of-organisation",
    "secretary-general",
})  # fmt: skip
"""Offices that one person at a time holds in an organisation."""
_BESIDE_FUNCTION = frozenset({"function", "namepart", "modifier", "phrase"})
_NAMES = frozenset({"name", "namepart"})
_WITHOUT_PRONOUN = _NAMES | {"place", "modifier", "nisba"}
_CLAUSE_BREAKS = frozenset({"that", "rel", "sub", "cond"})
_NO_CLASSES: frozenset[str] = frozenset()
_QUOTES = frozenset({"«", "»", "“", "”", "„", "‹", "›", '"', "''", "″", "&quot;"})
_PAUSES = frozenset({"،", ",", "؛", ";", ".", "!", "؟", "?", "…", "\n"})
_MEMO_LIMIT = 400_000
_fold_once: Callable[[str], str] = fold.__wrapped__
"""Folding without its cache: a word is analysed once."""


@dataclass(slots=True)
class Sense:
    """One reading of a word: its lemma, what its ending tells, and its clitics."""

    lemma: Lemma
    feature: Feature
    split: Split


Head = tuple[Split, dict[str, tuple[Multiword, ...]]]
"""A division of a word, and the names that begin with its stem, by their second word."""


class Word:
    """What the lexicon knows of one spelling. `senses` come from the division with the fewest clitics that is known;
    `clause_break` tells that a clause ends at it (a pause, أن, الذي, حيث …), `is_pause` that it is a comma or a stop;
    `split` is that division; `is_sign` tells that it has no letters, or not only, and `is_numeric` that a date or a
    quantity may begin with it; `heads` are the names and phrases of several words that may begin here; `spellings` the
    folded word, its stem and its dictionary form."""

    __slots__ = (
        "classes",
        "clause_break",
        "flags",
        "folded",
        "heads",
        "is_numeric",
        "is_pause",
        "is_quote",
        "is_sign",
        "senses",
        "spellings",
        "split",
        "tense",
    )

    spellings: tuple[str, ...]
    classes: frozenset[str]

    def __init__(
        self, folded: str, split: Split, senses: tuple[Sense, ...], heads: tuple[Head, ...], is_numeric: bool = False
    ) -> None:
        self.folded, self.split, self.senses, self.heads = folded, split, senses, heads
        self.is_sign, self.is_numeric = not folded.isalpha(), is_numeric
        self.flags = (MULTIWORD if heads else 0) | (SIGN if self.is_sign else 0) | (NUMERIC if is_numeric else 0)
        self.spellings, self.classes, self.tense = (folded,), _NO_CLASSES, ""
        self.is_quote = self.is_sign and folded in _QUOTES
        self.clause_break = self.is_pause = self.is_sign and folded in _PAUSES
        if senses:
            self._know(senses)

    def _know(self, senses: tuple[Sense, ...]) -> None:
        spellings = {self.folded, self.split.stem}
        for sense in senses:
            lemma = sense.lemma
            self.flags |= flags_of(lemma)
            if lemma.kind != "judgement":
                self.tense = self.tense or sense.feature.tense
            if lemma.kind in {"noun", "word"}:
                spellings.add(fold(lemma.key))
            elif lemma.kind == "function":
                self.classes |= {lemma.label}
                self.clause_break = self.clause_break or lemma.label in _CLAUSE_BREAKS
        self.spellings = tuple(spellings)

    def __repr__(self) -> str:
        return f"Word({self.folded!r}, {[(s.lemma.kind, s.lemma.key) for s in self.senses]})"


@functools.cache
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
        self._stems = compiled.forms.keys() | compiled.multiwords.keys()
        self._numeric = trigger_words().keys() | quantity_words()
        self._memo: dict[str, Word] = {}
        self._terms_by_given_name_found: dict[str, list[tuple[str, str, str, str]]] | None = None
        self._name_tagger: NameTagger | None = None

    def words(self, raw: Iterable[str]) -> list[Word]:
        """What the lexicon knows of each token, in order."""
        memo = self._memo
        if len(memo) > _MEMO_LIMIT:
            memo.clear()
        tokens = list(raw)
        for new in set(tokens).difference(memo):
            self._analyse(new)
        return list(map(memo.__getitem__, tokens))

    def _analyse(self, raw: str) -> None:
        folded = _fold_once(raw)
        divisions = splits(folded, self._stems) if folded.isalpha() else ()
        split, senses = self._senses(raw, divisions) if divisions else (None, ())
        heads = self._heads(divisions) if divisions else ()
        is_numeric = folded in self._numeric or folded[:1] in DIGITS
        self._memo[raw] = Word(folded, split or undivided(folded), senses, heads, is_numeric)

    def _senses(self, raw: str, divisions: tuple[Split, ...]) -> tuple[Split | None, tuple[Sense, ...]]:
        """The division with the fewest clitics that is known; but a function word (`أنه`, `وعلى`) comes before a rarer
        verb or noun of the same spelling. None if no division is."""
        best: tuple[Split | None, tuple[Sense, ...]] = None, ()
        forms, lemmas, features = self.compiled.forms, self.lemmas, self.features
        for split in divisions:
            fitting: list[Sense] = []
            is_function = False
            for code in forms.get(split.stem, ()):
                lemma, feature = lemmas[code >> 8], features[code & 255]
                if _fits(lemma.kind, feature, split, raw):
                    fitting.append(Sense(lemma, feature, split))
                    is_function = is_function or lemma.kind == "function"
            if not fitting:
                continue
            senses = _one_a_lemma(fitting)
            if is_function:
                if "\u0651" in raw and any(s.feature.tense for s in senses):
                    return split, tuple(s for s in senses if s.feature.tense)
                return split, tuple(s for s in senses if s.lemma.kind in _BESIDE_FUNCTION)
            if best[0] is None or (_is_rare(best[1]) and not _is_rare(senses)):
                best = split, senses
        return best

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
        """Who held an office on a day (`YYYY-MM-DD`, or a prefix of it), or all the time of an EDTF interval; None if
        that is not known or not clear."""
        return _only_holder(self.holders.get(f"{office}@{scope}", ()), day)

    def prepare(self) -> None:
        """Load what is otherwise loaded when it is first asked for."""
        self._name_tagger = self._name_tagger or load_tagger()

    @property
    def name_tagger(self) -> NameTagger:
        """What tells names that the tables do not know; loaded when it is first asked."""
        if self._name_tagger is None:
            self._name_tagger = load_tagger()
        return self._name_tagger

    @property
    def _terms_by_given_name(self) -> dict[str, list[tuple[str, str, str, str]]]:
        """Office, start, end and holder of each term, by the holder's folded first name."""
        if self._terms_by_given_name_found is None:
            self._terms_by_given_name_found = self._find_terms_by_given_name()
        return self._terms_by_given_name_found

    def _find_terms_by_given_name(self) -> dict[str, list[tuple[str, str, str, str]]]:
        found: dict[str, list[tuple[str, str, str, str]]] = {}
        for key, terms in self.holders.items():
            office = key.split("@")[0]
            for start, end, who in terms:
                given_name = fold(self.actors[who].ar).split()[0]
                found.setdefault(given_name, []).append((office, start, end, who))
        return found

    def head(self, scope: str, day: str | None) -> str | None:
        """Who headed an organisation on a day, whatever the office is called (`قائد`, `زعيم`, `مدير`); None if that is
        not known or more than one did."""
        if ":" not in scope:
            return None
        return _only_holder(
            [term for office in HEAD_OFFICES for term in self.holders.get(f"{office}@{scope}", ())], day
        )

    def leader(self, given_name: str, offices: Collection[str], day: str | None) -> str | None:
        """Whom `الملك سلمان`, `الشيخ تميم` means: who held one of the offices on a day and has this folded first name;
        None if nobody or more than one did."""
        terms = [t[1:] for t in self._terms_by_given_name.get(given_name, ()) if t[0] in offices]
        return _only_holder(terms, day)


def _only_holder(terms: Iterable[tuple[str, str, str]], day: str | None) -> str | None:
    """Who alone held an office on a day or, of an interval (`2025-01/2026-06`), from its first day to its last."""
    if not day:
        return None
    first, _, last = day.partition("/")
    last = last or first
    found = [(start, who) for start, end, who in terms if is_in_term(day, start, end)]
    if len({who for _, who in found}) != 1 or (last != first and not is_in_term(first, min(found)[0], "")):
        return None
    return found[0][1]


def is_in_term(day: str, start: str, end: str) -> bool:
    """Whether a term of office has days in common with a day, a prefix of one or an interval (`2025-01/2026-06`)."""
    first, _, last = day.partition("/")
    last = last or first
    return start[: len(last)] <= last[: len(start)] and (not end or first[: len(end)] <= end)


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
    """The likeliest inflection of each lemma, likelier ones first."""
    if len(senses) == 1:
        return (senses[0],)
    found: dict[int, Sense] = {}
    for sense in sorted(senses, key=_likelihood):
        found.setdefault(id(sense.lemma), sense)
    return tuple(found.values())


def _is_rare(senses: tuple[Sense, ...]) -> bool:
    """Whether a word is known only as a dual or as first or second person of a verb (`ودعا` as "both bid farewell")."""
    return all(s.feature.tense and (s.feature.number == "d" or s.feature.person != 3) for s in senses)


def _article_fits(feature: Feature, split: Split) -> bool:
    return feature.article != ("no" if split.article else "yes")


def _fits(kind: str, feature: Feature, split: Split, raw: str) -> bool:
    """Whether the clitics allow a sense: no article or preposition on a finite verb, no future on a noun, no pronoun
    on a name."""
    if split.pronoun and raw[-1] in "ةى":
        return False  # written so, the last letter is the word's own: قوة, ذكرى, أتمنى
    if feature.tense:
        if split.pronoun == "ي":
            return False  # a verb takes ني: بشري is not from بشر
        return not (split.article or split.preposition) and not (split.future and feature.tense != "present")
    if feature.number == "d" and kind == "noun" and split.article and not split.stem.endswith("ن"):
        return False
    if split.future or not _article_fits(feature, split):
        return False
    if split.pronoun and kind in _WITHOUT_PRONOUN:
        return False
    return not (kind in _NAMES and raw.endswith("ى") and split.stem.endswith("ي"))


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
