"""What each lexicon file must look like: its columns, what may stand in them, and what must be unique."""

from __future__ import annotations

from typing import NamedTuple


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MODES: dict[str, frozenset[str]] = {
    event_type: _set(modes)
    for event_type, modes in {
        "AGREE": "",
        "CONSULT": "visit third-party multilateral phone",
        "SUPPORT": "",
        "CONCEDE": "",
        "COOPERATE": "",
        "AID": "",
        "RETREAT": "withdraw release disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "REJECT": "assist change yield meet",
        "THREATEN": "restrict arrest relations expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial "
        "drone heavy-weapons crowd-control unconventional",
    }.items()
}
"""The modes of each event type (PLOVER manual 2.0, tables "Event types" and "Modes")."""

CONTEXTS = _set(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking"
)
"""PLOVER manual 2.0, table "General contexts"."""

SECTORS = _set("GOV MIL REB OPP PTY COP JUD SPY LEG JRN EDU BUS CRM CVL REL IGO NGO UNK")
"""PLOVER's sectors of actors."""

CUE_KINDS = _set("say think relay according hope deny ask warn promise accuse praise reject announce question describe")
ORGANISATION_TYPES = _set(
    "igo alliance ministry military police intelligence parliament court party armed-group company bank ngo "
    "think-tank university religious agency bloc union other"
)
OUTLET_TYPES = _set("agency newspaper television radio site magazine")
PLACE_KINDS = _set("capital city region sea island river site")
STATUSES = _set("planned possible denied")
TITLE_LEVELS = _set("state organisation role honorific epithet")
FUNCTION_CLASSES = _set("prep adv sub kana quant dem rel neg that pron cond vocative qad future")
EPITHET_CLASSES = _set("both-states both-persons both-sides own-state last-person last-state possession")


class Column(NamedTuple):
    """One column. `kind` names a test of `marsad.lexicon.cells`, or is the set of values that may stand there;
    `many` allows several values with bars between them.
    """

    name: str
    kind: str | frozenset[str] = "text"
    required: bool = False
    many: bool = False


class Table(NamedTuple):
    """The files that match `pattern`. `key` are the columns that together tell two rows apart, among all files that
    share a key group (`ids`).
    """

    pattern: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    ids: str


def _table(pattern: str, key: str, ids: str, *columns: Column) -> Table:
    return Table(pattern, columns, tuple(key.split()), ids)


def _need(name: str, kind: str | frozenset[str] = "text") -> Column:
    return Column(name, kind, required=True)


def _may(name: str, kind: str | frozenset[str] = "text") -> Column:
    return Column(name, kind)


def _many(name: str, kind: str | frozenset[str] = "text", required: bool = False) -> Column:
    return Column(name, kind, required, many=True)


GENDERS = frozenset("mf")
PARTS = frozenset({"verb", "noun", "phrase"})
EVENT_NOTES = _set("needs-args victim-subject stands-alone figurative verbal negated general")

TABLES: tuple[Table, ...] = (
    _table(
        "actors/states.tsv", "code", "states",
        _need("code", "code"), _need("en", "english"), _need("ar", "arabic"), _many("variants", "name"),
        _many("adjective", "arabic"), _many("people", "arabic"), _may("capital", "place"),
        _need("status", _set("un observer partial territory historical")),
    ),
    _table(
        "actors/metonyms.tsv", "form note", "metonyms",
        _need("form", "arabic"), _need("entity", "entity"), _may("note", "metonym-note"),
    ),
    _table(
        "actors/organisations.tsv", "id", "actors",
        _need("id", "id:org|bloc"), _need("en", "english"), _need("ar", "arabic"), _many("variants", "name"),
        _need("kind", frozenset({"org", "bloc"})), _may("country", "state"), _may("sector", SECTORS),
        _need("type", ORGANISATION_TYPES), _many("adjective", "arabic"), _many("members", "state"),
    ),
    _table(
        "actors/people*.tsv", "id", "actors",
        _need("id", "id:person"), _need("en", "english"), _need("ar", "arabic"), _many("variants", "name"),
        _many("short", "name"), _need("country", "state"), _need("gender", GENDERS), _need("sector", SECTORS),
        _many("offices", "office"),
    ),
    _table(
        "actors/outlets.tsv", "id", "actors",
        _need("id", "id:media"), _need("en", "english"), _need("ar", "name"), _many("variants", "name"),
        _may("country", "state"), _need("type", OUTLET_TYPES), _may("note", frozenset({"needs-class"})),
        _many("domains", "domain"),
    ),
    _table(
        "actors/groups.tsv", "id", "groups",
        _need("id", "kebab"), _need("en", "english"), _many("singular", "arabic"), _many("plural", "arabic"),
        _may("gender", GENDERS), _need("sector", SECTORS),
        _many("kind", _set("speaker actor victim side foreign institution text"), required=True),
    ),
    _table(
        "places/places.tsv", "key", "places",
        _need("key", "kebab"), _need("en", "english"), _need("ar", "arabic"), _many("variants", "name"),
        _may("country", "state"), _need("kind", PLACE_KINDS),
    ),
    _table(
        "speech/titles.tsv", "id ar", "titles",
        _need("id", "kebab"), _need("en", "english"), _need("ar", "arabic"), _many("variants", "arabic"),
        _many("feminine", "arabic"), _many("plural", "arabic"), _need("level", TITLE_LEVELS), _may("office"),
    ),
    _table(
        "speech/cues.tsv", "id", "cues",
        _need("id", "cue-id"), _need("pos", PARTS), _need("lemma", "lemma"), _many("nouns", "arabic"),
        _need("kind", CUE_KINDS), _may("frame", "frame"), _may("event", "event"), _may("roles", "frame"),
        _may("note"),
    ),
    _table(
        "speech/names.tsv", "ar kind", "names",
        _need("ar", "arabic"), _need("kind", _set("given family particle")),
    ),
    _table(
        "speech/function.tsv", "form class", "function",
        _need("form", "arabic"), _need("class", FUNCTION_CLASSES), _may("note"),
    ),
    _table("speech/modifiers.tsv", "form class", "modifiers",
           _need("form", "arabic"), _need("class", frozenset({"former", "modifier"})), _may("note")),
    _table("speech/outletclasses.tsv", "form", "outletclasses", _need("form", "arabic"), _need("class", OUTLET_TYPES)),
    _table("speech/ordinary.tsv", "form", "ordinary", _need("form", "arabic"), _may("note")),
    _table("speech/epithets.tsv", "form", "epithets",
           _need("form", "arabic"), _need("class", EPITHET_CLASSES), _many("note")),
    _table(
        "events/[cm]o*.tsv", "id", "events",
        _need("id", "event-id"), _need("pos", PARTS), _need("lemma", "lemma"), _many("plural", "arabic"),
        _need("type", frozenset(MODES)), _may("mode"), _need("frame", "frame"), _many("contexts", CONTEXTS),
        _may("status", STATUSES), _many("note", EVENT_NOTES),
    ),
    _table(
        "events/named.tsv", "form", "named",
        _need("form", "arabic"), _many("variants", "name"), _need("type", frozenset(MODES)), _may("mode"),
        _many("actors", "entity", required=True), _many("recipients", "entity"), _many("instead", "entity"),
        _may("since", "date"), _may("until", "date"), _may("note"),
    ),
    _table(
        "events/light.tsv", "lemma frame", "light",
        _need("lemma", "verb"), _need("frame", "frame"), _may("effect", STATUSES),
        _may("aspect", _set("begin end continue")), _may("note"),
    ),
    _table(
        "events/status.tsv", "form pos scope", "status",
        _need("form", "arabic"), _need("pos", _set("verb particle noun adjective phrase")),
        _need("status", STATUSES), _need("scope", frozenset({"clause", "noun"})), _may("note"),
    ),
    _table(
        "events/judgements.tsv", "lemma pos", "judgements",
        _need("lemma", "lemma"), _need("pos", _set("adjective noun predicate verb")), _many("plural", "arabic"),
        _need("type", _set("ACCUSE SUPPORT")), _may("note"),
    ),
    _table("events/blocked.tsv", "form", "blocked", _need("form", "arabic"), _may("note")),
    _table(
        "time/worldevents.tsv", "id", "worldevents",
        _need("id", "kebab"), _need("en", "english"), _need("ar", "arabic"), _many("variants", "name"),
        _need("start", "date"), _need("end", "date"),
    ),
)  # fmt: skip
"""Every file of the lexicon belongs to exactly one table. `events/[cm]o*` are cooperation.tsv and conflict.tsv."""

EVENT_TABLES = ("events/cooperation.tsv", "events/conflict.tsv")

SHARED_NAMES: frozenset[frozenset[str]] = frozenset()
"""Pairs of entities that news calls by one full name; the reader tells them apart by what stands around them."""
