"""Trains the model that tells where names unknown to the lexicon begin and end.

    python scripts/train_tagger.py anercorp_train.conll wojood/train.txt wojood/val.txt [--write]

A file holds one word a line with its tags behind it, sentences apart by an empty line, as ANERcorp and Wojood do. Every
fifth block of a hundred sentences is held out; what is trained on the rest is measured on it. `--write` then trains on
all and puts the model into the package. The same files and lexicon give the same bytes. Needs NumPy.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from marsad.language.arabic.tokens import tokenise
from marsad.lexicon.lexicon import Lexicon, Word, default_lexicon
from marsad.lexicon.namefeatures import ALWAYS, at
from marsad.lexicon.nametagger import BEGINNINGS, COLUMNS, MODEL, NameTagger

KINDS = {"PERS": "person", "PER": "person", "ORG": "org", "GPE": "place", "LOC": "place"}
"""What the corpora's tags mean here, the first of them where a word has several; other tags are no names."""
BLOCK, HELD_OUT = 100, 5
SCALE, RARE, SMALL = 100, 3, 5
"""Weights are kept in hundredths; features of fewer places and smaller weights are left out."""
STEPS, RATE, RIDGE, LASSO = 120, 0.1, 1e-4, 2e-5
Array = np.ndarray[Any, np.dtype[Any]]


class Token(NamedTuple):
    """A word of a corpus, the kind of name that it belongs to, if any, and whether the name begins with it."""

    word: str
    kind: str = ""
    begins: bool = False


class Example(NamedTuple):
    """A question and its answer: the features of a place, and the number of what is right there."""

    features: list[str]
    answer: int


def main() -> None:
    """Train and measure; write the model if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="put the model into the package")
    options = parser.parse_args()
    lexicon = default_lexicon()
    kept: list[list[Token]] = []
    held_out: list[list[Token]] = []
    for path in options.corpora:
        for n, sentence in enumerate(sentences(path)):
            (held_out if n // BLOCK % HELD_OUT == 0 else kept).append(sentence)
    print(report(NameTagger(train(kept, lexicon)), held_out, lexicon))
    if options.write:
        write(train(kept + held_out, lexicon), [path.name for path in options.corpora])
        print(f"{MODEL.name}: {MODEL.stat().st_size // 1024} KiB")


def sentences(path: Path) -> Iterator[list[Token]]:
    """The sentences of a corpus, each with its line end, in the tokens of the reader."""
    found: list[Token] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        word, *tags = line.split() or [""]
        if word and word != "$#$":
            found += _tokens(word, tags)
        elif found and not word:
            yield [*found, Token("\n")]
            found = []


def _tokens(word: str, tags: list[str]) -> list[Token]:
    kinds = {KINDS[tag[2:]]: tag[0] == "B" for tag in tags if tag[2:] in KINDS}
    kind = next((k for k in BEGINNINGS if k in kinds), "")
    return [Token(part, kind, n == 0 and kinds.get(kind, False)) for n, part in enumerate(tokenise(word).words)]


def train(corpus: Iterable[list[Token]], lexicon: Lexicon) -> dict[str, list[int]]:
    """The votes of each feature that is worth keeping."""
    tokens = [token for sentence in corpus for token in sentence]
    words = lexicon.words([token.word for token in tokens])
    beginning = fit(_beginnings(tokens, words), len(BEGINNINGS) + 1)
    going_on = [fit(_continuations(tokens, words, kind), 2) for kind in ("person", "org")]
    model: dict[str, list[int]] = {}
    for column, weights in enumerate([*_columns(beginning), *(next(_columns(w)) for w in going_on)]):
        for feature, weight in weights.items():
            model.setdefault(feature, [0] * len(COLUMNS))[column] = weight
    return {feature: model[feature] for feature in sorted(model)}


def _beginnings(tokens: list[Token], words: list[Word]) -> list[Example]:
    return [
        Example(at(words, i), BEGINNINGS.index(token.kind) + 1 if token.begins else 0)
        for i, token in enumerate(tokens)
        if token.begins or not token.kind
    ]


def _continuations(tokens: list[Token], words: list[Word], kind: str) -> list[Example]:
    return [
        Example(at(words, i), int(tokens[i].kind == kind and not tokens[i].begins))
        for i in range(1, len(tokens))
        if tokens[i - 1].kind == kind
    ]


def _columns(weights: dict[str, Array]) -> Iterator[dict[str, int]]:
    """Each answer's weight beside that of the answer 0, in hundredths, without small ones."""
    for answer in range(1, len(next(iter(weights.values())))):
        rounded = {f: round(SCALE * float(w[answer] - w[0])) for f, w in weights.items()}
        yield {f: w for f, w in rounded.items() if abs(w) >= SMALL}


def fit(examples: list[Example], answers: int) -> dict[str, Array]:
    """Multinomial logistic regression: the weights of each feature that is not rare, one an answer."""
    counts = Counter(f for example in examples for f in example.features)
    names = [ALWAYS, *sorted(f for f, n in counts.items() if n >= RARE and f != ALWAYS)]
    if not examples:
        return {ALWAYS: np.zeros(answers)}
    number = {f: n for n, f in enumerate(names)}
    rows = [[number[f] for f in example.features if f in number] for example in examples]
    flat, row = np.concatenate(rows), np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    firsts = np.concatenate([[0], np.cumsum([len(r) for r in rows])[:-1]])
    right: Array = np.eye(answers)[[example.answer for example in examples]]
    weights: Array = np.zeros((len(names), answers))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        sums = np.add.reduceat(weights[flat], firsts, axis=0)
        odds = np.exp(sums - sums.max(axis=1, keepdims=True))
        wrong: Array = (odds / odds.sum(axis=1, keepdims=True) - right)[row]
        slope: Array = np.stack([np.bincount(flat, wrong[:, k], len(names)) for k in range(answers)], axis=1)
        slope = slope / len(rows) + RIDGE * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        rate = RATE if step < 0.6 * STEPS else RATE / 5
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
        weights = np.sign(weights) * np.maximum(np.abs(weights) - LASSO * RATE * 10, 0)
    return dict(zip(names, weights, strict=True))


def report(tagger: NameTagger, corpus: Iterable[list[Token]], lexicon: Lexicon) -> str:
    """How well beginnings and continuations in sentences that were not trained on are told."""
    tokens = [token for sentence in corpus for token in sentence]
    words = lexicon.words([token.word for token in tokens])
    found: Counter[tuple[str, str]] = Counter()
    for i, token in enumerate(tokens):
        if token.begins or not token.kind:
            kind = next((k for k in BEGINNINGS if tagger.begins(words, i, k) > 0), "")
            _count(found, kind and f"{kind} begins", f"{token.kind} begins" if token.begins else "")
        before = tokens[i - 1].kind if i else ""
        if before in {"person", "org"}:
            name = f"{before} goes on"
            goes_on = tagger.goes_on(words, i, before) > 0
            _count(found, name if goes_on else "", name if token.kind == before and not token.begins else "")
    return "\n".join(_line(found, name) for name in ("person begins", "org begins", "place begins", *COLUMNS[3:]))


def _count(found: Counter[tuple[str, str]], told: str, right: str) -> None:
    found.update([("told", told), ("right", right)] + ([("both", told)] if told == right else []))


def _line(found: Counter[tuple[str, str]], name: str) -> str:
    both, told, right = (found[kind, name] for kind in ("both", "told", "right"))
    precision, recall = both / max(told, 1), both / max(right, 1)
    harmonic = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{name:15} precision {precision:.3f}  recall {recall:.3f}  F1 {harmonic:.3f}  ({right} names)"


def write(model: dict[str, list[int]], corpora: list[str]) -> None:
    """Put the model into the package; the time of writing leaves no trace in it."""
    MODEL.parent.mkdir(exist_ok=True)
    text = json.dumps({"trained on": corpora, "columns": COLUMNS, "votes": model}, ensure_ascii=False)
    MODEL.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
