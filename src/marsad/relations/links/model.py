"""A forecaster of links that weighs clues: what comes back, what follows what, what is usual, what is near.

    P(o | s, r, day) ∝ exp(a · x + b · tanh(C x + c)),   x = log(1 + clue ⁄ ε) ⁄ log(1 + 1 ⁄ ε)

over all entities, `x` the clues of o (`marsad.relations.links.clues`) and how much is known of the question (log of the
facts of s, and of s with r). It is a conditional logit (McFadden 1974) with one small hidden layer for what clues mean
together. The coefficients maximise the likelihood of the right answers of days held out from the history (Adam, Kingma
and Ba 2015, on the truth and the strongest candidates), other right answers of the same day left out. The scores rank;
as probabilities they are not calibrated, and entities that nobody told of before are all alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from marsad.relations.links.clues import NAMES, RULED, clues, past
from marsad.relations.links.facts import Facts, World, both_ways
from marsad.relations.links.ranking import answers
from marsad.relations.links.votes import weights

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[np.float32]]

SCALE = 1e-3
"""ε: clues far smaller than this say nothing."""
STRONGEST, DRAWN = 100, 30
"""Candidates to learn from: those with the strongest clues, and some of the others."""
HIDDEN = 32
ROUNDS = 20
_BATCH = 64
_RATE = 2e-3
_DECAY = 1e-4
_SEED = 2014


class Sample(NamedTuple):
    """Questions to learn from: inputs of shape (questions, candidates, clues), and by how much each candidate's score
    is raised: those drawn at random stand for many, −∞ leaves one out. The right answer is the first candidate."""

    inputs: Matrix
    raised: Matrix


class Links(NamedTuple):
    """A fitted forecaster (`marsad.relations.links.ranking.Forecaster`)."""

    world: World
    ruled: list[Any]
    coefficients: dict[str, Matrix]

    def answers(self, history: Facts, day: int, asked: list[tuple[int, int]]) -> Iterator[Matrix]:
        """The scores of all entities for each question; the history has both directions."""
        for inputs in _inputs(history, self.world, day, asked, self.ruled):
            yield _score(self.coefficients, inputs)


def fit(facts: Facts, world: World, days: Iterable[int], seed: int = _SEED) -> Links:
    """Learn from the questions of some days, each with all before it as history. Rules are learned from what is before
    the first of the days."""
    days = sorted(days)
    known = both_ways(facts, world)
    ruled = [weights(known.before(days[0]), world, half_life) for half_life in RULED]
    sample = gather(known, world, days, ruled)
    return Links(world, ruled, learn(sample, seed))


def _inputs(history: Facts, world: World, day: int, asked: list[tuple[int, int]], ruled: list[Any]) -> Iterator[Matrix]:
    """The inputs of all entities for each question, of shape (entities, inputs)."""
    import numpy as np

    known = past(history, world, day)
    top = np.float32(np.log1p(1 / SCALE))
    for (subject, relation), found in zip(asked, clues(known, asked, ruled), strict=True):
        inputs = np.empty((world.entities, len(NAMES) + 2), np.float32)
        inputs[:, :-2] = (np.log1p(found / np.float32(SCALE)) / top).T
        own = slice(known.starts[subject], known.starts[subject + 1])
        inputs[:, -2] = np.log1p(own.stop - own.start) / 8
        inputs[:, -1] = np.log1p((known.relation[own] == relation).sum()) / 8
        yield inputs


def gather(known: Facts, world: World, days: Iterable[int], ruled: list[Any], seed: int = _SEED) -> Sample:
    """The questions of some days with candidates for the answer."""
    import numpy as np

    random = np.random.default_rng(seed)
    several, raised = [], []
    for day in days:
        right = answers(known.on(day))
        for inputs, objects in zip(_inputs(known, world, day, list(right), ruled), right.values(), strict=True):
            candidates, raise_ = _candidates(inputs, objects, random)
            for each in objects:
                several.append(inputs[np.concatenate([[each], candidates])])
                raised.append(np.concatenate([[0], raise_]))
    return Sample(np.stack(several), np.stack(raised).astype(np.float32))


def _candidates(inputs: Matrix, objects: list[int], random: np.random.Generator) -> tuple[Any, Any]:
    """The strongest candidates and some others, with what their scores are raised by; right ones are left out."""
    import numpy as np

    strongest = min(STRONGEST, len(inputs) // 2)
    order = np.argpartition(-inputs[:, :-2].sum(axis=1), strongest)
    others = random.choice(order[strongest:], DRAWN)
    candidates = np.concatenate([order[:strongest], others])
    raised = np.repeat([0.0, np.log((len(inputs) - strongest) / DRAWN)], [strongest, DRAWN])
    return candidates, np.where(np.isin(candidates, objects), -np.inf, raised)


def _start(size: int, random: np.random.Generator) -> dict[str, Matrix]:
    import numpy as np

    return {
        "a": np.full(size, 0.5, np.float32),
        "b": np.zeros(HIDDEN, np.float32),
        "c": np.zeros(HIDDEN, np.float32),
        "C": random.normal(0, 1 / np.sqrt(size), (size, HIDDEN)).astype(np.float32),
    }


def _score(coefficients: dict[str, Matrix], inputs: Matrix) -> Matrix:
    import numpy as np

    hidden = np.tanh(inputs @ coefficients["C"] + coefficients["c"])
    found: Matrix = inputs @ coefficients["a"] + hidden @ coefficients["b"]
    return found


def learn(sample: Sample, seed: int = _SEED, rounds: int = ROUNDS) -> dict[str, Matrix]:
    """The coefficients, by Adam with a falling rate."""
    import numpy as np

    random = np.random.default_rng(seed)
    found = _start(sample.inputs.shape[2], random)
    mean = {name: np.zeros_like(value) for name, value in found.items()}
    square = {name: np.zeros_like(value) for name, value in found.items()}
    size = len(sample.inputs)
    steps = rounds * -(-size // _BATCH)
    step = 0
    for _ in range(rounds):
        order = random.permutation(size)
        for start in range(0, size, _BATCH):
            at = order[start : start + _BATCH]
            step += 1
            rate = _RATE * (1 - step / (steps + 1))
            for name, slope in _slopes(found, sample.inputs[at], sample.raised[at]).items():
                slope += _DECAY * found[name]
                mean[name] += 0.1 * (slope - mean[name])
                square[name] += 0.001 * (slope**2 - square[name])
                sure = np.sqrt(square[name] / (1 - 0.999**step)) + 1e-8
                found[name] -= (rate / (1 - 0.9**step) * mean[name] / sure).astype(np.float32)
    return found


def _slopes(coefficients: dict[str, Matrix], inputs: Matrix, raised: Matrix) -> dict[str, Matrix]:
    """The gradient of the mean negative log-likelihood."""
    import numpy as np

    hidden = np.tanh(inputs @ coefficients["C"] + coefficients["c"])
    scores = inputs @ coefficients["a"] + hidden @ coefficients["b"] + raised
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[:, 0] -= 1
    shares = (shares / len(inputs)).astype(np.float32).ravel()
    flat, hidden = inputs.reshape(-1, inputs.shape[2]), hidden.reshape(-1, HIDDEN)
    back = shares[:, None] * coefficients["b"] * (1 - hidden**2)
    return {"a": flat.T @ shares, "b": hidden.T @ shares, "c": back.sum(axis=0), "C": flat.T @ back}
