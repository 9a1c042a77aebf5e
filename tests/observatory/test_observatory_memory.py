"""What is worked out once is kept as long as the store stays as it is."""

from pathlib import Path

from observedpages import client_of

from marsad.api import add
from marsad.observatory.memory import Memory


def test_a_value_is_made_once_for_each_state_of_the_store() -> None:
    state, made = ["1"], []
    memory = Memory(lambda: state[0])

    def value(key: str) -> int:
        return memory.of((key,), lambda: made.append(key) or len(made))

    assert [value("a"), value("a"), value("b"), value("a")] == [1, 1, 2, 1]
    state[0] = "2"
    assert [value("a"), value("a")] == [3, 3]


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    made: list[str] = []
    memory = Memory(lambda: "1", most=2)
    for key in ("a", "b", "a", "c", "a", "b"):
        memory.of((key,), lambda key=key: made.append(key))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]


def test_no_kind_of_value_takes_all_the_room() -> None:
    memory, made = Memory(lambda: "1"), []
    for n in range(200):
        memory.of(("told", n), lambda: None)
        memory.of(("outlets",), lambda: made.append("outlets"))
    assert made == ["outlets"]
    assert len(memory._kept) < 60
    memory.of(("told", 199), lambda: made.append("told"))
    assert made == ["outlets"], "what was asked for last is kept"


def test_counts_are_those_of_the_store_as_it_is_now(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    for number, words in enumerate(("قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ترحب بالاتفاق.",
                                    "وأعلن الرئيس الصيني شي جين بينغ أن بلاده تدعم المحادثات.")):  # fmt: skip
        text = tmp_path / f"{number}.txt"
        text.write_text(f"خبر {number}\n\n{words}", encoding="utf-8")
        for _ in add([text], store):
            pass
        if number == 0:
            client = client_of(store)
            before = client.get("/statements.json").json()["total"], client.get("/articles.json").json()["total"]
    after = client.get("/statements.json").json()["total"], client.get("/articles.json").json()["total"]
    assert (before[1], after[1]) == (1, 2)
    assert 0 < before[0] < after[0]
