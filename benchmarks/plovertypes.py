"""How well Marsad covers all 16 PLOVER types: its events in the sentences of the PLOVER gold standard in Arabic.

    python benchmarks/plovertypes.py [--write] [--misses]

Each sentence tells one event of known type. Both its label and our events are folded as PLOVER codes the future (a
planned CONSULT, SUPPORT, COOPERATE or AID is an AGREE, a planned RETREAT a CONCEDE), and what is denied counts as not
told. `--misses` lists what was not found, `--write` puts the table into docs/accuracy.md. Needs
`gold/plover_gsr_ar.jsonl` in `shared/` beside the repository, or `--shared FOLDER`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from blocks import REPOSITORY, table, write_block

import marsad

ENOUGH = 5
"""A type with fewer sentences says too little and is left out of the macro average."""

FOLDED = dict.fromkeys(["CONSULT", "SUPPORT", "COOPERATE", "AID"], "AGREE") | {"RETREAT": "CONCEDE"}
"""What PLOVER 2.0 calls the planned act of a type (codebook, boundary rules on the future)."""


@dataclass(frozen=True)
class Sentence:
    """One sentence: its type, and the types of our events in it: all, and those at the words that tell the act."""

    id: str
    text: str
    type: str
    anywhere: frozenset[str]
    at_trigger: frozenset[str]

    @property
    def found(self) -> bool:
        """Whether one of our events has the type of the sentence."""
        return self.type in self.anywhere

    @property
    def wrong(self) -> frozenset[str]:
        """The types that we give to the act of the sentence and that it does not have.

        What we say at the words that tell the act, if we say anything there. If not, everything that we found
        instead; but where the type was found, other words of the sentence may tell other acts.
        """
        if self.at_trigger or self.found:
            return self.at_trigger - {self.type}
        return self.anywhere

    @property
    def other(self) -> frozenset[str]:
        """All other types, as if nothing but the act of the sentence were told in it."""
        return self.anywhere - {self.type}


@dataclass(frozen=True)
class Score:
    """How often a type was to be found, was found, and was given to an act of another type."""

    sentences: int
    found: int
    wrong: int

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision; 0 where there is nothing."""
        counted = self.sentences + self.found + self.wrong
        return 2 * self.found / counted if counted else 0.0


def folded(type_: str, status: str) -> str:
    """The type of an act once the future is coded as PLOVER 2.0 does."""
    return FOLDED.get(type_, type_) if status == "planned" else type_


def read(gold: dict[str, Any]) -> Sentence:
    """Read the text of one gold record."""
    start = gold["text"].find(gold["trigger"])
    end = start + len(gold["trigger"])
    told = [e for e in marsad.read(gold["text"]).events if e.status != "denied"]
    here = [e for e in told if any(span.start < end and start < span.end for span in (e.trigger, *e.also))]
    return Sentence(
        id=gold["id"],
        text=gold["text"],
        type=folded(gold["event"], gold["status"]),
        anywhere=frozenset(folded(e.type, e.status) for e in told),
        at_trigger=frozenset(folded(e.type, e.status) for e in here),
    )


def sentences(shared: Path) -> list[Sentence]:
    """All sentences of the gold standard, read."""
    lines = (shared / "gold" / "plover_gsr_ar.jsonl").read_text(encoding="utf-8").splitlines()
    return [read(json.loads(line)) for line in lines]


def score(read_: Iterable[Sentence], *, strict: bool = False) -> dict[str, Score]:
    """The score of each type; `strict` takes every other event in a sentence for a wrong one."""
    all_ = list(read_)
    expected = Counter(s.type for s in all_)
    found = Counter(s.type for s in all_ if s.found)
    wrong = Counter(type_ for s in all_ for type_ in (s.other if strict else s.wrong))
    return {t: Score(expected[t], found[t], wrong[t]) for t in sorted({*expected, *wrong})}


def macro(scores: dict[str, Score]) -> float:
    """The mean F1 of the types that have enough sentences."""
    counted = [s.f1 for s in scores.values() if s.sentences >= ENOUGH]
    return sum(counted) / len(counted)


def lowest(scores: dict[str, Score]) -> float:
    """The lowest F1 among the types that have enough sentences."""
    return min(s.f1 for s in scores.values() if s.sentences >= ENOUGH)


def report(read_: list[Sentence]) -> str:
    """The table of all types with the command that made it."""
    scores, strict = score(read_), score(read_, strict=True)
    rows = [
        [t, str(s.sentences), str(s.found), str(s.wrong), f"{s.f1:.2f}", f"{strict[t].f1:.2f}"]
        for t, s in ((t, scores.get(t, Score(0, 0, 0))) for t in strict)
    ]
    total = ["all", str(len(read_)), str(sum(s.found for s in read_)), str(sum(len(s.wrong) for s in read_)), "", ""]
    mean = [f"mean of the types with {ENOUGH} or more", "", "", "", f"{macro(scores):.2f}", f"{macro(strict):.2f}"]
    header = ["", "sentences", "found", "wrong", "F1", "F1, strict"]
    return f"{table(header, [*rows, total, mean])}\n\nMade by `make bench WRITE=--write`."


def misses(read_: Iterable[Sentence]) -> Iterator[str]:
    """One line for each sentence whose type was not found or was given wrongly too."""
    for s in read_:
        if not s.found or s.wrong:
            yield f"{s.type}\t{'found' if s.found else 'missed'}\t{' '.join(sorted(s.wrong))}\t{s.id}\t{s.text}"


def main() -> None:
    """Score all types, print the table, write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    parser.add_argument("--misses", action="store_true", help="list the sentences that were not read rightly")
    arguments = parser.parse_args()
    if not (arguments.shared / "gold" / "plover_gsr_ar.jsonl").is_file():
        sys.exit(f"{arguments.shared}: no gold standard here; say where it is: --shared FOLDER")
    read_ = sentences(arguments.shared)
    block = report(read_)
    print(block)
    if arguments.misses:
        print(*misses(read_), sep="\n")
    if arguments.write:
        write_block(REPOSITORY / "docs" / "accuracy.md", "types", block)


if __name__ == "__main__":
    main()
