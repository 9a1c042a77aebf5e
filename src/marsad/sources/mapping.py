"""Which field of a JSON record holds what."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any

from marsad.errors import SourceError

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldMapping:
    """The names of the fields of a JSON record. `headline | title` takes the first that is there, `source.name` goes
    into an object, an empty name means that there is no such field. `dated_by` says what the date in `published` is
    evidence of; `name` is the preset's name.
    """

    text: str
    title: str = ""
    url: str = ""
    source: str = ""
    published: str = ""
    retrieved: str = ""
    author: str = ""
    doc: str = ""
    dated_by: str = ""
    name: str = ""

    def find(self, record: JsonObject, role: str) -> tuple[str, Any]:
        """The field that plays `role` in this record and its value; `("", None)` if there is none."""
        for name, path in _paths(getattr(self, role)):
            value: Any = record
            for key in path:
                value = value.get(key) if isinstance(value, dict) else None
            if value is not None and not isinstance(value, dict):
                return name, value
        return "", None

    def string(self, record: JsonObject, role: str) -> str:
        """The value that plays `role`, as a text; lists are joined with commas, or with newlines for the text."""
        value = self.find(record, role)[1]
        if isinstance(value, list):
            return ("\n" if role == "text" else ", ").join(str(v) for v in value if isinstance(v, str | int))
        return "" if value is None else str(value)


@cache
def _paths(names: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(name.split("."))) for part in names.split("|") if (name := part.strip()))


PRESETS = {
    "saudinewsnet": FieldMapping(
        name="saudinewsnet",
        text="content",
        title="title",
        url="url",
        source="source",
        published="date_extracted",  # the crawler ran daily
        retrieved="date_extracted",
        author="author",
        dated_by="extraction date",
    ),
    "generic": FieldMapping(
        name="generic",
        text="text | content | body | article_text | articleBody | full_text | fulltext | maintext | main_text | "
        "content_text | article",
        title="title | headline | heading",
        url="url | link | uri | canonical_url | source_url",
        source="outlet | source.name | sitename | site_name | source | publisher | newspaper | domain",
        published="published | published_at | publishedAt | date_published | datePublished | date_publish | "
        "publish_date | publication_date | pub_date | pubDate | pubdate | date | datetime | timestamp | created_at",
        retrieved="retrieved | retrieved_at | date_extracted | date_download | crawled_at | fetched_at | scraped_at",
        author="author | authors | byline | creator",
        doc="doc | id | _id | doc_id | article_id | guid | uuid",
    ),
}
_SAUDINEWSNET = frozenset({"source", "url", "date_extracted", "title", "content"})


def mapping_of(mapping: FieldMapping | str | None) -> FieldMapping | None:
    """The mapping that is meant: one given as such, a preset's name, or names such as `text=body, title=headline`.
    None (take the preset that fits each record) stays None. Raises `SourceError` for what is none of these.
    """
    if mapping is None or isinstance(mapping, FieldMapping):
        return mapping
    if mapping in PRESETS:
        return PRESETS[mapping]
    parts = (pair.partition("=") for pair in mapping.split(","))
    pairs = {role.strip(): name.strip() for role, _, name in parts}
    roles = {f.name for f in dataclasses.fields(FieldMapping)}
    if "text" in pairs and pairs.keys() <= roles and all(pairs.values()):
        return FieldMapping(**pairs)
    raise SourceError(
        f"mapping {mapping!r}",
        "is no field mapping",
        f"use one of {', '.join(sorted(PRESETS))}, or name fields: text=body, title=headline, published=date",
    )


def fitting(record: JsonObject) -> FieldMapping:
    """The preset that fits a record's fields."""
    return PRESETS["saudinewsnet" if record.keys() >= _SAUDINEWSNET else "generic"]
