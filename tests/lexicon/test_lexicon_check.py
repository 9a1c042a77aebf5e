"""The shipped lexicon keeps its format, and each rule of the format fires."""

from pathlib import Path

import pytest

from marsad.lexicon.cells import date_end, wrong_order
from marsad.lexicon.check import check
from marsad.lexicon.schema import CONTEXTS, MODES, TABLES
from marsad.lexicon.tables import DATA, data_files
from marsad.records import EVENT_TYPES

SMALL: dict[str, list[str]] = {
    "actors/states.tsv": [
        "RUS\tRussia\tروسيا\tروسيا الاتحادية\tروسي\tروس\tmoscow\tun",
        "USA\tUnited States\tأمريكا\tالولايات المتحدة | USA\tأمريكي | أميركي\t\t\tun",
    ],
    "actors/metonyms.tsv": ["الكرملين\tstate:RUS\t", "المملكة\tstate:USA\tlocal:USA"],
    "actors/organisations.tsv": [
        "org:nato\tNATO\tالناتو\tحلف شمال الأطلسي\torg\t\tIGO\talliance\tأطلسي\tUSA",
        "bloc:west\tthe West\tالغرب\t\tbloc\t\t\tbloc\tغربي\t",
    ],
    "actors/people_x.tsv": [
        "person:a-b\tA B\tأحمد باسم\tأحمد ب. باسم\tباسم\tRUS\tm\tGOV\t"
        "president@RUS@2000-05-07@2008 | head@org:nato@2009@",
    ],
    "actors/outlets.tsv": [
        "media:cnn\tCNN\tسي إن إن\tCNN | CNN بالعربية\tUSA\ttelevision\t\tcnn.com | edition.cnn.com",
        "media:al-watan\tAl-Watan\tالوطن\t\tRUS\tnewspaper\tneeds-class\talwatan.ru",
        "media:al-watan-2\tAl-Watan\tالوطن\t\tUSA\tnewspaper\tneeds-class\t",
    ],
    "actors/groups.tsv": ["officials\tofficials\tمسؤول\tمسؤولون\t\tGOV\tspeaker | actor"],
    "places/places.tsv": ["moscow\tMoscow\tموسكو\t\tRUS\tcapital"],
    "speech/titles.tsv": [
        "president\tpresident\tرئيس\tرئيس الجمهورية\tرئيسة\tرؤساء\tstate",
        "head\thead\tمدير\t\tمديرة\tمديرون\torganisation",
    ],
    "speech/cues.tsv": [
        "say.qala\tverb\tقال يقول\tقول | أقوال\tsay\tان=C, quote=C, ل=H\t\t\t",
        "accuse.adana\tverb\tأدان يدين\tإدانة\taccuse\tobj=T\tACCUSE:disapprove\tsubj=A, obj=R\t",
    ],
    "speech/names.tsv": ["أحمد\tgiven"],
    "speech/function.tsv": ["في\tprep\t"],
    "speech/modifiers.tsv": ["السابق\tformer\t"],
    "speech/outletclasses.tsv": ["صحيفة\tnewspaper"],
    "speech/ordinary.tsv": ["مدينة\tcity"],
    "speech/epithets.tsv": ["البلدان\tboth-states\t"],
    "events/cooperation.tsv": [
        "consult.zara\tverb\tزار يزور\t\tCONSULT\tvisit\tsubj=A, obj=R!\tdiplomatic\t\tneeds-args",
    ],
    "events/conflict.tsv": [
        "sanction.farada\tverb\tفرض يفرض\t\tSANCTION\tdiscontinue\tsubj=A, obj={عقوبات|حظر}, على=R\t\t\t",
    ],
    "events/named.tsv": ["حرب القرم\tالحرب على القرم\tASSAULT\t\tstate:RUS\tstate:USA\t\t2014\t2015\t"],
    "events/light.tsv": ["أجرى يجري\tsubj=A, obj=EVENT\t\tbegin\t"],
    "events/status.tsv": ["سوف\tparticle\tplanned\tclause\t"],
    "events/judgements.tsv": ["عدواني\tadjective\t\tACCUSE\t"],
    "events/blocked.tsv": ["أطلق صافرة\tsport"],
    "time/worldevents.tsv": ["g20-2008\tG20 summit\tقمة العشرين\tقمة 2008\t2008-11-14\t2008-11-15"],
}

PERSON = "person:c\tC\tكريم\t\t\tRUS\tm\tGOV\t"
ORG = "org:un\tUN\tالأمم المتحدة\t\torg\t\tIGO\tigo\t\t"
EVENT = "aid.x\tnoun\tمعونة\t\tAID\t\tgen=A, الى=R\t\t\t"

BROKEN: list[tuple[str, str, str]] = [
    # columns and cells
    ("actors/metonyms.tsv", "القصر\tstate:RUS\t\textra", "4 cells under 3 headings"),
    ("actors/metonyms.tsv", "\tstate:RUS\t", "column 'form' is empty"),
    ("actors/metonyms.tsv", "القصر \tstate:RUS\t", "stray blanks in column 'form'"),
    ("actors/metonyms.tsv", "القصر  الكبير\tstate:RUS\t", "stray blanks in column 'form'"),
    ("actors/states.tsv", "FRA\tFrance\tفرنسا\tالجمهورية | | باريس\tفرنسي\t\t\tun", "an empty value between bars"),
    # unique ids, within a file and across files
    ("actors/states.tsv", "RUS\tRussia\tالروسيا\t\t\t\t\tun", "'RUS' stands already at actors/states.tsv:2"),
    ("actors/people_y.tsv", "person:a-b\tA B\tأحمد بشير\t\t\tRUS\tm\tGOV\t", "stands already at actors/people_x.tsv:2"),
    ("events/cooperation.tsv", "sanction.farada\tverb\tعاد يعود\t\tSANCTION\t\tsubj=A\t\t\t", "at events/conflict"),
    ("events/status.tsv", "سوف\tparticle\tpossible\tclause\t", "stands already at events/status.tsv:2"),
    # unique names and senses
    ("actors/states.tsv", "FRA\tFrance\tحلف شمال الاطلسي\t\tفرنسي\t\t\tun", "of org:nato (actors/organisations.tsv:2)"),
    ("actors/outlets.tsv", "media:x\tX\tالناتو\t\tUSA\tsite\t\t", "has the name 'الناتو' of org:nato"),
    ("actors/people_x.tsv", "person:x\tX\tأسامة\tأسامه\t\tRUS\tm\tGOV\t", "stands twice in this row"),
    ("actors/people_x.tsv", "person:c\tC\tكريم\t\tروسيا\tRUS\tm\tGOV\t", "the short name 'روسيا'"),
    ("events/cooperation.tsv", "aid.zara\tverb\tزار يزور\t\tAID\t\tsubj=A, obj=R!\t\t\t", "has this frame already"),
    # references
    ("actors/metonyms.tsv", "القصر\tstate:XXX\t", "no actor 'state:XXX'"),
    ("actors/metonyms.tsv", "القصر\tstate:RUS\tlocal:XXX", "no state 'XXX'"),
    ("actors/states.tsv", "FRA\tFrance\tفرنسا\t\tفرنسي\t\tparis\tun", "no place 'paris'"),
    ("places/places.tsv", "paris\tParis\tباريس\t\tFRA\tcapital", "no state 'FRA'"),
    ("actors/organisations.tsv", ORG + "FRA", "no state 'FRA'"),
    ("actors/people_x.tsv", PERSON + "czar@RUS@1900@", "no office 'czar' in speech/titles.tsv"),
    ("actors/people_x.tsv", PERSON + "head@org:un@1999@", "no state or organisation 'org:un'"),
    # offices and dates
    ("actors/people_x.tsv", PERSON + "head@org:nato@1999", "has 3 parts"),
    ("actors/people_x.tsv", PERSON + "head@org:nato@1999-13@", "'1999-13' is no date"),
    ("actors/people_x.tsv", PERSON + "head@org:nato@2001-02@2000", "ends before it begins"),
    ("time/worldevents.tsv", "x\tX\tقمة\t\t2009-01-02\t2009-01-01", "ends before it begins"),
    ("time/worldevents.tsv", "x\tX\tقمة\t\t2 May 2009\t2009-05-02", "'2 May 2009' is no date"),
    ("events/named.tsv", "حرب\t\tASSAULT\t\tstate:RUS\t\t\t2014\t2013\t", "ends before it begins"),
    ("events/named.tsv", "حرب\t\tASSAULT\tvisit\tstate:RUS\t\t\t\t\t", "ASSAULT has no mode 'visit'"),
    ("events/named.tsv", "حرب\t\tASSAULT\t\tstate:FRA\t\t\t\t\t", "no actor 'state:FRA'"),
    # scripts and shapes
    ("actors/states.tsv", "FRA\tFrance\tFrance\t\tفرنسي\t\t\tun", "is not written in Arabic letters"),
    ("actors/states.tsv", "FRA\tفرنسا\tفرنسا\t\tفرنسي\t\t\tun", "write the English name"),
    ("actors/states.tsv", "FR\tFrance\tفرنسا\t\tفرنسي\t\t\tun", "is no ISO 3166-1 alpha-3 code"),
    ("actors/outlets.tsv", "media:x\tX\tإكسX\t\tUSA\tsite\t\t", "mixes Arabic and Latin letters"),
    ("actors/outlets.tsv", "media:x\tX\tإكس\t…\tUSA\tsite\t\t", "is no name"),
    ("actors/outlets.tsv", "media:x\tX\tإكس\t\tUSA\tsite\t\thttps://x.com", "is no domain"),
    ("actors/outlets.tsv", "media:x\tX\tإكس\t\tUSA\tsite\t\twww.x.com", "is no domain"),
    ("actors/outlets.tsv", "media:x\tX\tإكس\t\tUSA\tsite\t\tcnn.com", "belongs already to media:cnn"),
    ("actors/people_x.tsv", "org:x\tX\tكريم\t\t\tRUS\tm\tGOV\t", "does not begin with person:"),
    ("actors/people_x.tsv", "person:X Y\tX\tكريم\t\t\tRUS\tm\tGOV\t", "is no id"),
    ("actors/organisations.tsv", "org:un\tUN\tالأمم\t\tbloc\t\tIGO\tigo\t\t", "id 'org:un' and kind 'bloc' differ"),
    # choices
    ("actors/people_x.tsv", "person:c\tC\tكريم\t\t\tRUS\tx\tGOV\t", "'x' is no gender"),
    ("actors/people_x.tsv", "person:c\tC\tكريم\t\t\tRUS\tm\tKING\t", "'KING' is no sector"),
    ("actors/organisations.tsv", "org:un\tUN\tالأمم\t\torg\t\tIGO\tclub\t\t", "'club' is no type"),
    ("actors/outlets.tsv", "media:x\tX\tإكس\t\tUSA\tblog\t\t", "'blog' is no type"),
    ("actors/groups.tsv", "x\tx\t\t\t\tGOV\tspeaker", "neither singular nor plural"),
    ("actors/groups.tsv", "x\tx\tوفد\t\t\tGOV\twitness", "'witness' is no kind"),
    ("speech/titles.tsv", "head\thead\tرأس\t\t\t\trole", "has level 'organisation' at line 3"),
    ("speech/function.tsv", "إلى\tpreposition\t", "'preposition' is no class"),
    ("events/light.tsv", "شن يشن\tsubj=A\tmaybe\t\t", "'maybe' is no effect"),
    # words of acts and speech
    ("events/cooperation.tsv", EVENT.replace("AID", "HELP").replace("aid", "help"), "'HELP' is no type"),
    ("events/cooperation.tsv", EVENT.replace("aid.x", "help.x"), "does not begin with its type"),
    ("events/cooperation.tsv", EVENT.replace("\tAID\t\t", "\tAID\tvisit\t"), "AID has no mode 'visit'"),
    ("events/conflict.tsv", EVENT.replace("الى=R\t", "الى=R\twar"), "'war' is no contexts"),
    ("events/conflict.tsv", EVENT.replace("gen=A", "gen=Z"), "unknown role 'Z'"),
    ("events/conflict.tsv", EVENT.replace("gen=A", "gen[king]=A"), "unknown condition [king]"),
    ("events/conflict.tsv", EVENT.replace("gen=A", "gen"), "not a slot: 'gen'"),
    ("events/conflict.tsv", EVENT.replace("noun", "verb"), "write past and present"),
    ("events/conflict.tsv", EVENT + "often", "'often' is no note"),
    ("speech/cues.tsv", "Say\tverb\tذكر يذكر\t\tsay\tان=C\t\t\t", "is no id"),
    ("speech/cues.tsv", "say.x\tverb\tذكر يذكر\t\tsing\tان=C\t\t\t", "'sing' is no kind"),
    ("speech/cues.tsv", "say.x\tverb\tذكر يذكر\t\tsay\tان=C\tBLAME\tsubj=A\t", "no event type 'BLAME'"),
    ("speech/cues.tsv", "say.x\tverb\tذكر يذكر\t\tsay\tان=C\tACCUSE:visit\tsubj=A\t", "ACCUSE has no mode 'visit'"),
    ("speech/cues.tsv", "say.x\tverb\tذكر يذكر\t\tsay\tان=C\tACCUSE\t\t", "`event` and `roles` go together"),
    # files
    ("speech/extra.tsv", "x", "no table of this name in the schema"),
]  # fmt: skip


def columns_of(file: str) -> list[str]:
    table = next((t for t in TABLES if Path(file).match(t.pattern)), None)
    return [c.name for c in table.columns] if table else ["form"]


def write(root: Path, file: str, rows: list[str]) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["\t".join(columns_of(file)), *rows, ""]), encoding="utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A lexicon of a few rows without a fault."""
    for file, rows in SMALL.items():
        write(tmp_path, file, rows)
    return tmp_path


def test_check_shipped_lexicon_is_clean() -> None:
    assert check() == []


def test_check_small_lexicon_is_clean(small: Path) -> None:
    assert check(small) == []


@pytest.mark.parametrize(("file", "row", "problem"), BROKEN, ids=[f"{f}-{p}" for f, _, p in BROKEN])
def test_check_names_place_and_fault(small: Path, file: str, row: str, problem: str) -> None:
    rows = SMALL.get(file, [])
    write(small, file, [*rows, row])
    place = f"{file}:{len(rows) + 2}: " if file in SMALL or "people" in file else f"{file}:1: "
    found = check(small)
    assert [p for p in found if p.startswith(place) and problem in p], found
    assert len(found) == 1, "one fault gives one line"


def test_check_every_line_says_what_to_do(small: Path) -> None:
    for file, row, _ in BROKEN:
        write(small, file, [*SMALL.get(file, []), row])
        assert all("; " in line for line in check(small))


def test_check_names_a_missing_file(small: Path) -> None:
    (small / "events/light.tsv").unlink()
    assert check(small) == ["events/light.tsv:1: the file is missing; put it back"]


def test_check_names_a_wrong_header(small: Path) -> None:
    (small / "speech/names.tsv").write_text("name\tkind\nأحمد\tgiven\n", encoding="utf-8")
    assert check(small) == ["speech/names.tsv:1: the header is 'name kind'; write 'ar kind'"]


def test_schema_has_one_table_for_each_file() -> None:
    for path in data_files():
        assert sum(path in set(DATA.glob(t.pattern)) for t in TABLES) == 1, path.name


def test_schema_names_plovers_types_and_contexts() -> None:
    assert list(MODES) == list(EVENT_TYPES)
    assert len(CONTEXTS) == 37


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2000", "2000", False), ("2000-05", "2000", False), ("2000", "2000-01-01", False),
        ("2001", "2000", True), ("2000-05-02", "2000-05-01", True), ("2000-05", "2000-04-30", True),
        ("2000", "", False), ("", "2000", False),
    ],
)  # fmt: skip
def test_dates_are_compared_at_their_precision(start: str, end: str, wrong: bool) -> None:
    assert wrong_order(start, end) is wrong
    assert date_end("2015-02") == "2015-02-31"
