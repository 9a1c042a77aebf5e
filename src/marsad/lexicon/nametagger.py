"""A small trained model of names: whether a word begins the name of a person, an organisation or a place, and whether
the next word still belongs to it. It is asked only where a name may stand that the lexicon does not know.

The model is linear: each word votes, by its features, for itself and for its two neighbours on either side, and two
neighbours vote once more together. Votes at a distance are summed when they are first asked for and remembered,
so that a question costs a few additions. `scripts/train_tagger.py` makes the model; the note beside it tells from what.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.lexicon.namefeatures import ALWAYS, DISTANCES, class_traits, classes_of, joint_class, spelling_traits

if TYPE_CHECKING:
    from marsad.lexicon.lexicon import Word

MODEL = Path(__file__).parent / "model" / "names.json.gz"
BEGINNINGS = ("person", "org", "place")
COLUMNS = (*BEGINNINGS, "person goes on", "org goes on")
"""What is voted for, in hundredths of log odds: which name begins rather than none, and whether one goes on."""
_NONE = (0,) * len(COLUMNS)
_MEMO_LIMIT = 100_000
_PLACED = re.compile(r"(-?\d)(.+)", re.DOTALL)
"""A feature of a word at a distance."""

Votes = tuple[int, ...]


class NameTagger:
    """Answers from one model: the votes of each feature, in the order of `COLUMNS`."""

    def __init__(self, model: Mapping[str, Sequence[int]]) -> None:
        self._model = {feature: tuple(votes) for feature, votes in model.items()}
        self._placed: dict[int, dict[str, Votes]] = {distance: {} for distance in DISTANCES}
        for feature, votes in self._model.items():
            if placed := _PLACED.match(feature):
                self._placed[int(placed[1])][placed[2]] = votes
        self._memo: dict[int, dict[Word, Votes]] = {distance: {} for distance in DISTANCES}
        self._classes: dict[tuple[tuple[str, ...], int], Votes] = {}
        self._joints: dict[Word, str] = {}

    def begins(self, words: Sequence[Word], i: int, kind: str = "person") -> int:
        """How much likelier it is that a name of this kind begins at word `i` than anything else."""
        sums = [*map(sum, zip(*self._votes(words, i), strict=True))][: len(BEGINNINGS)]
        found = sums.pop(BEGINNINGS.index(kind))
        return found - max(0, *sums)

    def goes_on(self, words: Sequence[Word], i: int, kind: str = "person") -> int:
        """How much likelier it is that a name before word `i` goes on with it than that it has ended."""
        column = COLUMNS.index(f"{kind} goes on")
        return sum([v[column] for v in self._votes(words, i)])

    def _votes(self, words: Sequence[Word], i: int) -> list[Votes]:
        """All votes on word `i`: of everything, of each word around it, and of it with either neighbour."""
        model, size = self._model, len(words)
        votes = [model.get(ALWAYS, _NONE)]
        for distance, memo in self._memo.items():
            if 0 <= i + distance < size:
                word = words[i + distance]
                votes.append(memo.get(word) or self._of_word(word, distance))
        here = self._joint(words[i])
        if i:
            votes.append(model.get(f"before={self._joint(words[i - 1])}>{here}", _NONE))
        if i + 1 < size:
            votes.append(model.get(f"after={here}>{self._joint(words[i + 1])}", _NONE))
        return votes

    def _of_word(self, word: Word, distance: int) -> Votes:
        """The votes of one word at a distance, remembered."""
        memo, placed = self._memo[distance], self._placed[distance]
        if len(memo) > _MEMO_LIMIT:
            memo.clear()
        classes = classes_of(word)
        told = [*filter(None, map(placed.get, spelling_traits(word, classes, abs(distance))))]
        of_classes = self._classes.get((classes, distance)) or self._of_classes(classes, distance)
        found = memo[word] = tuple(map(sum, zip(of_classes, *told, strict=True))) if told else of_classes
        return found

    def _of_classes(self, classes: tuple[str, ...], distance: int) -> Votes:
        """The votes of all that a word at a distance is, remembered."""
        placed = self._placed[distance]
        told = [placed[trait] for trait in class_traits(classes, abs(distance)) if trait in placed]
        found = self._classes[classes, distance] = tuple(map(sum, zip(_NONE, *told, strict=True)))
        return found

    def _joint(self, word: Word) -> str:
        """The class under which a word votes with a neighbour."""
        joint = self._joints.get(word)
        if joint is None:
            if len(self._joints) > _MEMO_LIMIT:
                self._joints.clear()
            joint = self._joints[word] = joint_class(word)
        return joint


def load_tagger(path: Path = MODEL) -> NameTagger:
    """The model that comes with the package."""
    return NameTagger(json.loads(gzip.decompress(path.read_bytes()))["votes"])
