"""Names of actors in event data: whom they mean, and which of them imply a country."""

import pytest

from marsad.foreign.actors import ActorNames, find, roles, split_role
from marsad.foreign.names import DATA, Known, adjectives, consonants, countries, known_names, plain
from marsad.lexicon.tables import read_table, read_tables, values

FIRST = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK"
SECOND = "AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
SECTORS = frozenset(f"{FIRST} {SECOND}".split())
"""PLOVER's sectors (manual 2.0, "Sector primary code")."""
ACTORS = {row["id"] for table in ("organisations", "people*", "outlets") for row in read_tables(f"actors/{table}.tsv")}
STATES = {row["code"] for row in read_tables("actors/states.tsv")}

# name: entity, country, sector
MEANT = [
    ("Russia", "state:RUS", "RUS", "GOV"),
    ("Palestinian_Territory,_Occupied", "state:PSE", "PSE", "GOV"),
    ("Cote d'Ivoire", "state:CIV", "CIV", "GOV"),
    ("Vladimir_Putin", "person:vladimir-putin", "RUS", "GOV"),
    ("Recep_Tayyip_Erdoğan", "person:recep-tayyip-erdogan", "TUR", "GOV"),
    ("Sergey_Viktorovich_Lavrov", "person:sergey-lavrov", "RUS", "GOV"),  # a name between
    ("Abdel_Fattah_Al-Sisi", "person:abdel-fattah-el-sisi", "EGY", "GOV"),  # another particle
    ("Prayuth_Chan-ocha", "person:prayut-chan-o-cha", "THA", "GOV"),  # romanised another way
    ("Umar_al_Bashir", "person:omar-al-bashir", "SDN", "GOV"),  # listed
    ("Bharatiya_Janata", "org:ind-bjp", "IND", "PTY"),
    ("Reuters", "media:reuters", "GBR", "JRN"),
    ("Foreign_Affairs_(Russia)", "org:rus-mfa", "RUS", "GOV"),
    ("Defense_/_Security_Ministry_(United_States)", "org:usa-dod", "USA", "MIL"),
    ("Citizen_(Nigeria)", "group:nga-citizens", "NGA", "CVL"),
    ("Military_(Israel)", "org:isr-idf", "ISR", "MIL"),  # listed before the rule
    ("Military_(Uruguay)", "group:ury-army", "URY", "MIL"),
    ("Police_(India)", "org:ind-police", "IND", "COP"),
    ("Police_(Uruguay)", "group:ury-police", "URY", "COP"),  # no such organisation in the lexicon
    ("Citizen_(Holy_See_(Vatican_City_State))", "group:vat-citizens", "VAT", "CVL"),
    ("Member_of_Legislative_(Govt)_(Oman)", "group:omn-lawmakers", "OMN", "LEG"),
    ("Beekeepers_Party_(Chile)", "group:chl-beekeepers-party", "CHL", "PTY"),  # a role that nobody knows
    ("Militant_(Taliban)", "org:taliban", "AFG", "REB"),  # in an organisation: the organisation
    ("Nigerian_Ports_Authority", "org:nigerian-ports-authority", "NGA", "GOV"),
    ("Supreme Court of Chile", "org:supreme-court-of-chile", "CHL", "JUD"),
    ("Armed_Forces_of_the_Democratic_Republic_of_Congo", "org:armed-forces-of-the-democratic-republic-of-congo",
     "COD", "MIL"),
    ("Democratic_Republic_of_Congo", "state:COD", "COD", "GOV"),
    ("Immigrants_(Congo)", "group:cog-migrants", "COG", "CVL"),  # Brazzaville's, as ICEWS has it
    ("South_Sudan_Liberation_Army", "org:south-sudan-liberation-army", "SSD", "REB"),  # not Sudan's
    ("Salzburg", None, "AUT", ""),  # a place
]  # fmt: skip

WITHOUT_COUNTRY = [
    "European_Union", "UN_Security_Council", "Islamic_State_of_Iraq_and_the_Levant", "Al_Qaeda",
    "Amnesty_International", "Africa", "Middle_East", "Persian_Gulf", "Unspecified_Actor", "International",
    "Business_(Africa)", "Citizen_(International)", "Militant_(Al_Qaeda)", "Ministry_(European_Union)",
    "Ministry_of_Defense", "Democratic_Party",
]  # fmt: skip
"""Names that imply no country: organisations of many states, movements across borders, regions, nobody in particular,
and bodies that many countries have under the very name."""

UNKNOWN = ["Jan_Nobody", "Israel_Nobody_Pineda", "German_Nobody", "Green_Marble_Party", "Citizen_(Atlantis)"]
"""Names that nobody knows; some begin like a country but are no body of it."""


@pytest.mark.parametrize(("name", "entity", "country", "sector"), MEANT, ids=[row[0] for row in MEANT])
def test_name_means(name: str, entity: str | None, country: str, sector: str) -> None:
    known = find(name)
    assert (known.entity, known.country, known.sector) == (entity, country, sector)
    assert known.implies_country


@pytest.mark.parametrize("name", WITHOUT_COUNTRY)
def test_name_implies_no_country(name: str) -> None:
    known = find(name)
    assert known.country is None
    assert known.by != "unknown"
    assert not known.implies_country


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown_name_counts_as_implying_a_country(name: str) -> None:
    known = find(name)
    assert known.by == "unknown"
    assert known.implies_country


def test_listed_name_comes_before_the_lexicon() -> None:
    assert find("Democratic_Party_(United_States)").entity == "org:usa-democratic-party"
    assert find("Democratic_Party").entity is None


def test_several_who_fit_are_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    twins = [(("ann", "lee"), Known("person:one", "KOR", "GOV", "lexicon"))]
    monkeypatch.setattr("marsad.foreign.actors.people_by_ends", lambda: {("ann", "lee"): twins})
    assert find("Ann_Middle_Lee").entity == "person:one"
    twins.append((("ann", "lee"), Known("person:two", "SGP", "GOV", "lexicon")))
    assert find("Ann_Middle_Lee").by == "unknown"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Police_(India)", ("Police", "India")),
        ("Citizen_(Holy_See_(Vatican_City_State))", ("Citizen", "Holy_See_(Vatican_City_State)")),
        ("Russia", None),
        ("(India)", None),
        ("Broken_India)", None),
        ("A_(B)_C", None),
    ],
)
def test_role_is_split_from_its_country(name: str, expected: tuple[str, str] | None) -> None:
    assert split_role(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nicolás_Maduro", "nicolas maduro"),
        ("Ma'an", "maan"),
        ("Søren Łuk", "soren luk"),
        ("Cabinet_/_Council", "cabinet council"),
    ],
)
def test_plain_names(name: str, expected: str) -> None:
    assert plain(name) == expected


def test_consonants_tell_names_apart() -> None:
    assert consonants("ayman al zawahiri") == consonants("ayman zawahri")
    assert consonants("hassan rouhani") != consonants("hassan ruhollah")


def test_names_are_found_once() -> None:
    names = ActorNames()
    assert names.known("Police_(India)") is names.known("Police_(India)")


# the tables


def test_countries_and_adjectives_belong_to_states_of_the_lexicon() -> None:
    assert set(countries().values()) | set(adjectives().values()) <= STATES
    rows = list(read_table(DATA / "countries.tsv"))
    assert len({row["code"] for row in rows}) == len(rows)
    numbers = [number for row in rows for number in values(row["cow"])]
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdigit() for number in numbers)


def test_roles_keep_their_format() -> None:
    rows = list(read_table(DATA / "roles.tsv"))
    assert len({plain(row["role"]) for row in rows}) == len(rows) == len(roles())
    for row in rows:
        assert row["sector"] in SECTORS, row["_at"]
        assert row["group"] == "-".join(plain(row["group"]).split()), row["_at"]


def test_words_of_bodies_keep_their_format() -> None:
    rows = list(read_table(DATA / "bodies.tsv"))
    assert len({row["word"] for row in rows}) == len(rows)
    assert all(row["sector"] in SECTORS and row["word"] == plain(row["word"]) for row in rows)


def test_listed_names_keep_their_format() -> None:
    seen: dict[str, str] = {}
    for row in read_table(DATA / "names.tsv"):
        at = row["_at"]
        assert seen.setdefault(plain(row["name"]), at) == at, f"{at}: stands already at {seen[plain(row['name'])]}"
        if row["note"]:
            assert row["note"] in {"unspecified", "transnational", "region", "ambiguous"}, at
            assert not row["entity"] + row["country"] + row["sector"], at
        elif row["country"]:
            assert row["country"] in STATES, at
            assert row["sector"] in SECTORS, at
            assert row["entity"] not in ACTORS, f"{at}: the lexicon has {row['entity']}; leave country and sector empty"
        else:
            entity = row["entity"]
            assert entity in ACTORS or entity.removeprefix("state:") in STATES, f"{at}: no actor {entity}"


def test_everybody_known_has_a_plover_sector() -> None:
    allowed = SECTORS | {"", "IGO", "NGO"}  # the lexicon's own, for organisations without a country
    assert {known.sector for known in known_names().values()} <= allowed
