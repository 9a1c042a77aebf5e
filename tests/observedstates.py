"""A small system of states as others' data tell it: two camps, and a break in one relation."""

from datetime import date, timedelta
from pathlib import Path

from marsad.api import import_events

START, DAYS = date(2018, 1, 1), 70
LAST = START + timedelta(days=DAYS - 1)
BREAK = START + timedelta(days=40)
_ACTS = (
    # Every how many days, from which day on, who does what to whom.
    (1, 0, "Turkey", "Consult", "Foreign_Affairs_(Russia)"),
    (3, 0, "Citizen_(Turkey)", "Criticize_or_denounce", "Russia"),
    *((1, 40, "Turkey", "Accuse", f"{who}_(Russia)") for who in ("Police", "Citizen", "Government", "Military")),
    (2, 0, "Iran", "Provide_aid", "Turkey"),
    (2, 0, "Russia", "Sign_formal_agreement", "Iran"),
    (3, 0, "United_States", "Consult", "France"),
    (2, 1, "United_States", "Threaten", "Turkey"),
    (4, 0, "France", "Accuse", "Iran"),
    (4, 1, "France", "Consult", "Israel"),
    (3, 1, "Israel", "Consult", "United_States"),
    (3, 2, "Israel", "Threaten", "Iran"),
)


def import_states(store: Path, folder: Path) -> None:
    """Enter the system into a store."""
    lines = [
        "\t".join((*event, (START + timedelta(days=day)).isoformat()))
        for every, first, *event in _ACTS
        for day in range(first, DAYS, every)
    ]
    (folder / "events.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert sum(entered.new for entered in import_events("icews", [folder / "events.tsv"], store)) > 400
