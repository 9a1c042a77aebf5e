"""Whether two statements are the same words: speaker and time first, then words, then vectors where words leave it
open."""

from __future__ import annotations

from marsad.linking.echoes import vectors
from marsad.linking.echoes.comparing import Match, agree, common_share, match
from marsad.linking.echoes.keys import NEAR
from marsad.linking.echoes.sayings import Saying
from marsad.linking.echoes.wording import wording

LEAST_SHARE = 0.3
"""The share of words in common, by weight, below which two statements are not compared any further."""
SAME_WORDS, SAME_ORDER = 0.75, 0.4
"""Shares of words and of neighbours in common from which words alone tell."""
QUOTED_WORDS, QUOTED_ORDER, QUOTED_LENGTH = 0.9, 0.6, 6
"""The same for words told again more than a week later, and how many they must be: a quotation of old words, and not
what he says each time."""
AGAIN = 7
"""Days after which only a quotation is the same words."""
BY_VECTORS, SHARE_COUNTS = 0.88, 0.3
"""A cosine, and a share of words in common that counts three tenths, must make so much together."""
VECTORS_FROM, WORDS_FROM = 5, 3
"""The content words that a statement must have for its vector to tell it from others on the same subject, and how many
of them must stand in the other."""
FEW_WORDS, MUCH_LONGER = 0.55, 1.6
"""A statement is not looked for by vectors in one that is so many times as long, if fewer of its words are there: the
rest would be much of the longer one's vector."""
WITHOUT_VECTORS = 0.6
"""The share of words in common that is asked for where no vectors can be made."""


def score(a: Saying, b: Saying) -> float:
    """How surely two statements are the same words, 0 to 1; 0 says that they are not. Their order does not matter."""
    if a.article == b.article or a.denies != b.denies or not same_speaker(a, b):
        return 0.0
    if a.text == b.text:
        return 1.0
    first, second = wording(a.text, a.names), wording(b.text, b.names)
    if (second.weight, b.text) < (first.weight, a.text):
        a, b, first, second = b, a, second, first
    if common_share(first, second) < LEAST_SHARE or not agree(a, b):
        return 0.0
    found = match(first, second)
    if found.contradicts or found.share < LEAST_SHARE:
        return 0.0
    return _decided(a, b, found, (len(first.words), len(second.words)))


def same_speaker(a: Saying, b: Saying) -> bool:
    """The same one, or someone and the state, ministry or army that he speaks for."""
    if a.speaker == b.speaker:
        return True
    both_persons = a.speaker.startswith("person:") and b.speaker.startswith("person:")
    return bool(a.state) and a.state == b.state and not both_persons


def _decided(shorter: Saying, longer: Saying, found: Match, lengths: tuple[int, int]) -> float:
    """By words alone if they are plainly the same, or told too far apart for a paraphrase; else by vectors."""
    gap = shorter.days.gap(longer.days) if shorter.days and longer.days else None
    if gap is not None and gap > AGAIN:
        quoted = found.share >= QUOTED_WORDS and found.joined >= QUOTED_ORDER and lengths[0] >= QUOTED_LENGTH
        return found.share if quoted else 0.0
    if found.share >= SAME_WORDS and found.joined >= SAME_ORDER:
        return found.share
    if gap is None or gap > NEAR or _is_nameless(shorter) or _is_nameless(longer) or not _comparable(found, *lengths):
        return 0.0
    return _by_vectors(shorter, longer, found)


def _comparable(found: Match, shorter: int, longer: int) -> bool:
    """Whether the vectors of two statements of so many words would tell anything."""
    if shorter < VECTORS_FROM or found.words < WORDS_FROM:
        return False
    return found.share >= FEW_WORDS or longer < MUCH_LONGER * shorter


def _is_nameless(saying: Saying) -> bool:
    """Whether the speaker is known by a role alone (`group:tur-officials`, `person:sau-governor`): two such are less
    surely one, and say the same things more often."""
    kind, _, name = saying.speaker.partition(":")
    return kind == "group" or (kind == "person" and name.startswith(f"{saying.state[6:].lower() or '?'}-"))


def _by_vectors(shorter: Saying, longer: Saying, found: Match) -> float:
    cosine = vectors.likeness(shorter.text, longer.text)
    if cosine is None:
        return found.share if found.share >= WITHOUT_VECTORS else 0.0
    together = cosine + SHARE_COUNTS * found.share
    return min(1.0, together / (1 + SHARE_COUNTS)) if together >= BY_VECTORS else 0.0
