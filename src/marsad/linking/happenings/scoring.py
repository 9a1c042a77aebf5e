"""How likely two events of two articles are one event of the world.

Each thing that they have in common, or do not, tells for or against it; the weights add up like the logarithms of odds.
They are set by hand for kinds of news and do not depend on what is in the store. A wrong link costs more than a missed
one: an event without a time or with only one party needs the same words.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from marsad.linking.happenings.acts import modes_fit, parties_in_common, same_ids
from marsad.linking.happenings.told import Told
from marsad.linking.happenings.windows import UNKNOWN, agreement_in_time
from marsad.linking.words import is_rare, likeness

LINKED = 0.6
"""The least likelihood of a link."""

_RARITY = {
    "CONSULT": -6.0, "AGREE": -7.0, "COOPERATE": -8.0, "AID": -7.0, "RETREAT": -7.0, "CONCEDE": -7.0,
    "SUPPORT": -7.5, "REQUEST": -7.5, "ACCUSE": -7.5, "REJECT": -7.5, "THREATEN": -7.5,
    "PROTEST": -7.0, "SANCTION": -7.0, "MOBILIZE": -7.5, "COERCE": -7.5, "ASSAULT": -8.5,
}  # fmt: skip
"""What must be outweighed: the more often the same two do the same in a few days, the more."""
_OF_MODE = {"suicide-attack": 2.5, "explosives": 1.5, "abduct": 1.5, "unconventional": 2.0}
_DENIED = -1.5
_SAME_SPEECH, _SAME_TEXT = 2.5, 0.7
"""What two events must have in common if one of them cannot be dated: words of a party, or of the report."""
_COUNTED = frozenset({"agreement", "month", "day", "week", "hour", "year", "minute", "percent"})
"""Units whose numbers many events have in common."""


class Clue(NamedTuple):
    """One thing that tells for (above 0) or against two events being one."""

    what: str
    tells: float


def score(a: Told, b: Told) -> float:
    """The likelihood of one event, 0 if it is below `LINKED`. It does not matter which of the two comes first."""
    clues = compare(a, b)
    if clues is None:
        return 0.0
    likelihood = 1 / (1 + math.exp(-sum(c.tells for c in clues)))
    return round(likelihood, 4) if likelihood >= LINKED else 0.0


def compare(a: Told, b: Told) -> list[Clue] | None:
    """What tells for and against; None where one thing excludes it."""
    if a.type != b.type or not _status_fits(a, b) or not modes_fit(a, b):
        return None
    if a.article == b.article and not _told_twice(a, b):
        return None
    time, parties, place = agreement_in_time(a, b), parties_in_common(a, b), _place(a, b)
    if time is None or parties is None or place is None:
        return None
    clues = [
        Clue("type", _RARITY[a.type]), Clue("time", time), Clue("parties", parties), Clue("place", place),
        Clue("words", _words(a, b)), Clue("mode", _mode(a, b)), Clue("act", _act(a, b)), Clue("status", _status(a, b)),
        Clue("numbers", _numbers(a, b)), Clue("speech", _speech(a, b)),
    ]  # fmt: skip
    return clues if time > UNKNOWN or _says_the_same(a, b) else None


def _says_the_same(a: Told, b: Told) -> bool:
    """Whether two articles, one of which tells no time, tell in the same words, or the same words of a party."""
    return _speech(a, b) >= _SAME_SPEECH or likeness(a.words, b.words) >= _SAME_TEXT


def _told_twice(a: Told, b: Told) -> bool:
    """Whether two events of one article may be one that its words did not show to be one (`اتصال`, then `بحثا`): a
    meeting or agreement of the very same parties. Two blows in one article are two."""
    return a.type in ("CONSULT", "AGREE") and a.status == b.status and same_ids(a, b)


def _status_fits(a: Told, b: Told) -> bool:
    """What happened and what was planned are two records; what one denies may be what the other tells."""
    coming = [t.status in ("planned", "possible") for t in (a, b)]
    return coming[0] == coming[1]


def _status(a: Told, b: Told) -> float:
    """What one tells and the other denies must be told in the same words."""
    return _DENIED if (a.status == "denied") != (b.status == "denied") else 0.0


def _mode(a: Told, b: Told) -> float:
    """The same mode tells the more the rarer it is."""
    return _OF_MODE.get(a.mode, 0.5) if a.mode and a.mode == b.mode else 0.0


def _act(a: Told, b: Told) -> float:
    """The same entry of the lexicon; meetings and what has a mode have many names, other acts fewer."""
    if not a.sense or not b.sense:
        return 0.0
    return 1.0 if a.sense == b.sense else 0.0 if a.type == "CONSULT" or a.mode == b.mode != "" else -1.0


def _place(a: Told, b: Told) -> float | None:
    if not a.place or not b.place:
        return 0.0
    if a.place == b.place:
        return 0.5 if a.place.startswith("state:") else 1.5
    return 0.0 if "state:" in a.place + b.place else None


def _words(a: Told, b: Told) -> float:
    share = likeness(a.words, b.words)
    common = len(a.words & b.words)
    return min(7.0 * share, 0.7 * common) - 1.5


def _numbers(a: Told, b: Told) -> float:
    told, others = ({q for q in t.quantities if q[1] not in _COUNTED} for t in (a, b))
    return min(2.0, 1.2 * len(told & others))


def _speech(a: Told, b: Told) -> float:
    """The same words of a party in both articles."""
    best = 0.0
    for who, words in a.said:
        for other, others in b.said:
            if who == other:
                best = max(best, _echo(words, others))
    return best


def _echo(a: frozenset[str], b: frozenset[str]) -> float:
    common = a & b
    if len(common) < 4 or sum(map(is_rare, common)) < 2:
        return 0.0
    return min(4.0, 6.0 * likeness(a, b))
