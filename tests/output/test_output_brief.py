"""The brief and the timeline."""

import dataclasses
import re

from marsad.output.bidi import FSI, PDI
from marsad.output.brief import brief
from marsad.output.layout import Page
from marsad.records import Article, Dating, Reading

_ISOLATES = re.compile("[\u2066-\u2069\u200f]")


def plain(text: str) -> str:
    return _ISOLATES.sub("", text)


def test_brief_in_english(reading: Reading) -> None:
    text = "".join(brief([reading], Page(100), "en"))
    assert (
        plain(text)
        == f"""{"━" * 100}
1. قال وزير الخارجية الروسي سيرغي لافروف: «لن نقبل الإملاءات <الغربية>»، بحسب وكالة تاس.
  Reuters · 5 March 2024 (to the day) · lavrov
  evidence: بتاريخ 5 مارس 2024
  Said
    Sergey Lavrov (foreign minister, Russia) · says (direct) · as told by TASS, then Reuters
      «لن نقبل الإملاءات <الغربية>»
    Iran · denies (indirect)
      مهاجمة السفينة
  ● Happened
    ● Xi Jinping → Russia: visit «زار» · 4 March 2024 · in Moscow
    ● Russia, China: support «اتفاقا»
      terms: 3 billion US dollars; 5 years
  ▷ Planned
    ▷ Ukraine: sanctions or cut ties «فرض عقوبات»
  ◇ Possible
    ◇ Vladimir Putin → China: visit «يزور» · May 2024
  ✗ Denied
    ✗ Iran: attack «مهاجمة»
      according to Iran

Timeline
  4 March 2024
    ● Xi Jinping → Russia: visit [lavrov]
  by 5 March 2024
    ● Russia, China: support [lavrov]
    ✗ Iran: attack (denied) [lavrov]
  May 2024
    ◇ Vladimir Putin → China: visit (possible) [lavrov]
  no date
    ▷ Ukraine: sanctions or cut ties (planned) [lavrov]
"""
    )


def test_brief_isolates_arabic(reading: Reading) -> None:
    text = "".join(brief([reading], Page(100), "en"))
    assert f"visit {FSI}«زار»{PDI} · 4 March 2024" in text
    for line in text.splitlines():
        assert len(re.findall("[\u2066-\u2068]", line)) == line.count(PDI)


def test_brief_in_arabic(reading: Reading) -> None:
    text = plain("".join(brief([reading], Page(100, rtl=True), "ar")))
    assert "سيرغي لافروف (وزير خارجية، روسيا) · يقول (قول مباشر) · نقلًا عن تاس، ثم رويترز" in text
    assert "الأرقام والشروط: 3 مليارات دولار؛ لخمس سنوات" in text
    assert "شي جين بينغ ← روسيا: زيارة «زار» · 4 مارس 2024 · في موسكو" in text
    assert not re.search("[A-Za-z]", text.replace("lavrov", ""))


def test_brief_tells_statuses_apart_without_colour(reading: Reading) -> None:
    text = "".join(brief([reading], Page(100), "en"))
    assert "\x1b" not in text
    for heading in ("● Happened", "▷ Planned", "◇ Possible", "✗ Denied"):
        assert heading in text
    assert "\x1b[1;31m" in "".join(brief([reading], Page(100, colour=True), "en"))


def test_brief_merges_what_articles_tell_alike(reading: Reading) -> None:
    other = dataclasses.replace(reading, article=dataclasses.replace(reading.article, doc="other"))
    text = plain("".join(brief([reading, other], Page(100), "en")))
    assert "● Xi Jinping → Russia: visit [2 articles]" in text


def test_brief_says_a_head_once(reading: Reading) -> None:
    first = reading.statements[1]
    again = dataclasses.replace(first, id="s3", content=dataclasses.replace(first.content, start=0, end=1, text="ا"))
    text = plain("".join(brief([dataclasses.replace(reading, statements=(first, again))], Page(100), "en")))
    assert text.count("Iran · denies (indirect)") == 1


def test_brief_joins_speakers_of_one_statement(reading: Reading) -> None:
    first = reading.statements[1]
    second = dataclasses.replace(first, id="s3", speaker="state:UKR")
    text = plain("".join(brief([dataclasses.replace(reading, statements=(first, second))], Page(100), "en")))
    assert "Iran, Ukraine · denies (indirect)" in text


def test_brief_of_an_empty_article() -> None:
    empty = Reading(Article("0", "", "nothing", published=Dating()))
    text = "".join(brief([empty], Page(60), "en"))
    assert "untitled" in text
    assert "publication date unknown" in text
    assert "No statement and no event" in text
    assert "Timeline" not in text


def test_brief_of_nothing() -> None:
    assert "".join(brief([], Page(60), "en")) == "Nothing to read.\n"


def test_brief_keeps_to_the_width(reading: Reading) -> None:
    from marsad.output.bidi import width

    for size in (40, 60, 100):
        assert all(width(line) <= size for line in "".join(brief([reading], Page(size), "en")).splitlines())
