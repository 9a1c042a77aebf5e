"""A text in, its records out."""

from __future__ import annotations

import json
from functools import partial
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Body, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from marsad.observatory.routing import problems
from marsad.observatory.views import JSON
from marsad.output.schema import schema

router = APIRouter()
LONGEST = 100_000
"""Characters of a text that is read."""
EXAMPLE = {
    "text": "قال وزير الخارجية السعودي فيصل بن فرحان إن المملكة ستستضيف جولة جديدة من المحادثات الشهر المقبل.",
    "outlet": "media:spa", "published": "2026-03-05",
}  # fmt: skip


class ArticleText(BaseModel):
    """An article that is to be read. `published` is a date or an EDTF text, `outlet` an outlet's id."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    title: Annotated[str, Field(max_length=1000)] = ""
    uri: Annotated[str, Field(max_length=2000)] = ""
    outlet: Annotated[str | None, Field(max_length=200, pattern=r"^media:[a-z0-9.\-]+$")] = None
    published: Annotated[str | None, Field(max_length=40)] = None


@router.post(
    "/read", tags=["reading"], response_class=Response,
    responses={200: {"description": "Everything found in the text: one line of what `marsad read` writes",
                     "content": {JSON: {"schema": schema("Reading")}}},
               **problems(401, 411, 413, 422, 429, 503)},
)  # fmt: skip
async def read(
    request: Request, article: Annotated[ArticleText, Body(openapi_examples={"a sentence": {"value": EXAMPLE}})]
) -> Response:
    """Read a text: its entities, statements and events, each with its place in the text. Nothing is kept."""
    # Texts are read in turns: who waits for that must not keep those who ask for pages waiting.
    ask = partial(request.app.state.readings.read, article.model_dump())
    found: dict[str, Any] = await to_thread.run_sync(ask, limiter=request.app.state.reading_limit)
    return Response(json.dumps(found, ensure_ascii=False), media_type=JSON)
