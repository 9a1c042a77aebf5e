"""Who an office without a name means depends on the day of the article, also where only an interval is known."""

from __future__ import annotations

import pytest

import marsad

CALL = "هنأ الرئيس الأمريكي نظيره الفرنسي بإعادة فتح كاتدرائية نوتردام، وقال الرئيس الأمريكي إن الحفل جميل."
LEADER = "قال الزعيم الصيني إن بلاده لا تسعى إلى الهيمنة."
KING = "وصل الملك سلمان إلى جدة. وقال الملك سلمان إن التعاون مستمر."

SPEAKERS = [
    (CALL, "2022-06-01", "person:joe-biden"),
    (CALL, "2022-06/2022-09", "person:joe-biden"),
    (CALL, "2025-06-01", "person:donald-trump"),
    (CALL, "2025-03-01/2026-01-15", "person:donald-trump"),
    (CALL, "2024-11/2025-03", "person:usa-president"),  # either of two
    (CALL, None, "person:usa-president"),
    (LEADER, "2025-01/2026-12", "person:xi-jinping"),
    (LEADER, "2010/2015", "person:chn-leader-epithet"),
    (KING, "2015-03/2015-12", "person:salman-bin-abdulaziz"),
]


@pytest.mark.parametrize(("text", "published", "speaker"), SPEAKERS)
def test_office_means_who_held_it_all_the_time(text: str, published: str | None, speaker: str) -> None:
    (said,) = marsad.read(text, published=published).statements
    assert said.speaker == speaker
