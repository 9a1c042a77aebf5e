"""The application: pages and API over a store, behind what keeps others out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from marsad import __version__
from marsad.errors import MarsadError
from marsad.observatory.asking import Asked, asked_of
from marsad.observatory.caching import Cache
from marsad.observatory.faults import Faults
from marsad.observatory.memory import Memory
from marsad.observatory.openapi import with_examples
from marsad.observatory.pages import routers
from marsad.observatory.preferences import Preferences
from marsad.observatory.problems import PROBLEM, Problem, problem, problem_of
from marsad.observatory.readings import Readings
from marsad.observatory.routing import HTML
from marsad.observatory.security import Door, Headers
from marsad.observatory.settings import Settings
from marsad.observatory.templating import FOLDER, error_page
from marsad.observatory.warming import Warmer
from marsad.store.store import Store

_THREADS = 3
"""Requests that are answered at once; more only get in each other's way."""

_WAITING = 20
"""Texts that wait for their turn at once; more wait for these."""


def create_app(settings: Settings) -> FastAPI:
    """The application over the store that `settings` name. Raises `StoreError` if it cannot be opened."""
    store = Store.open(settings.store, seconds=settings.query_seconds)
    app = _Application(
        title="Marsad", version=__version__, lifespan=_lifespan, docs_url=None, redoc_url=None,
        summary="What news tells about the relations between states, with the sentences that say it.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )  # fmt: skip
    app.state.store, app.state.memory = store, Memory(store.revision)
    app.state.readings, app.state.warm = Readings(settings.read_seconds), settings.warm
    for router in routers():
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    app.add_exception_handler(MarsadError, _on_error)
    app.add_exception_handler(RequestValidationError, _on_error)
    app.add_exception_handler(HTTPException, _on_error)
    # The last that is added is the first that a request meets.
    app.add_middleware(Faults, answer=_on_error)
    app.add_middleware(Cache, revision=store.revision, size=settings.cache_bytes, default=settings.lang)
    app.add_middleware(Door, settings=settings)
    app.add_middleware(Headers)
    return app


class _Application(FastAPI):
    def openapi(self) -> dict[str, Any]:
        return with_examples(super().openapi())


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    import anyio
    import anyio.to_thread

    anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
    app.state.reading_limit = anyio.CapacityLimiter(_WAITING)
    asked = Asked(app.state.store, Preferences(), "/", "", app.state.memory)
    warmer = Warmer(asked) if app.state.warm else None
    yield
    if warmer:
        warmer.close()
    app.state.readings.close()
    app.state.store.close()


def _on_error(request: Request, error: Exception) -> Response:
    found = _problem(error)
    if _wants_page(request):
        return Response(error_page(found, asked_of(request)), status_code=found.status, media_type=HTML)
    return JSONResponse(found.body(), status_code=found.status, media_type=PROBLEM)


def _problem(error: Exception) -> Problem:
    if isinstance(error, MarsadError):
        return problem_of(error)
    if isinstance(error, RequestValidationError):
        return problem(422, "; ".join(map(_wrong, error.errors())))
    if isinstance(error, HTTPException):
        return problem(error.status_code, "" if error.status_code == 404 else str(error.detail))
    return problem(500, "the answer could not be made", "tell the developers what you asked for")


def _wrong(error: dict[str, Any]) -> str:
    return f"{'.'.join(str(part) for part in error['loc'][1:])}: {error['msg']}"


def _wants_page(request: Request) -> bool:
    path = request.url.path
    if path.endswith((".json", ".csv")) or request.method not in {"GET", "HEAD"}:
        return False
    return "application/json" not in request.headers.get("accept", "")
