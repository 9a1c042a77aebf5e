"""Static word weights: what is common weighs little, what is rare or unknown much."""

import pytest

from marsad.language.arabic.searchwords import search_key
from marsad.linking.wordweights import LEAST, RAREST, content_words, word_weight, word_weights


@pytest.mark.parametrize(
    ("common", "rare"),
    [("في", "قال"), ("قال", "وزير"), ("وزير", "عقوبات"), ("عقوبات", "استفزازات"), ("استفزازات", "زغرنطية")],
)
def test_rarer_words_weigh_more(common: str, rare: str) -> None:
    assert word_weight(search_key(common)) < word_weight(search_key(rare))


def test_weights_lie_between_nothing_and_the_rarest() -> None:
    assert all(0 <= weight < RAREST for weight in word_weights().values())
    assert word_weight("زغرنطي") == RAREST
    assert word_weight("2015") == RAREST
    assert word_weight("لن") == 0


def test_content_words_are_those_that_tell() -> None:
    assert content_words("قال الوزير إن العقوبات على بلاده طويلة") == ["وزير", "عقوبه", "بلاد", "طويل"]
    assert all(word_weight(word) >= LEAST for word in content_words("في يوم من الأيام كان هذا"))
    assert content_words("") == []
