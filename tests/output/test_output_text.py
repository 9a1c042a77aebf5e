"""Words, dates, names, and Arabic and Latin on one line."""

import pytest

from marsad.output.bidi import FSI, PDI, RLI, RLM, clean, isolate, shorten, width
from marsad.output.dates import bounds, date_text, sort_key
from marsad.output.labels import event_label, keys, label
from marsad.output.layout import Block, Page, Piece, block, quoting
from marsad.output.names import Names, amount_text, number_text, office_text, quantity_text, state_name
from marsad.records import EVENT_TYPES, Quantity, Reading


def test_labels_cover_what_records_hold() -> None:
    wanted = {f"type.{t}" for t in EVENT_TYPES} | {f"status.{s}" for s in ("actual", "planned", "possible", "denied")}
    wanted |= {f"kind.{k}" for k in ("direct", "indirect", "mixed")}
    wanted |= {f"precision.{p}" for p in ("day", "month", "year", "interval", "unknown")}
    assert wanted <= keys()


def test_labels_of_the_page_are_all_there() -> None:
    import re
    from pathlib import Path

    import marsad.output

    code = "".join(p.read_text(encoding="utf-8") for p in Path(marsad.output.__file__).parent.glob("*.py"))
    assert set(re.findall(r"[\"'](ui\.[a-z_]+)[\"']", code)) <= keys()


@pytest.mark.parametrize(
    ("type_", "mode", "en", "ar"),
    [
        ("CONSULT", "visit", "visit", "زيارة"),
        ("RETREAT", "withdraw", "withdrawal", "انسحاب"),
        ("SANCTION", "withdraw", "withdrawal of resources", "سحب موارد"),
        ("AID", None, "aid", "مساعدة"),
        ("AID", "unheard", "aid", "مساعدة"),
    ],
)
def test_event_label(type_: str, mode: str | None, en: str, ar: str) -> None:
    assert (event_label(type_, mode, "en"), event_label(type_, mode, "ar")) == (en, ar)


@pytest.mark.parametrize(
    ("value", "unit", "ar"),
    [
        (1, "memorandum", "1 مذكرة"),
        (3, "memorandum", "3 مذكرات"),
        (17, "memorandum", "17 مذكرة"),
        (30, "day", "30 يومًا"),
        (100, "day", "100 يوم"),
        (105, "day", "105 أيام"),
        (2.5, "ton", "2.5 طن"),
        (40e6, "riyal", "40 مليون ريال"),
        (8e9, "USD", "8 مليارات دولار"),
        (50e6, "EUR/year", "50 مليون يورو سنويًا"),
        (3, "ton/month", "3 أطنان شهريًا"),
        (7, "unheard/mile", "7 unheard/mile"),
    ],
)
def test_a_noun_is_as_the_number_before_it_wants_it(value: float, unit: str, ar: str) -> None:
    assert amount_text(value, unit, "ar") == ar


def test_an_amount_of_a_period_tells_the_period() -> None:
    assert amount_text(50e6, "EUR/year", "en") == "50 million euros a year"


def test_label_without_entry() -> None:
    assert label("unit.feddan", "en") == "feddan"
    assert label("unit.feddan", "en", "acre") == "acre"


@pytest.mark.parametrize(
    ("edtf", "en", "ar", "start", "end"),
    [
        ("2026-03-05", "5 March 2026", "5 مارس 2026", "2026-03-05", "2026-03-05"),
        ("2026-02", "February 2026", "فبراير 2026", "2026-02-01", "2026-02-28"),
        ("2024", "2024", "2024", "2024-01-01", "2024-12-31"),
        ("2026-40", "first half of 2026", "النصف الأول من 2026", "2026-01-01", "2026-06-30"),
        ("2026-22", "summer 2026", "صيف 2026", "2026-06-01", "2026-08-31"),
        ("2026-03-01/2026-03-07", "1–7 March 2026", "1–7 مارس 2026", "2026-03-01", "2026-03-07"),
        ("2026-03-30/2026-04-02", "30 March – 2 April 2026", "30 مارس – 2 أبريل 2026", "2026-03-30", "2026-04-02"),
        ("2025/2026", "2025 – 2026", "2025 – 2026", "2025-01-01", "2026-12-31"),
        ("2025-12/2026-01", "December 2025 – January 2026", "ديسمبر 2025 – يناير 2026", "2025-12-01", "2026-01-31"),
        ("../2026-03", "by March 2026", "حتى مارس 2026", "", "2026-03-31"),
        ("2026-03/..", "from March 2026", "من مارس 2026", "2026-03-01", ""),
        ("2026~", "about 2026", "نحو 2026", "2026-01-01", "2026-12-31"),
        ("soon", "soon", "soon", "", ""),
        ("2026-55", "55 2026", "55 2026", "", ""),
        (None, "", "", "", ""),
    ],
)
def test_dates(edtf: str | None, en: str, ar: str, start: str, end: str) -> None:
    assert date_text(edtf, "en") == en
    assert date_text(edtf, "ar") == ar
    assert bounds(edtf) == (start, end)


def test_dates_sort() -> None:
    dates = [None, "2026", "2026-03-05", "2025-12", "../2025-11-30", "2026-01-01"]
    assert sorted(dates, key=sort_key) == ["../2025-11-30", "2025-12", "2026-01-01", "2026", "2026-03-05", None]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (3e9, "USD", "3 billion US dollars"),
        (1.5e6, "EUR", "1.5 million euros"),
        (120, "day", "120 days"),
        (1, "missile", "1 missile"),
        (15, "agreement", "15 agreements"),
        (2, "embassy", "2 embassies"),
        (40, "km", "40 km"),
        (55.5e9, "m3/year", "55.5 billion m³ a year"),
        (12345, "person", "12,345 people"),
    ],
)
def test_quantities_in_english(value: float, unit: str, text: str) -> None:
    assert quantity_text(Quantity("كما هو", value, unit, 0, 6), "en") == text
    assert quantity_text(Quantity("كما هو", value, unit, 0, 6), "ar") == "كما هو"


def test_number_in_arabic() -> None:
    assert number_text(2e9, "ar") == "2 مليار"


def test_names(reading: Reading) -> None:
    en, ar = Names(reading, "en"), Names(reading, "ar")
    assert en.described("person:sergey-lavrov") == "Sergey Lavrov (foreign minister, Russia)"
    assert ar.name("person:sergey-lavrov") == "سيرغي لافروف"
    assert en.described("person:vladimir-putin") == "Vladimir Putin (Russia)"
    assert en.name("person:mhmwd") == "محمود علوش"
    assert en.name("state:FRA") == "France"
    assert en.name("group:unknown-people") == "unknown people"
    assert en.name("media:reuters") == "Reuters"
    assert en.join(["state:RUS", "state:CHN", "state:UKR"], limit=2) == "Russia, China, and 1 more"
    assert state_name("XXX", "en") == "XXX"
    assert office_text("foreign-minister@RUS", None, "en") == "foreign minister, Russia"
    assert office_text("secretary-general@org:un", "PRT", "en") == "secretary general, United Nations"
    assert office_text("spokesperson", None, "en") == "spokesperson"


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("plain", False, "plain"),
        ("سيرغي", False, f"{FSI}سيرغي{PDI}"),
        ("said «لن نقبل» twice", False, f"said {FSI}«لن نقبل»{PDI} twice"),
        ("x ثم، قال y", False, f"x {FSI}ثم، قال{PDI} y"),
        (" روسيا ", False, f" {FSI}روسيا{PDI} "),
        ("روسيا", True, "روسيا"),
        ("«", True, "«"),
        ("TASS", True, f"{FSI}TASS{PDI}"),
        ("وكالة TASS الروسية", True, f"وكالة {FSI}TASS{PDI} الروسية"),
        ("12–15", True, "12–15"),
    ],
)
def test_isolate(text: str, rtl: bool, expected: str) -> None:
    assert isolate(text, rtl) == expected


def test_clean_takes_out_what_could_harm_a_terminal() -> None:
    assert clean("a\x1b[31mb\u202ec\u2067\n\td\x9b") == "a [31mbc d"


def test_width_counts_cells() -> None:
    assert width("abc") == 3
    assert width("مُحَمَّد") == 4
    assert width(f"{FSI}中文{PDI}") == 4


def test_shorten_at_a_word() -> None:
    assert shorten("one two, three", 9) == "one two…"
    assert shorten("one two", 7) == "one two"
    assert shorten("incomprehensible", 6) == "incom…"


def test_wrap_keeps_to_the_width_and_glues_punctuation() -> None:
    page = Page(20)
    lines = list(page.lines(block(Piece("aaaa bbbb", "party"), ": cccc dddd eeee", indent=2, hang=2)))
    assert lines == ["  aaaa bbbb: cccc", "    dddd eeee"]


def test_wrap_of_a_word_too_long() -> None:
    assert list(Page(5).lines(block("abcdefghij k"))) == ["abcdefghij", "k"]


def test_each_line_closes_its_isolates() -> None:
    text = "كلمة " * 40
    for line in Page(30).lines(block("name ", Piece(text, "dim"))):
        assert line.count(FSI) + line.count(RLI) == line.count(PDI)
        assert width(line) <= 30


def test_right_to_left_page() -> None:
    piece = block("روسيا", indent=2)
    assert list(Page(12, rtl=True, align=True).lines(piece)) == [f"     {RLI}روسيا{PDI}"]
    assert list(Page(12, rtl=True).lines(piece)) == [f"  {RLM}روسيا"]


def test_colour_only_if_asked() -> None:
    piece = block(Piece("x", "denied"))
    assert list(Page(10).lines(piece)) == ["x"]
    assert list(Page(10, colour=True).lines(piece)) == ["\x1b[1;31mx\x1b[0m"]


def test_quotations_are_pieces_apart() -> None:
    pieces = list(quoting("Dateline: “جدة (واس) 12”.", "dim"))
    assert pieces == [Piece("Dateline: ", "dim"), Piece("“جدة (واس) 12”", "quoted"), Piece(".", "dim")]
    assert list(Page(60).lines(block(*pieces))) == [f"Dateline: {FSI}“جدة (واس) 12”{PDI}."]


def test_empty_block_is_a_blank_line() -> None:
    assert Page().render([Block(())]) == "\n"
