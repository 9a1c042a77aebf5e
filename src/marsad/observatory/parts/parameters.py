"""The parameters that pages take, as OpenAPI describes them: what each means, its bounds, and examples.

Those that may come several times ask for any of their values. Forms send empty ones: `several` of
`marsad.observatory.routing` takes them out.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path, Query

MOST = 200
"""Rows of a part of a list at most."""


def _any_of(meaning: str, *examples: str) -> Any:
    described = f"{meaning}; any of them if it comes several times."
    return Query(max_length=40, description=described, examples=[[each] for each in examples])


def _text(meaning: str, *examples: str, name: str | None = None, most: int = 200) -> Any:
    return Query(alias=name, max_length=most, description=meaning, examples=list(examples))


def _id(meaning: str, *examples: str) -> Any:
    return Path(max_length=200, description=meaning, examples=list(examples))


Limit = Annotated[int, Query(ge=1, le=MOST, description="Rows at most.", examples=[20])]
Cursor = Annotated[
    str | None, _text("`next` of the part before; it holds for the same question alone.", "bzo1MA", most=40)
]
Since = Annotated[
    str | None, _text("From this day, month or year on (EDTF).", "2015-07", "2015-07-01", name="from", most=30)
]
Until = Annotated[str | None, _text("Up to this day, month or year (EDTF).", "2015-07-31", name="to", most=30)]
AsOf = Annotated[
    str | None,
    _text(
        "The day at whose end outcomes are looked at (EDTF); that of the newest article if none.", "2024-12-31", most=30
    ),
]
At = Annotated[
    str | None, _text("At the end of this day, month or year (EDTF); the newest day if none.", "2024-12", most=30)
]
PartNumber = Annotated[int, Query(ge=1, le=100_000, description="The part of a long article.", examples=[1])]
Window = Annotated[
    int | None, Query(ge=1, le=3660, description="Days up to the date whose acts count; where none are given 30, 90 or "
                      "365, the fewest in which enough is told.", examples=[90]),
]  # fmt: skip

Who = Annotated[str | None, _text("An entity's id, a country's code, or a name in Arabic or English.", "RUS", "مصر")]
About = Annotated[
    str | None,
    _text(
        "An actor who is mentioned in the words (an id, a country's code or a name that the store knows), else words "
        "that they hold, as in a search.",
        "YEM", "الغاز",
    ),
]  # fmt: skip
Search = Annotated[
    str,
    _text(
        'Words that must all be there, in any spelling and inflection; "…" is a phrase, -word excludes, OR stands '
        "between choices.",
        "النووي -الرياضة", name="q", most=300,
    ),
]  # fmt: skip
Typed = Annotated[str, _text("What was typed.", "روس", "China Rus", most=300)]

Types = Annotated[list[str] | None, _any_of("A type of event (PLOVER)", "CONSULT", "SANCTION")]
Quads = Annotated[
    list[str] | None,
    _any_of("A quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict", "1", "4"),
]
Statuses = Annotated[
    list[str] | None, _any_of("What an event is told as: actual, planned, possible or denied", "actual", "planned")
]
Sources = Annotated[
    list[str] | None, _any_of("Whose events: marsad (read in articles), icews, gdelt, polecat or plover", "marsad")
]
Outlets = Annotated[list[str] | None, _any_of("An outlet's id", "media:tass")]
Confidences = Annotated[
    list[str] | None,
    _any_of("How sure the reading is: high (from 0.5 on), middle (from 0.25 on) or low", "high"),
]
Confidence = Annotated[
    float, Query(ge=0, le=1, description="How sure a reading is at least, 0 to 1.", examples=[0.5])
]  # fmt: skip
Languages = Annotated[list[str] | None, _any_of("A language (ISO 639-1)", "ar")]
Kinds = Annotated[list[str] | None, _any_of("How words are told: direct, indirect or mixed", "direct")]
Acts = Annotated[list[str] | None, _any_of("What is done by saying it: say, deny, warn, promise …", "warn", "deny")]
Chains = Annotated[
    list[str] | None, _any_of("From whom the outlet has the words: an entity's id, or `own` for nobody", "own")
]
Repeats = Annotated[
    bool,
    Query(description="Every telling of words that several tell, instead of the one that came first.", examples=[True]),
]
Parties = Annotated[list[str] | None, _any_of("A party: a country's code or an entity's id", "EGY")]
AgreementStatuses = Annotated[
    list[str] | None,
    _any_of(
        "What became of it: proposed, planned, agreed, signed, ratified, in-force, extended, suspended, violated, "
        "left, ended or denied",
        "signed",
    ),
]  # fmt: skip
Outcomes = Annotated[
    list[str] | None, _any_of("What became of it: kept, broken, postponed, overdue or open", "overdue")
]

ArticleId = Annotated[str, _id("An article's id.", "2182bcc6b8b3bc99")]
RecordId = Annotated[
    str, _id("The id of an event or a statement in an article, or of an imported event.", "2182bcc6b8b3bc99-e1")
]
HappeningId = Annotated[str, _id("A happening's id.", "happening-1f0e6bb5b2b5c3a7")]
EchoId = Annotated[str, _id("An echo's id.", "echo-1f0e6bb5b2b5c3a7")]
StoryId = Annotated[str, _id("A story's id.", "story-1f0e6bb5b2b5c3a7")]
PromiseId = Annotated[str, _id("A promise's id.", "promise-1f0e6bb5b2b5c3a7")]
AgreementId = Annotated[str, _id("An agreement's id.", "agreement-1f0e6bb5b2b5c3a7")]
OutletId = Annotated[str, _id("An outlet's id.", "media:tass")]
ActorId = Annotated[str, _id("An entity's id, or a country's code.", "RUS", "person:xi-jinping")]
Country = Annotated[
    str, Path(pattern="^[A-Za-z]{3}$", description="A country's code (ISO 3166-1 alpha-3).", examples=["CHN"])
]
