"""The passive of a verb, past and present, third person masculine singular: قيل يقال.

It is made from patterns. The present's is shared with the participles of :mod:`marsad.language.arabic.verbalnouns`.
"""

from __future__ import annotations

from marsad.language.arabic.spelling import spell
from marsad.language.arabic.verbs import QUADRILITERAL, QUADRILITERAL_2, QUADRILITERAL_4, Verb, word_set

_INTRANSITIVE = word_set(
    """
    آب آل استاء ازداد بات بان تاب ثار جاب جاز جاع جال حاز حان خاب دار دام دان ذاب ذاع رام راج راح زاد زال ساء ساد
    سار سام شاء شاب شاد شاع صاد صار ضاع ضاق طاب طار طاف طال عاب عاد عاش غاب غار فات فاز فاض فاق قاد قام كاد كال كان
    لاح لام ماج مات مال نال نام هاج
    بدا جثا جلا حلا خبا خطا خلا دنا ربا رسا سما سها صحا صفا طفا عدا علا غلا قسا كبا نجا نما هفا
    وثب وثق وجب وحد ودع ورد وسع وشك وصل وضح وفد وفر وفى وقع وقف ولي وهن
    """
)
"""Verbs whose passive is not in use (or hardly) and would be written like another word (عيد, سيد, يوقف)."""

_NO_PASSIVE = frozenset({7, 9, QUADRILITERAL_4})
_PAST_PASSIVE_HEAD = {
    1: "{}u",
    2: "{}u",
    3: "{}uو",
    4: "ءu{}",
    5: "تu{}u",
    6: "تu{}uو",
    8: "اu{}u",
    10: "اuستu{}",
    QUADRILITERAL: "{}u",
    QUADRILITERAL_2: "تu{}u",
}
_PRESENT_HEAD = {
    1: "{}",
    2: "{}a",
    3: "{}aا",
    4: "{}",
    5: "تa{}a",
    6: "تa{}aا",
    7: "{}a",
    8: "{}a",
    9: "{}a",
    10: "ستa{}",
    QUADRILITERAL: "{}a",
    QUADRILITERAL_2: "تa{}a",
    QUADRILITERAL_4: "{}a",
}


def passive_pair(verb: Verb) -> tuple[str, str] | None:
    """Past and present passive, third person masculine singular (u – i and u – a); None if there is none in use."""
    if verb.form in _NO_PASSIVE or (verb.form in {1, 8} and verb.past in _INTRANSITIVE):
        return None
    onset = "و" if verb.form == 4 and verb.onset in "ويء" else verb.onset
    past = spell(_PAST_PASSIVE_HEAD[verb.form].format(onset) + stem_tail(verb, "i"))
    if verb.form == 1 and verb.weakness == "defective" and verb.middle == "ء" and len(verb.present) == 3:
        return past, verb.present
    return past, spell("يu" + present_head(verb) + stem_tail(verb, "a"))


def present_head(verb: Verb) -> str:
    """The present's stem up to the middle radical after a prefix with u: a weak onset of form IV is و (يوقف)."""
    onset = "و" if verb.form == 4 and verb.onset == "ي" else verb.onset
    return _PRESENT_HEAD[verb.form].format(onset)


def stem_tail(verb: Verb, vowel: str) -> str:
    """The end of a stem from the middle radical on, with `vowel` (a or i) before the last radical."""
    if verb.weakness == "hollow":
        return ("iي" if vowel == "i" else "aا") + verb.last
    if verb.weakness == "defective":
        return verb.middle + ("iي" if vowel == "i" else "aا" if verb.middle[-1:] == "ي" else "aى")
    if verb.weakness == "doubled" and verb.middle == verb.last:
        return verb.middle
    return verb.middle + vowel + verb.last
