"""Confidence orders records by how often such records were right."""

import marsad
from marsad.lexicon.tables import read_table
from marsad.reading.confidence import TABLE, features, weights
from marsad.records import Event, Statement


def read(text: str) -> marsad.Reading:
    return marsad.read(text, published="2015-07-25")


def test_a_known_speaker_beside_the_verb_is_surer_than_one_carried_on_in_mixed_words() -> None:
    sure, unsure = read("قال الرئيس الفرنسي فرانسوا هولاند إن بلاده ستشارك. وشدد على «ضرورة» العمل معا.").statements[:2]
    assert sure.confidence > unsure.confidence


def test_an_act_with_both_sides_is_surer_than_one_with_one() -> None:
    (both,) = read("التقى الرئيس الفرنسي فرانسوا هولاند الرئيس الروسي فلاديمير بوتين.").events
    (one,) = read("قتل 15 مدنيا في هجوم على قرية في سوريا.").events[:1]
    assert both.confidence > one.confidence


def test_every_feature_with_a_weight_can_occur() -> None:
    assert "base" in weights("statement")
    assert "base" in weights("event")
    reading = read("قال الرئيس الفرنسي إن بلاده ستشارك. والتقى هولاند الرئيس الروسي.")
    entities = {e.id: e for e in reading.entities}
    records: list[Statement | Event] = [*reading.statements, *reading.events]
    for record in records:
        assert features(record, entities)[0] == "base"
        assert 0 < record.confidence < 1


def test_every_weight_stands_once() -> None:
    rows = [(row["record"], row["feature"]) for row in read_table(TABLE)]
    assert len(rows) == len(set(rows))
