"""Lines for a terminal: styled pieces, wrapped by width, in either direction, with or without colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from marsad.output.bidi import PDI, RLI, RLM, clean, isolate, width

STYLES = {
    "": "", "title": "1", "rule": "36", "dim": "2", "heading": "1;4", "speaker": "1;36", "party": "1", "date": "35",
    "quoted": "2",
    "actual": "1;32", "planned": "1;34", "possible": "1;33", "denied": "1;31",
    "cue": "1;30;46", "content": "36", "trigger": "1;30;42", "quantity": "33",
    "mention": "4", "furniture": "2;9", "id": "2;36", "bracket": "36",
}  # fmt: skip
"""Select Graphic Rendition parameters (ECMA-48) by the name of a style."""


class Piece(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its pieces, its indent, what further lines are indented by more, and whether it runs from right to
    left whatever the page does.
    """

    pieces: tuple[Piece, ...]
    indent: int = 0
    hang: int = 0
    rtl: bool = False


class Page(NamedTuple):
    """What blocks are laid out for. `align` sets right-to-left pages flush right."""

    width: int = 80
    colour: bool = False
    rtl: bool = False
    align: bool = False

    def render(self, blocks: Iterable[Block]) -> str:
        """The blocks as text, each line ended."""
        return "".join(f"{line}\n" for block in blocks for line in self.lines(block))

    def lines(self, block: Block) -> Iterator[str]:
        """The lines of one block."""
        for number, words in enumerate(_wrap(block, self.width)):
            yield self._line(words, block.indent + (block.hang if number else 0), block.rtl)

    def _line(self, words: list[_Word], indent: int, rtl: bool) -> str:
        if not words:
            return ""
        rtl = rtl or self.rtl
        runs = _merge(words)
        used = sum(width(run.text) + run.space for run in runs)
        body = "".join(" " * run.space + self._paint(isolate(run.text, rtl), run.style) for run in runs)
        if not self.rtl:
            return " " * indent + (f"{RLI}{body}{PDI}" if rtl else body)
        if not self.align:
            return " " * indent + RLM + body
        return " " * max(0, self.width - used - indent) + f"{RLI}{body}{PDI}"

    def _paint(self, text: str, style: str) -> str:
        code = STYLES[style]
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code else text


def block(*pieces: Piece | str, indent: int = 0, hang: int = 0, rtl: bool = False) -> Block:
    """A block of pieces; plain strings have no style, empty ones are left out."""
    made = (Piece(p) if isinstance(p, str) else p for p in pieces)
    return Block(tuple(p for p in made if p.text), indent, hang, rtl)


BLANK = Block(())
_QUOTATION = re.compile(r"(«[^»]*»|“[^”]*”)")


def quoting(text: str, style: str) -> Iterator[Piece]:
    """A text in one style with its quotations as pieces apart, so that each keeps its own direction as a whole."""
    for number, part in enumerate(_QUOTATION.split(text)):
        if part:
            yield Piece(part, "quoted" if number % 2 else style)


class _Word(NamedTuple):
    text: str
    style: str
    space: bool
    """Whether a blank stands before it."""


def _words(block: Block) -> Iterator[_Word]:
    """The words of a block. A piece that neither begins nor follows one that ends in a blank is glued to it."""
    blank = True
    for piece in block.pieces:
        blank = blank or piece.text[:1].isspace()
        for number, word in enumerate(clean(piece.text).split()):
            yield _Word(word, piece.style, blank or number > 0)
            blank = False
        blank = blank or piece.text[-1:].isspace()


def _wrap(block: Block, limit: int) -> Iterator[list[_Word]]:
    """The block's words in lines no wider than `limit`; what is wider than that has a line of its own."""
    line: list[_Word] = []
    left = limit - block.indent
    for unit in _units(block):
        size = sum(width(word.text) for word in unit)
        if line and size + 1 > left:
            yield line
            line, left = [], limit - block.indent - block.hang
        left -= size + bool(line)
        line += [unit[0]._replace(space=bool(line)), *unit[1:]]
    yield line


def _units(block: Block) -> Iterator[list[_Word]]:
    """Words that must stay on one line."""
    unit: list[_Word] = []
    for word in _words(block):
        if unit and word.space:
            yield unit
            unit = []
        unit.append(word)
    if unit:
        yield unit


def _merge(words: list[_Word]) -> list[_Word]:
    """Neighbouring words of one style as one, so that one isolate holds them."""
    merged: list[_Word] = []
    for word in words:
        if merged and merged[-1].style == word.style:
            last = merged[-1]
            merged[-1] = last._replace(text=f"{last.text}{' ' * word.space}{word.text}")
        else:
            merged.append(word)
    return merged
