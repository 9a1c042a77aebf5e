"""What `marsad export` writes of others' events can be brought in again, and is the same."""

from pathlib import Path

import pytest
from foreignfiles import read

import marsad
from marsad.foreign.events import ForeignEvent, Source

LINES = (
    "Turkey\tMake_a_visit\tQatar\t2018-09-02\n"
    "Qatar\tHost_a_visit\tTurkey\t2018-09-02\n"
    "Foreign_Affairs_(Russia)\tExpress_intent_to_meet_or_negotiate\tMike_Pompeo\t2018-09-03\n"
    "Police_(India)\tArrest,_detain,_or_charge_with_legal_action\tCitizen_(India)\t2018-09-04\n"
    "European_Union\tImpose_embargo,_boycott,_or_sanctions\tRussia\t2018-09-05\n"
)
FILES: dict[Source, str] = {"plover": "plover.jsonl", "polecat": "polecat.csv", "gdelt": "gdelt.tsv"}


def told(event: ForeignEvent) -> tuple[object, ...]:
    parties = [(party.role, party.entity, party.country) for party in event.parties]
    return event.day, event.type, event.mode, event.contexts, event.quad, event.status, parties


@pytest.mark.parametrize("source", FILES)
def test_exported_events_come_back(source: Source, tmp_path: Path) -> None:
    path, store = tmp_path / "events.tsv", tmp_path / "s.db"
    path.write_text(LINES, encoding="utf-8")
    before, _ = read("icews", path)
    list(marsad.import_events("icews", [path], store))
    marsad.export(tmp_path / "out", store, "csv", sources=["icews"])
    after, errors = read(source, tmp_path / "out" / FILES[source])
    assert not errors
    assert sorted(map(told, after), key=repr) == sorted(map(told, before), key=repr)
