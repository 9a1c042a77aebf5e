"""How much the lexicon knows, at least. A count may rise, never fall below its floor."""

import pytest

from marsad.lexicon.check import counts
from marsad.lexicon.tables import read_tables
from marsad.records import EVENT_TYPES

FLOORS = {
    "UN members": 193,
    "capitals": 195,
    "people with offices": 600,
    "organisations": 250,
    "outlets": 300,
    "reporting words": 300,
    "reporting entries": 300,
    "event words": 1000,
}

UN_MEMBERS = (
    "AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA "
    "CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH "
    "FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA "
    "JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX "
    "MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG "
    "POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD "
    "TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE"
)

WITHOUT_CAPITAL = {"ISR", "SGP"}
"""Whose capital is disputed, or has the state's own name."""

WITHOUT_ADJECTIVE = {"COM", "COG", "MLI", "CPV", "ATG", "KNA", "LCA", "VCT", "SLB", "KIR"}
"""Whose nationality form is an ordinary word (مالي), another's (كونغولي) or not in use."""

DISPUTED = "PSE VAT TWN XKX ESH"


@pytest.fixture(scope="module")
def known() -> dict[str, int]:
    return counts()


@pytest.mark.parametrize(("what", "floor"), FLOORS.items())
def test_counts_reach_floor(known: dict[str, int], what: str, floor: int) -> None:
    assert known[what] >= floor


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_counts_have_words_of_each_event_type(known: dict[str, int], event_type: str) -> None:
    assert known[f"event words {event_type}"] >= 60


def test_states_hold_every_un_member() -> None:
    states = {r["code"]: r for r in read_tables("actors/states.tsv")}
    members = set(UN_MEMBERS.split())
    assert len(members) == 193
    assert {c for c, r in states.items() if r["status"] == "un"} == members
    assert {c for c in members if not states[c]["capital"]} == WITHOUT_CAPITAL
    assert {c for c in members if not states[c]["adjective"]} <= WITHOUT_ADJECTIVE


@pytest.mark.parametrize("code", DISPUTED.split())
def test_states_hold_disputed_territories(code: str) -> None:
    status = {r["code"]: r["status"] for r in read_tables("actors/states.tsv")}
    assert status[code] in {"observer", "partial", "territory"}
