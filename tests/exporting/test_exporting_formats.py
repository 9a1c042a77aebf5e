"""PLOVER, POLECAT and GDELT: each event of the world once, filed as their codebooks ask, every offset true."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from exportstore import TEXTS, article, readings, record

import marsad
from marsad.api import samples
from marsad.errors import SourceError
from marsad.exporting.acts import Act, Party, Telling
from marsad.exporting.codes import country_codes, group_codes, place_of, top_level
from marsad.exporting.dictionary import dictionary
from marsad.exporting.export import export_store
from marsad.exporting.folding import cameo_of, filed
from marsad.exporting.gdelt import gdelt_rows
from marsad.exporting.plover import offsets
from marsad.exporting.selection import Selection
from marsad.ontology.plover import event_types
from marsad.records import EVENT_TYPES
from marsad.store.ids import link_id, parse_any_id, public_id
from marsad.store.rows import rows_of
from marsad.store.store import Store


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "plover.jsonl").read_text(encoding="utf-8").splitlines()]


def by_id(folder: Path) -> dict[str, dict[str, Any]]:
    return {r["id"]: r for r in records(folder)}


def gdelt(folder: Path) -> list[dict[str, str]]:
    names = (folder / "gdelt.header.txt").read_text(encoding="utf-8").rstrip("\n").split("\t")
    assert len(names) == 58
    lines = (folder / "gdelt.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


def polecat(folder: Path) -> list[dict[str, str]]:
    with (folder / "polecat.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def act(kind: str, status: str = "actual", mode: str | None = None, **fields: Any) -> Act:
    plain: dict[str, Any] = {
        "number": 7, "id": "x", "source": "marsad", "type": kind, "mode": mode, "status": status, "day": "2024-06-01",
        "last_day": "2024-06-30", "time": "2024-06", "place": None, "contexts": (), "quantities": (), "actors": (),
        "recipients": (), "confidence": 0.5,
    }  # fmt: skip
    return Act(**(plain | fields))


def party(name: str, country: str | None = None, sector: str = "GOV", entity: str = "") -> Party:
    return Party(entity or f"state:{country}", name, "state", country, sector, "")


FOLDED = [
    # status, type, mode → type, mode, auxiliary mode, CAMEO code (PLOVER manual 2.0; CAMEO 03)
    ("actual", "CONSULT", "visit", "CONSULT", "visit", "", "042"),
    ("planned", "CONSULT", "visit", "AGREE", "", "", "036"),
    ("planned", "SUPPORT", None, "AGREE", "", "", "032"),
    ("planned", "COOPERATE", None, "AGREE", "", "", "031"),
    ("planned", "AID", None, "AGREE", "", "", "033"),
    ("planned", "AGREE", None, "AGREE", "", "", "030"),
    ("planned", "RETREAT", "withdraw", "CONCEDE", "", "", "035"),
    ("planned", "CONCEDE", None, "CONCEDE", "", "", "080"),
    ("planned", "SANCTION", "discontinue", "SANCTION", "discontinue", "future", "163"),
    ("possible", "ASSAULT", "aerial", "ASSAULT", "aerial", "hypothetical", "195"),
    ("possible", "CONSULT", None, "CONSULT", "", "hypothetical", "040"),
    ("denied", "AID", None, "AID", "", "negation", "070"),
]


@pytest.mark.parametrize(("status", "kind", "mode", "becomes", "as_mode", "marked", "code"), FOLDED)
def test_what_is_no_fact_is_filed_as_the_codebook_asks(
    status: str, kind: str, mode: str | None, becomes: str, as_mode: str, marked: str, code: str
) -> None:
    found = filed(act(kind, status, mode))
    assert (found.type, found.mode, found.marked) == (becomes, as_mode, marked)
    cameo = cameo_of(act(kind, status, mode), found)
    assert cameo is not None
    assert cameo.code == code


@pytest.mark.parametrize("kind", EVENT_TYPES)
@pytest.mark.parametrize("status", ["actual", "planned", "possible", "denied"])
def test_every_type_and_status_is_filed(kind: str, status: str) -> None:
    found = filed(act(kind, status))
    assert found.type in event_types()
    assert found.quad == event_types()[found.type].quad
    assert bool(found.marked) == (status != "actual" and not found.planned)


INTENTS = [("AID", ["military"], "0332"), ("COOPERATE", ["economic", "diplomatic"], "0311"), ("AID", ["legal"], "033")]


@pytest.mark.parametrize(("kind", "contexts", "code"), INTENTS)
def test_an_intent_keeps_its_context(kind: str, contexts: list[str], code: str) -> None:
    planned = act(kind, "planned", contexts=contexts)
    found = cameo_of(planned, filed(planned))
    assert found is not None
    assert found.code == code


def test_plover_has_each_event_of_the_world_once(exported: Path) -> None:
    found = records(exported)
    told = [t["event"] for r in found for t in r["marsad"].get("tellings", ())]
    assert len(told) == len(set(told)) == sum(len(r.events) for r in readings())
    (met,) = (r for r in found if len(r["marsad"].get("tellings", ())) == 2)
    assert met["cite_info"]["citation"] == public_id(article(0))
    assert [t["publication"] for t in met["marsad"]["tellings"]] == ["media:okaz", "media:reuters"]


def test_a_plover_record_says_what_its_event_says(exported: Path) -> None:
    (met,) = (r for r in records(exported) if len(r["marsad"].get("tellings", ())) == 2)
    assert parse_any_id(met["id"]).kind == "happening"
    assert met["actor"][0] | {"start": 0, "end": 0} == {
        "code": "RUS", "sector": "GOV", "entity_text": "وزير الخارجية الروسي سيرغي لافروف",
        "identifier_id": "person:sergey-lavrov", "identifier_text": "Sergey Lavrov",
        "office": "foreign-minister@RUS", "start": 0, "end": 0,
    }  # fmt: skip
    assert met["event_loc"] == {"resolved_place": "Moscow", "country": "Russia", "country_code": "RUS"}
    assert (met["event"], met["quad_code"], met["event_scale"], met["date"]) == (["CONSULT"], 1, 2.5, "2024-05-14")
    assert met["text"] == TEXTS[0][3].partition(" وقال")[0]


def test_a_plan_is_an_agreement_of_the_day_it_was_told(exported: Path) -> None:
    found = by_id(exported)
    planned = found[link_id("happening", record(0, "e2"))]
    assert (planned["event"], planned["date"], "enddate" in planned) == (["AGREE"], "2024-05-14", False)
    assert planned["marsad"]["planned"] == {
        "type": "AGREE", "time": "2024-06", "date": "2024-06-01", "enddate": "2024-06-30",
    }  # fmt: skip
    aid = found[f"{public_id(article(2))}-e2"]
    assert (aid["event"], aid["date"], aid["marsad"]["planned"]["type"]) == (["AGREE"], "2024-05-16", "AID")
    retreat = found[f"{public_id(article(3))}-e3"]
    assert (retreat["event"], "mode" in retreat, retreat["quad_code"]) == (["CONCEDE"], False, 1)


def test_plover_marks_what_did_not_happen(exported: Path) -> None:
    found = by_id(exported)
    marked = {
        f"{public_id(article(1))}-e2": ["negation"],
        f"{public_id(article(2))}-e3": ["discontinue", "hypothetical"],
        f"{public_id(article(3))}-e4": ["discontinue", "future"],
    }
    for name, modes in marked.items():
        assert found[name]["mode"] == modes
        assert "event_scale" not in found[name]
    assert all("event_scale" in r for name, r in found.items() if name not in marked)


def test_polecat_and_gdelt_hold_only_what_happened_or_was_agreed(exported: Path) -> None:
    unmarked = {
        r["id"] for r in records(exported) if not {"negation", "hypothetical", "future"} & set(r.get("mode", ()))
    }
    assert {row["Event ID"] for row in polecat(exported)} == unmarked
    assert len({row["GLOBALEVENTID"] for row in gdelt(exported)}) == len(gdelt(exported))


def test_events_of_others_keep_what_they_said(exported: Path) -> None:
    (visit,) = (r for r in records(exported) if r["cite_info"]["corpus"] == "icews")  # the other one is no act
    assert visit["recipient"] == [
        {"code": "RUS", "sector": "CVL", "identifier_id": "group:rus-citizens", "identifier_text": "Citizen (Russia)"}
    ]
    assert visit["cite_info"] == {
        "corpus": "icews", "citation": "901", "url": "https://other.example", "codebook": "PLOVER 2.0",
    }  # fmt: skip
    assert (visit["text"], visit["marsad"]["codes"]["cameo"]) == ("a visit", "043")
    rows = {row["EventCode"]: row for row in gdelt(exported) if row["SOURCEURL"] == "https://other.example"}
    assert set(rows) == {"043", "010"}
    hosted = rows["043"]  # whose source is the host
    assert (hosted["Actor1Code"], hosted["Actor2Code"]) == ("RUSCVL", "CHNGOV")
    assert (hosted["NumMentions"], hosted["NumArticles"], hosted["AvgTone"]) == ("7", "1", "-2.5")


def test_what_names_nobody_is_in_the_tables_alone(tmp_path: Path) -> None:
    from marsad.parallel import read_article
    from marsad.sources.articles import make_article
    from marsad.sources.dates import dating

    text = "انفجرت سيارة مفخخة في بغداد. وقال شهود إن حريقا اندلع."
    reading = read_article(make_article(text, doc="a", published=dating("2024-05-14", "given")))
    assert [(e.type, e.actors, e.recipients) for e in reading.events] == [("ASSAULT", (), ())]
    with Store.open(tmp_path / "s.db", create=True) as store:
        store.add(rows_of(reading))
        done = export_store(store, tmp_path / "out", "csv", Selection())
    assert done.rows["events"] == done.left_out == 1
    assert done.rows["plover"] == done.rows["polecat"] == done.rows["gdelt"] == 0


def test_plover_comes_back_as_it_went_out(exported: Path, sampled: Path, tmp_path: Path) -> None:
    """Exported, imported and exported again, a record says the same of the event; only its evidence stays behind."""
    for n, folder in enumerate((exported, sampled)):
        store, errors = tmp_path / f"{n}.db", list[SourceError]()
        list(marsad.import_events("plover", [folder / "plover.jsonl"], store, errors.append))
        assert not errors
        marsad.export(tmp_path / str(n), store, only=["plover"])
        before, after = ([told(r) for r in records(each)] for each in (folder, tmp_path / str(n)))
        assert sorted(before) == sorted(after)


def told(record: dict[str, Any]) -> str:
    """What a record says of the event itself."""
    parties = [
        [
            (p.get("code"), p.get("sector"), p.get("identifier_id"), p.get("identifier_text"))
            for p in record.get(side, ())
        ]
        for side in ("actor", "recipient")
    ]
    fields = [
        record.get(name) for name in ("event", "mode", "context", "date", "quad_code", "event_scale", "event_loc")
    ]
    planned = record["marsad"].get("planned", {})
    return repr((parties, fields, record["marsad"]["status"], planned.get("type"), planned.get("mode")))


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sampled")
    with Store.open(folder / "store.db", create=True) as store:
        for reading in marsad.read_many([samples()]):
            store.add(rows_of(reading))
        export_store(store, folder / "out", "csv", Selection())
    return folder / "out"


def quotations(folder: Path) -> Iterator[tuple[str, str]]:
    """The words of each quotation, and what stands at its offsets."""
    with (folder / "articles.csv").open(encoding="utf-8", newline="") as lines:
        texts = {row["article"]: row["text"] for row in csv.DictReader(lines)}
    for each in records(folder):
        for name, start, end, words in offsets(each):
            yield words, texts[name][start:end]


def test_every_offset_of_plover_selects_its_text(sampled: Path, exported: Path) -> None:
    for folder, least in ((sampled, 200), (exported, 30)):
        found = list(quotations(folder))
        assert len(found) > least
        assert all(words == selected for words, selected in found)


def test_plover_records_have_the_fields_of_the_dictionary(sampled: Path, exported: Path) -> None:
    known = {column.name for column in dictionary()["plover"].columns}
    used = {path for folder in (sampled, exported) for each in records(folder) for path in paths(each)}
    opaque = {"marsad.planned", "marsad.quantities", "marsad.tellings", "marsad.codes"}
    inner = {path for path in used if any(path.startswith((f"{name}.", f"{name}[].")) for name in opaque)}
    assert used - inner <= known | {"event_loc", "text_info", "cite_info", "marsad"}
    assert known <= used


def paths(value: Any, before: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            path = f"{before}.{name}" if before else name
            yield path
            yield from paths(inner, path.replace("recipient[]", "actor[]"))
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, f"{before}[]".replace("recipient[]", "actor[]"))


def test_gdelt_reads_as_gdelt(exported: Path) -> None:
    (met,) = (row for row in gdelt(exported) if row["NumArticles"] == "2")
    expected = {
        "SQLDATE": "20240514", "MonthYear": "202405", "Year": "2024", "FractionDate": "2024.3671",
        "Actor1Code": "RUSGOV", "Actor1Name": "SERGEY LAVROV", "Actor1CountryCode": "RUS", "Actor1Type1Code": "GOV",
        "Actor2Code": "CHNGOV", "Actor2Name": "WANG YI", "IsRootEvent": "1", "EventCode": "040",
        "EventBaseCode": "040", "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "1.0", "NumMentions": "2",
        "NumSources": "2", "NumArticles": "2", "AvgTone": "", "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Moscow, Russia", "ActionGeo_CountryCode": "RS", "DATEADDED": "20240514",
        "SOURCEURL": "https://one.example/1",
    }  # fmt: skip
    assert {name: met[name] for name in expected} == expected


def test_gdelt_tells_what_opens_an_article(exported: Path) -> None:
    roots = {row["SOURCEURL"] + row["EventCode"]: row["IsRootEvent"] for row in gdelt(exported)}
    assert roots["https://two.example/4" + "040"] == "1"
    assert "https://two.example/2040" not in roots


RUSSIA, CHINA, IRAN = (party(n, c) for n, c in (("Russia", "RUS"), ("China", "CHN"), ("Iran", "IRN")))
PAIRS = [
    # type, actors, recipients → pairs
    ("CONSULT", [RUSSIA, CHINA, IRAN], [], {("RUS", "CHN"), ("RUS", "IRN"), ("CHN", "IRN")}),
    ("CONSULT", [RUSSIA], [CHINA], {("RUS", "CHN")}),
    ("AID", [RUSSIA, CHINA], [IRAN], {("RUS", "IRN"), ("CHN", "IRN")}),
    ("MOBILIZE", [RUSSIA, CHINA], [], {("RUS", ""), ("CHN", "")}),
    ("ASSAULT", [], [IRAN], {("", "IRN")}),
    ("PROTEST", [], [], set()),
]


@pytest.mark.parametrize(("kind", "actors", "recipients", "pairs"), PAIRS)
def test_gdelt_has_a_row_for_each_pair(
    kind: str, actors: list[Party], recipients: list[Party], pairs: set[tuple[str, str]]
) -> None:
    one = act(kind, actors=actors, recipients=recipients)
    rows = list(gdelt_rows(one, filed(one)))
    assert {(str(r.get("Actor1CountryCode", "")), str(r.get("Actor2CountryCode", ""))) for r in rows} == pairs
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows) == len(pairs)


def test_no_day_no_row(exported: Path) -> None:
    one = act("AID", day=None, last_day=None, actors=[RUSSIA])
    assert list(gdelt_rows(one, filed(one))) == []


CODES = [
    # entity, country, sector → PLOVER, CAMEO's country, CAMEO's group
    ("state:ROU", "ROU", "", "ROU", "ROM", ""), ("state:XKX", "XKX", "", "KOS", "XKX", ""),
    ("org:eu-commission", None, "IGO", "EUR", "", "EEC"), ("org:un-security-council", None, "IGO", "UNO", "", "UNO"),
    ("org:gcc", None, "IGO", "IGO", "", "GCC"), ("org:uniper", "DEU", "BUS", "DEU", "DEU", ""),
    ("group:militants", None, "REB", "IMG", "", ""), ("bloc:west", None, "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("entity", "country", "sector", "plover", "cameo", "group"), CODES)
def test_actors_have_the_codes_of_others(
    entity: str, country: str | None, sector: str, plover: str, cameo: str, group: str
) -> None:
    assert top_level(entity, country, sector) == plover
    assert country_codes(country).cameo == cameo
    if sector == "IGO":
        assert group_codes(entity)[1] == group


PLACES = [
    ("state:IRQ", ("Iraq", "IRQ", "state")),
    ("Moscow", ("Moscow", "RUS", "capital")),
    ("Nowhere", ("Nowhere", "", "")),
]


@pytest.mark.parametrize(("place", "found"), PLACES)
def test_places_have_countries(place: str, found: tuple[str, str, str]) -> None:
    assert place_of(place) == found


def test_tellings_know_their_words() -> None:
    assert Telling._fields == ("id", "event", "article", "via")
