"""The model of names: what it answers, that its answers are remembered rightly, and how it is trained."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from marsad.lexicon.lexicon import Word, default_lexicon
from marsad.lexicon.namefeatures import DISTANCES, at, features
from marsad.lexicon.nametagger import BEGINNINGS, COLUMNS, MODEL, NameTagger, load_tagger

REPOSITORY = Path(__file__).parents[2]


def words(text: str) -> list[Word]:
    return default_lexicon().words(text.split())


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("وقال كلاوس مولنباور إن الوضع صعب .", 1, "person"),
        ("أكد الدكتور فارس الدهيمي أن البلاد بخير .", 2, "person"),
        ("ووصل الوفد إلى مدينة كرمنشان صباح اليوم .", 4, "place"),
    ],
)
def test_begins_tells_kinds_apart(text: str, place: int, kind: str) -> None:
    tagger = default_lexicon().name_tagger
    leads = {k: tagger.begins(words(text), place, k) for k in BEGINNINGS}
    assert max(leads, key=leads.__getitem__) == kind
    assert leads[kind] > 0


@pytest.mark.parametrize(
    "text", ["واستمر القصف حتى المساء .", "وأظهر الاستطلاع أن النسبة ثابتة .", "بلغ إجمالي الصادرات مليارا ."]
)
def test_begins_denies_ordinary_words(text: str) -> None:
    assert all(default_lexicon().name_tagger.begins(words(text), 1, kind) < 0 for kind in BEGINNINGS)


def test_goes_on_ends_with_the_name() -> None:
    said = words("وأوضح الدكتور سالم باعجاجة في بيان أن الأسعار مستقرة .")
    tagger = default_lexicon().name_tagger
    assert tagger.goes_on(said, 3) > 0 > tagger.goes_on(said, 4)


def test_answers_are_sums_of_the_features_of_a_place() -> None:
    said = words("قال سامر إن الحرب انتهت")
    model = {f: [n % 7, n % 5, n % 3, n % 4, n % 2] for n, f in enumerate(at(said, 1))}
    tagger = NameTagger(model)
    assert tagger.goes_on(said, 1) == sum(votes[COLUMNS.index("person goes on")] for votes in model.values())
    assert tagger.goes_on(said, 1) == tagger.goes_on(said, 1)


def test_features_do_not_tell_known_persons() -> None:
    for word in words("يلتسين كوموبي"):
        assert not any("person" in feature for distance in DISTANCES for feature in features(word, distance))


def test_model_is_small_and_its_licence_lies_beside_it() -> None:
    assert MODEL.stat().st_size < 200_000
    note = MODEL.with_name("LICENSE.md").read_text(encoding="utf-8")
    assert all(word in note for word in ("ANERcorp", "Wojood", "CC BY-SA 4.0", MODEL.name))
    assert load_tagger().begins(words("قال محمود إن"), 1) > 0


def test_training_learns_and_says_the_same_twice(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    corpus = tmp_path / "tiny.conll"
    names = ["سامر", "نادر", "ماهر", "عامر", "زاهر"]
    blocks = [f"قال\tO\n{name}\tB-PERS\nإن\tO\nالسلام\tO\nقريب\tO\n\n" for name in names * 60]
    corpus.write_text("".join(blocks), encoding="utf-8")
    runs = [
        subprocess.run(
            [sys.executable, REPOSITORY / "scripts" / "train_tagger.py", corpus],
            capture_output=True, text=True, check=True, cwd=tmp_path,
        ).stdout
        for _ in range(2)
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert "person begins   precision 1.000  recall 1.000" in runs[0]
