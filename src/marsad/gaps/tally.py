"""Findings of many articles counted, in memory that does not grow with their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from marsad.gaps.finder import Found
from marsad.gaps.findings import Context, Finding, Gap
from marsad.gaps.kinds import FILES, Kind
from marsad.language.arabic.fold import fold

_EXAMPLES = 3
_NOTES = 3
_LIMIT = 300_000
"""Forms that are held at once. When there are more, those met least are let go."""
_JOINED = ("و", "ف")


@dataclass(slots=True)
class _Entry:
    form: str
    count: int = 0
    notes: Counter[str] = field(default_factory=Counter)
    examples: list[Context] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        self.count += 1
        if finding.note:
            self.notes[finding.note] += 1
        self._show(finding.context)

    def take(self, other: _Entry) -> None:
        """Add what was counted under another spelling."""
        self.count += other.count
        self.notes.update(other.notes)
        for context in other.examples:
            self._show(context)

    def _show(self, context: Context) -> None:
        if len(self.examples) < _EXAMPLES and context not in self.examples:
            self.examples.append(context)


class GapTally:
    """Counts findings; spellings that fold to one are one form."""

    def __init__(self, kinds: Collection[Kind] = tuple(Kind), limit: int = _LIMIT) -> None:
        self.kinds, self.limit = frozenset(kinds), limit
        self._entries: dict[tuple[Kind, str], _Entry] = {}
        self._definite: Counter[str] = Counter()

    def add(self, found: Found) -> None:
        """Count what one article holds."""
        for finding in found.findings:
            if finding.kind in self.kinds:
                self._entries.setdefault(_key(finding), _Entry(finding.form)).add(finding)
        if Kind.clitics in self.kinds:
            self._definite.update(found.definite)
        if len(self._entries) + len(self._definite) > self.limit:
            self._forget()

    def _forget(self) -> None:
        """Let go of what was met once, then twice …, until half the room is free."""
        least = 1
        while len(self._entries) + len(self._definite) > self.limit // 2:
            self._entries = {key: entry for key, entry in self._entries.items() if entry.count > least}
            self._definite = Counter({form: n for form, n in self._definite.items() if n > least})
            least += 1

    def gaps(self, top: int, least: int = 1) -> list[Gap]:
        """The commonest gaps, at most `top` of each kind and none met fewer than `least` times, kind by kind."""
        found: dict[Kind, list[_Entry]] = {kind: [] for kind in Kind}
        for kind, entry in self._joined():
            if entry.count >= least:
                found[kind].append(entry)
        return [_gap(kind, entry) for kind in Kind for entry in sorted(found[kind], key=_order)[:top]]

    def _joined(self) -> list[tuple[Kind, _Entry]]:
        """The forms, those with و or ف counted with the same form without; divisions only if the corpus speaks against
        them."""
        kept: dict[tuple[Kind, str], _Entry] = {}
        for (kind, form), entry in sorted(self._entries.items(), key=lambda item: len(item[0][1])):
            if kind is Kind.clitics and not self._definite[entry.form]:
                continue
            bare = (kind, form[1:]) if form[0] in _JOINED and kind is not Kind.clitics else None
            if bare in kept:
                kept[bare].take(entry)
            else:
                fresh = kept[kind, form] = _Entry(entry.form)
                fresh.take(entry)
        return [(kind, entry) for (kind, _), entry in kept.items()]


def _key(finding: Finding) -> tuple[Kind, str]:
    return finding.kind, finding.form if finding.kind is Kind.clitics else fold(finding.form)


def _order(entry: _Entry) -> tuple[int, str]:
    return -entry.count, entry.form


def _gap(kind: Kind, entry: _Entry) -> Gap:
    notes = sorted(entry.notes.items(), key=lambda item: (-item[1], item[0]))[:_NOTES]
    return Gap(kind, entry.form, entry.count, tuple(notes), FILES[kind], tuple(entry.examples))
