"""Every page of the observatory, as an address that can be asked for over the samples."""

from fastapi.testclient import TestClient

LISTS = (
    "/articles", "/search?q=روسيا", "/statements", "/promises", "/agreements", "/outlets", "/relations", "/stories",
    "/network",
)  # fmt: skip
"""Lists, each of which is CSV too."""
NARROWED = (
    "/articles?actor=RUS&from=2021&to=2024", "/search?q=روسيا&actor=RUS&type=CONSULT&status=actual&from=2021",
    "/search?q=RUS CHN", "/statements?speaker=RUS", "/statements?about=CHN", "/statements?about=اتفاق",
    "/statements?speaker=RUS&about=CHN&kind=direct&act=say&chain=own&repeats=true&min_confidence=0.2&from=2021",
    "/promises?actor=RUS&outcome=open", "/agreements?party=RUS&status=signed&from=2021",
    "/relations?actor=RUS&sort=change", "/stories?actor=RUS&order=newest&from=2021",
    "/actors/RUS?role=actor&type=CONSULT&from=2021", "/relations/CHN-RUS?from=2021&type=CONSULT",
)  # fmt: skip
SINGLE = ("/", "/data", "/search", "/actors/RUS", "/actors/person:xi-jinping", "/relations/CHN-RUS")
_THINGS = {
    "/articles.json": "articles", "/promises.json": "promises", "/agreements.json": "agreements",
    "/stories.json": "stories", "/statements.json": "statements", "/actors/RUS.json": "events",
}  # fmt: skip
_FOLDERS = {"statements": "records", "events": "happenings"}


def addresses(client: TestClient) -> list[str]:
    """The addresses of all kinds of pages, those of single things by what the lists give."""
    found = [*SINGLE, *LISTS, *NARROWED]
    for listing, name in _THINGS.items():
        rows = client.get(listing).json()[name]
        ids = [row.get("event", row)["id"] for row in rows[:2]]
        found += [f"/{_FOLDERS.get(name, name)}/{id}" for id in ids]
        found += [f"/records/{row['event']['first']}" for row in rows[:1] if "event" in row]
        found += [f"/echoes/{row['echo']}" for row in rows if row.get("echo")][:1]
    outlets = client.get("/outlets.json").json()["outlets"]
    return found + [f"/outlets/{row['outlet']}" for row in outlets[:2]]
