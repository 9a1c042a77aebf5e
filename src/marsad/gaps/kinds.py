"""The kinds of gaps, and where in the lexicon what fills them would go."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a word that the lexicon lacks seems to be."""

    cue = "cue"
    act = "act"
    person = "person"
    office = "title"
    organisation = "organisation"
    outlet = "outlet"
    speaker = "speaker"
    adjective = "adjective"
    clitics = "clitics"


FILES = {
    Kind.cue: "speech/cues.tsv",
    Kind.act: "events/cooperation.tsv or events/conflict.tsv",
    Kind.person: "actors/people_*.tsv",
    Kind.office: "speech/titles.tsv",
    Kind.organisation: "actors/organisations.tsv",
    Kind.outlet: "actors/outlets.tsv",
    Kind.speaker: "actors/groups.tsv, actors/outlets.tsv or places/places.tsv",
    Kind.adjective: "actors/states.tsv or speech/modifiers.tsv",
    Kind.clitics: "events/blocked.tsv or speech/ordinary.tsv",
}
"""Where in the lexicon a word of each kind would go."""
