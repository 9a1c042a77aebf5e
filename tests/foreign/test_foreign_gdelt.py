"""GDELT: the three layouts, and CAMEO's codes of actors."""

from pathlib import Path

import pytest
from foreignfiles import gdelt, reader

from marsad.foreign.actors import ActorNames
from marsad.foreign.cameoactors import ActorCode, country_of_code, side_of
from marsad.foreign.events import Party

SIDES = {"c5": "RUSGOV", "c6": "KREMLIN", "c7": "RUS", "c12": "GOV", "c15": "TUR", "c16": "TURKEY", "c17": "TUR"}
ACT = {"c25": "1", "c26": "042", "c29": "1", "c30": "1.9", "c31": "12", "c34": "-2.5"}


@pytest.mark.parametrize(
    ("columns", "place", "address"), [(57, 49, None), (58, 49, 57), (61, 51, 60)], ids=["backfile", "1.0", "2.0"]
)
def test_layouts(columns: int, place: int, address: int | None, tmp_path: Path) -> None:
    where = {f"c{place}": "4", f"c{place + 1}": "Aden, 'Adan, Yemen", f"c{place + 2}": "YM"}
    link = {f"c{address}": "https://example.org/a"} if address else {}
    events, errors = reader("gdelt", tmp_path)(gdelt(columns, **SIDES, **ACT, **where, **link))
    assert not errors
    (event,) = events
    assert (event.id, event.day, event.type, event.mode) == ("1001", "2015-07-24", "CONSULT", "visit")
    assert (event.place, event.link) == ("Aden", "https://example.org/a" if address else "")
    assert event.parties == (
        Party("actor", "KREMLIN", "group:rus-government", "RUS", "GOV"),
        Party("recipient", "TURKEY", "state:TUR", "TUR", "GOV"),
    )
    assert event.codes == {
        "actor1": "RUSGOV", "actor1_name": "KREMLIN", "actor2": "TUR", "actor2_name": "TURKEY", "root_event": "1",
        "cameo": "042", "quad": "1", "goldstein": "1.9", "mentions": "12", "tone": "-2.5",
        "place_type": "4", "place": "Aden, 'Adan, Yemen", "place_country": "YM",
    }  # fmt: skip


def test_header_is_passed_over(tmp_path: Path) -> None:
    events, errors = reader("gdelt", tmp_path)(gdelt(c0="GlobalEventID", c26="EventCode"), gdelt(**SIDES))
    assert not errors
    assert [event.id for event in events] == ["1001"]


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("1", "Yemen", "state:YEM"), ("5", "'Adan, Yemen", "state:YEM"), ("2", "Texas, United States", "state:USA"),
        ("3", "Dallas, Texas, United States", "Dallas"), ("0", "", None), ("1", "Atlantis", None),
    ],
)  # fmt: skip
def test_places(kind: str, name: str, expected: str | None, tmp_path: Path) -> None:
    events, _ = reader("gdelt", tmp_path)(gdelt(**SIDES, c49=kind, c50=name))
    assert events[0].place == expected


# codes: entity, country, sector
ACTORS = [
    (ActorCode("", "USA", "", ()), "state:USA", "USA", "GOV"),
    (ActorCode("TURKEY", "TUR", "", ("GOV",)), "state:TUR", "TUR", "GOV"),
    (ActorCode("TURKEY", "TUR", "", ("MIL",)), "org:tur-army", "TUR", "MIL"),
    (ActorCode("ISRAELI", "ISR", "", ("MIL",)), "org:isr-idf", "ISR", "MIL"),
    (ActorCode("POLICE", "URY", "", ("COP",)), "group:ury-police", "URY", "COP"),
    (ActorCode("NEWSPAPER", "FRA", "", ("MED",)), "group:fra-media", "FRA", "JRN"),
    (ActorCode("DOCTOR", "FRA", "", ("HLH", "CVL")), "group:fra-medical-personnel", "FRA", "MED"),
    (ActorCode("HEZBOLLAH", "LBN", "HEZ", ("REB",)), "org:hezbollah", "LBN", "REB"),
    (ActorCode("UNITED NATIONS", "", "UNO", ("IGO",)), "org:un", None, "IGO"),
    (ActorCode("VLADIMIR PUTIN", "RUS", "", ("GOV",)), "person:vladimir-putin", "RUS", "GOV"),
    (ActorCode("VLADIMIR PUTIN", "UKR", "", ("GOV",)), "group:ukr-government", "UKR", "GOV"),  # the code counts
    (ActorCode("ROMANIA", "ROM", "", ()), "state:ROU", "ROU", "GOV"),
    (ActorCode("AFRICA", "AFR", "", ()), None, None, ""),
    (ActorCode("RESIDENTS", "", "", ("CVL",)), None, None, "CVL"),
]


@pytest.mark.parametrize(("code", "entity", "country", "sector"), ACTORS, ids=[str(code[:4]) for code, *_ in ACTORS])
def test_actor_codes(code: ActorCode, entity: str | None, country: str | None, sector: str) -> None:
    side = side_of(code, ActorNames())
    assert side is not None
    assert (side.entity, side.country, side.sector) == (entity, country, sector)


def test_no_codes_are_nobody() -> None:
    assert side_of(ActorCode("", "", "", ()), ActorNames()) is None


def test_countries_by_code() -> None:
    assert [country_of_code(code) for code in ("TMP", "KOS", "WST", "", "XYZ")] == ["TLS", "XKX", None, None, None]


def test_event_of_one_side(tmp_path: Path) -> None:
    events, errors = reader("gdelt", tmp_path)(gdelt(c15="TUR", c16="TURKEY", c17="TUR", c26="173"))
    assert not errors
    assert [(p.role, p.country) for p in events[0].parties] == [("recipient", "TUR")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a\tb", "has 2 columns, not 57, 58 or 61; give GDELT's event files"),
        (gdelt(**SIDES, c26="---"), "'---' is no code of CAMEO"),
        (gdelt(**SIDES, c1="20159999"), "'20159999' is no date"),
        (gdelt(), "names no actor"),
    ],
)
def test_bad_line_is_told_and_the_rest_is_read(line: str, told: str, tmp_path: Path) -> None:
    events, errors = reader("gdelt", tmp_path)(gdelt(**SIDES), line, gdelt(**SIDES, c0="1002"))
    assert [event.id for event in events] == ["1001", "1002"]
    (error,) = errors
    assert "events.txt:2: " in error
    assert told in error
