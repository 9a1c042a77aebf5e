"""A small trained model of names: whether a word begins the name of a person, an organisation or a place, and whether
the next word still belongs to it. It is asked only where a name may stand that the lexicon does not know.

The model is linear: each word votes, by its features, for itself and for its two neighbours on either side, and two
neighbours vote once more together. A word's votes are summed once and remembered, so that a question costs a few
additions. `scripts/train_tagger.py` makes the model; the note beside it tells from what.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from marsad.lexicon.namefeatures import ALWAYS, DISTANCES, features, joint_class

if TYPE_CHECKING:
    from marsad.lexicon.lexicon import Word

MODEL = Path(__file__).parent / "model" / "names.json.gz"
BEGINNINGS = ("person", "org", "place")
COLUMNS = (*BEGINNINGS, "person goes on", "org goes on")
"""What is voted for, in hundredths of log odds: which name begins rather than none, and whether one goes on."""
_NONE = (0,) * len(COLUMNS)
_MEMO_LIMIT = 100_000

Votes = tuple[int, ...]


class Voter(NamedTuple):
    """What one word votes at each of the `DISTANCES`, and the class under which it votes with a neighbour."""

    votes: tuple[Votes, ...]
    joint: str


class NameTagger:
    """Answers from one model: the votes of each feature, in the order of `COLUMNS`."""

    def __init__(self, model: Mapping[str, Sequence[int]]) -> None:
        self._model = {feature: tuple(votes) for feature, votes in model.items()}
        self._memo: dict[Word, Voter] = {}

    def begins(self, words: Sequence[Word], i: int, kind: str = "person") -> int:
        """How much likelier it is that a name of this kind begins at word `i` than anything else."""
        votes = self._votes(words, i)
        sums = {name: sum(v[column] for v in votes) for column, name in enumerate(BEGINNINGS)}
        return sums.pop(kind) - max(0, *sums.values())

    def goes_on(self, words: Sequence[Word], i: int, kind: str = "person") -> int:
        """How much likelier it is that a name before word `i` goes on with it than that it has ended."""
        column = COLUMNS.index(f"{kind} goes on")
        return sum(v[column] for v in self._votes(words, i))

    def _votes(self, words: Sequence[Word], i: int) -> list[Votes]:
        """All votes on word `i`: of everything, of each word around it, and of it with either neighbour."""
        model, voter = self._model, self._voter
        first, last = max(0, i - 2), min(len(words), i + 3)
        voters = [voter(words[k]) for k in range(first, last)]
        votes = [v.votes[k - i + 2] for k, v in enumerate(voters, first)]
        votes.append(model.get(ALWAYS, _NONE))
        here = voters[i - first].joint
        if i > first:
            votes.append(model.get(f"before={voters[i - first - 1].joint}>{here}", _NONE))
        if i + 1 < last:
            votes.append(model.get(f"after={here}>{voters[i - first + 1].joint}", _NONE))
        return votes

    def _voter(self, word: Word) -> Voter:
        voter = self._memo.get(word)
        if voter is None:
            if len(self._memo) > _MEMO_LIMIT:
                self._memo.clear()
            voter = self._memo[word] = self._sum(word)
        return voter

    def _sum(self, word: Word) -> Voter:
        named, model = features(word), self._model
        sums = (
            tuple(map(sum, zip(_NONE, *(model[f] for f in named[d] if f in model), strict=True))) for d in DISTANCES
        )
        return Voter(tuple(sums), joint_class(word))


def load_tagger(path: Path = MODEL) -> NameTagger:
    """The model that comes with the package."""
    return NameTagger(json.loads(gzip.decompress(path.read_bytes()))["votes"])
