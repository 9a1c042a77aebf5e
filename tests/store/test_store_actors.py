"""Who is meant by an id, a code or a name, and what is suggested where nobody is."""

import pytest
from askedstore import Asked

from marsad.errors import QueryError
from marsad.store.queries.actors import Actor, find_actor

FOUND = [
    ("RUS", Actor((), ("RUS",))),
    (" RUS ", Actor((), ("RUS",))),
    ("state:RUS", Actor(("state:RUS",))),
    ("روسيا", Actor((), ("RUS",))),
    ("Russia", Actor((), ("RUS",))),
    ("russia", Actor((), ("RUS",))),
    ("rus", Actor((), ("RUS",))),
    ("ايران", Actor((), ("IRN",))),
    ("الصين", Actor((), ("CHN",))),
    ("صين", Actor((), ("CHN",))),
    ("FRA", Actor((), ("FRA",))),  # no article tells of it, but it is a country
    ("فرنسا", Actor((), ("FRA",))),
    ("المملكة العربية السعودية", Actor((), ("SAU",))),
    ("person:wang-yi", Actor(("person:wang-yi",))),
    ("وانغ يي", Actor(("person:wang-yi",))),
    ("Wang Yi", Actor(("person:wang-yi",))),
    ("سيرجي لافروف", None),
    ("سيرغي", Actor(("person:sergey-lavrov",))),
    ("Lavrov", Actor(("person:sergey-lavrov",))),
    ("لافروف", Actor(("person:sergey-lavrov", "person:rory-lavrov"))),
    ("حلف الناتو", Actor(("org:nato",))),
    ("الناتو", Actor(("org:nato",))),
    ("NATO", Actor(("org:nato",))),
    ("تاس", Actor(("media:tass",))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "actor"), FOUND, ids=[name for name, _ in FOUND])
def test_actors_are_found_by_id_code_and_name(name: str, actor: Actor | None, asked: Asked) -> None:
    with asked.store.reading() as connection:
        if actor is None:
            with pytest.raises(QueryError, match="knows nobody of that name"):
                find_actor(connection, name)
        else:
            assert find_actor(connection, name) == actor


UNKNOWN = [
    ("لافروق", "did you mean سيرغي لافروف \\(person:sergey-lavrov\\)"),
    ("Lavrof", "did you mean سيرغي لافروف \\(person:sergey-lavrov\\)"),
    ("person:lavrov", "no such entity; did you mean سيرغي لافروف \\(person:sergey-lavrov\\)"),
    ("state:XYZ", "no such entity"),
    ("XYZ", "the store knows nobody of that name; give a country's code"),
    ("زقزق", "give a country's code"),
    ("؟", "give a country's code"),
    ("", "give a country's code"),
    ("'; DROP TABLE name; --", "give a country's code"),
    ("%", "give a country's code"),
    ("\x00", "give a country's code"),
]


@pytest.mark.parametrize(("name", "message"), UNKNOWN, ids=[name for name, _ in UNKNOWN])
def test_unknown_actors_are_told_with_suggestions(name: str, message: str, asked: Asked) -> None:
    with asked.store.reading() as connection, pytest.raises(QueryError, match=message):
        find_actor(connection, name)


def test_a_name_that_too_many_have_is_told(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.store.queries.actors._SEVERAL", 1)
    with asked.store.reading() as connection, pytest.raises(QueryError, match="many are called so; give more"):
        find_actor(connection, "لافروف")
