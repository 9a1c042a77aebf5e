"""The nouns that a verb makes by rule: its two participles (قائل, مقول) and, of all but form I, its verbal noun (مصدر).

Each is a pattern filled with the verb's radicals; how it is then declined is told in
:mod:`marsad.language.arabic.nouns`. (Grammar: W. Wright, *A Grammar of the Arabic Language*, I, §§ 35–236.)
"""

from __future__ import annotations

from typing import NamedTuple

from marsad.language.arabic.passive import present_head, stem_tail
from marsad.language.arabic.spelling import KASRATAN, spell
from marsad.language.arabic.verbs import QUADRILITERAL, QUADRILITERAL_2, QUADRILITERAL_4, Verb, analyse


class Participles(NamedTuple):
    """The two participles, masculine singular. Those of defective verbs keep their tanween (داعٍ), so that they are
    told from those of doubled verbs (راد).
    """

    active: str
    passive: str


def participles(past: str, present: str) -> Participles:
    """Active and passive participle, masculine singular, without ال.

    The passive of intransitive verbs is made too, though not in use. Defective actives end in tanween: داعٍ.

    >>> participles("أضاف", "يضيف"), participles("قال", "يقول")
    (Participles(active='مضيف', passive='مضاف'), Participles(active='قائل', passive='مقول'))
    """
    verb = analyse(past, present)
    if verb.form == 1:
        return Participles(spell(_first_active(verb)), spell(_first_passive(verb)))
    head = "مu" + present_head(verb)
    return Participles(spell(head + _active_tail(verb)), spell(head + stem_tail(verb, "a")))


def _active_tail(verb: Verb) -> str:
    """The end of a derived form's active participle; hollow VII and VIII keep their alif (مختار)."""
    if verb.weakness == "defective":
        return verb.middle + "i" + KASRATAN
    return stem_tail(verb, "a" if verb.weakness == "hollow" and verb.form in {7, 8} else "i")


def _first_active(verb: Verb) -> str:
    """Form I, pattern فاعل: كاتب, قائل, راد, داعٍ."""
    head = verb.onset + "aا"
    if verb.weakness == "hollow":
        return head + ("ءi" + KASRATAN if verb.last == "ء" else "ءi" + verb.last)
    if verb.weakness == "defective":
        return head + verb.middle + "i" + KASRATAN
    return head + (verb.middle if verb.weakness == "doubled" else verb.middle + "i" + verb.last)


def _first_passive(verb: Verb) -> str:
    """Form I, pattern مفعول: مكتوب, مقول, مبيع, مدعو, مرمي."""
    head = "مa" + verb.onset + verb.middle
    if verb.weakness == "hollow":
        return head + ("iي" if verb.present[-2] == "ي" else "uو") + verb.last
    if verb.weakness == "defective":
        return head + ("uو" if verb.last == "و" else "iي")
    return head + "uو" + verb.last


def verbal_noun(past: str, present: str) -> str | None:
    """The regular verbal noun (مصدر) of a derived or four-radical verb, without ال; None for form I, which has no rule.

    Defective V and VI end in tanween (تلقٍ).

    >>> verbal_noun("أكد", "يؤكد"), verbal_noun("استعاد", "يستعيد"), verbal_noun("قال", "يقول")
    ('تأكيد', 'استعادة', None)
    """
    verb = analyse(past, present)
    if verb.form == 1:
        return None
    return spell(_VERBAL_NOUNS[verb.form](verb))


def _second_noun(verb: Verb) -> str:
    """Form II: تفعيل, but تفعلة of defective verbs and those in hamza: تأكيد, تسمية, تهنئة, تحية."""
    if verb.weakness == "sound" and verb.last != "ء":
        return f"تa{verb.onset}{verb.middle}iي{verb.last}"
    middle = verb.middle if verb.middle != "ي" else ""
    return f"تa{verb.onset}{middle}i{verb.last}aة"


def _third_noun(verb: Verb) -> str:
    """Form III: مفاعلة: مباحثة, مناداة."""
    end = "aاة" if verb.weakness == "defective" else f"a{verb.last}aة"
    return f"مu{verb.onset}aا{verb.middle}{end}"


def _fourth_noun(verb: Verb) -> str:
    """Form IV: إفعال, hollow إفالة; a weak onset is ي: إعلان, إشارة, إيقاف, إيمان (and إراءة)."""
    end = "aة" if verb.weakness == "defective" and not verb.middle else ""
    return "ءi" + _long_alif_tail(verb, "ي" if verb.onset in "ويء" else verb.onset) + end


def _fifth_noun(verb: Verb) -> str:
    """Forms V and VI and the second four-radical form: تقدم, تبادل, تدهور, تلقٍ."""
    head = f"تa{verb.onset}a{'ا' if verb.form == 6 else ''}{verb.middle}"
    if verb.weakness == "doubled":
        return head
    return head + ("i" + KASRATAN if verb.weakness == "defective" else "u" + verb.last)


def _eighth_noun(verb: Verb) -> str:
    """Forms VII and VIII: انفعال, افتعال: انسحاب, اختيار, التقاء, احتلال."""
    if verb.weakness == "hollow":
        return f"اi{verb.onset}iيaا{verb.last}"
    return "اi" + _long_alif_tail(verb, verb.onset + "i")


def _ninth_noun(verb: Verb) -> str:
    """Form IX and the fourth four-radical form: احمرار, اطمئنان."""
    middle = "" if verb.form == 9 else verb.middle
    return f"اi{verb.onset}i{middle}{verb.last}aا{verb.last}"


def _tenth_noun(verb: Verb) -> str:
    """Form X: استفعال, hollow استفالة; an onset waw is ي: استقبال, استعادة, استيراد."""
    return "اiستi" + _long_alif_tail(verb, "ي" if verb.onset in "وي" else verb.onset)


def _long_alif_tail(verb: Verb, onset: str) -> str:
    """The end of a verbal noun with alif before the last radical: hollow adds ة for the lost radical, a weak last
    radical is hamza.
    """
    if verb.weakness == "hollow":
        return f"{onset}aا{verb.last}aة"
    return f"{onset}{verb.middle}aا{'ء' if verb.weakness == 'defective' else verb.last}"


def _quadriliteral_noun(verb: Verb) -> str:
    """The first four-radical form: سيطرة, طمأنة."""
    return f"{verb.onset}a{verb.middle}a{verb.last}aة"


_VERBAL_NOUNS = {
    2: _second_noun,
    3: _third_noun,
    4: _fourth_noun,
    5: _fifth_noun,
    6: _fifth_noun,
    7: _eighth_noun,
    8: _eighth_noun,
    9: _ninth_noun,
    10: _tenth_noun,
    QUADRILITERAL: _quadriliteral_noun,
    QUADRILITERAL_2: _fifth_noun,
    QUADRILITERAL_4: _ninth_noun,
}
