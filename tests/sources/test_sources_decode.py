import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import SourceError
from marsad.sources.decode import decode

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6")
PROSE = (
    "قال الرئيس الروسي فلاديمير بوتين إن بلاده ستواصل التعاون مع الصين في مجال الطاقة وأكد وزير الخارجية السعودي "
    "خلال لقاء مع نظيره المصري على أهمية العلاقات بين البلدين ونقلت وكالة الأنباء عن مصدر مسؤول قوله غدا يوم الجمعة."
)
WORDS = PROSE.rstrip(".").split()

arabic_prose = st.lists(st.sampled_from(WORDS), min_size=5, max_size=60).map(" ".join)


@given(text=arabic_prose, encoding=st.sampled_from(ENCODINGS), newline=st.sampled_from(["\n", "\r\n", ""]))
def test_decode_gives_back_what_was_encoded(text, encoding, newline):
    text = text + newline + text
    assert decode(text.encode(encoding)) == (text, encoding)


@given(text=st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x6FF), min_size=1))
def test_decode_takes_any_utf8(text):
    data = text.encode()
    if b"\x7f" not in data:
        assert decode(b"\xef\xbb\xbf" + data).text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_decode_drops_the_byte_order_mark(mark, encoding):
    assert decode(mark + PROSE.encode(encoding)) == (PROSE, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "text",
    [
        "بوتين: روسيا والصين",
        "قالت وكالة Reuters إن النفط بلغ 117.5 دولار؛ وأضافت: هل ينخفض؟",
        "الأُمَمُ المُتَّحِدَةُ تُدينُ الهُجومَ على المدنيين في قطاع غزة",
    ],
)
def test_decode_short_texts(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


def test_decode_windows_quotation_marks():
    text = "قال الوزير: “نرفض التدخل” – وأضاف أن الاتفاق «مهم»…"
    assert decode(text.encode("windows-1256")) == (text, "windows-1256")


def test_decode_believes_a_declared_encoding():
    assert decode("café".encode("latin-1"), declared="latin-1") == ("café", "latin-1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PROSE.encode()[:-60] + b"\xff" + PROSE.encode()[-60:], "UTF-8 but byte"),
        (PROSE.encode()[:101], "UTF-8 but byte"),
        (codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le")[:-1], "UTF-16-LE but byte"),
        (bytes(range(1, 256)) * 8, "neither UTF-8"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
    ],
)
def test_decode_refuses(data, reason):
    with pytest.raises(SourceError, match=reason) as caught:
        decode(data, "a.txt")
    assert caught.value.where == "a.txt"
    assert caught.value.remedy
