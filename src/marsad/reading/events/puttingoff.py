"""Acts that were only planned, as the words after their noun tell: put off, called off, or due once."""

from __future__ import annotations

from marsad.reading.document import ENDERS, Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.reportwords import act_words

_PUT_OFF = act_words("put-off")
_SCHEDULED = act_words("scheduled")
_REACH = 9
"""How many words after the noun the verb or the relative clause may stand that tells of it."""


def was_only_planned(doc: Document, args: Arguments, j: int) -> bool:
    """Whether the words from token `j`, the one after an event noun, say that the act was only planned: `زيارته التي
    كانت **مقررة** الشهر الماضي`, `زيارته إلى موسكو **تأجلت**`."""
    for k in range(j, min(j + _REACH, doc.size - 2)):
        if doc.is_sign(k, ENDERS):
            return False
        if doc.words[k].tense and args.at[k] is None:
            return doc.folded[k] in _PUT_OFF
        if doc.is_class(k, "rel") and doc.is_class(k + 1, "kana"):
            return not _SCHEDULED.isdisjoint(doc.folded[k + 2 : k + 4])
    return False
