"""What went wrong, as problem+json (RFC 9457) for programs and as a page for people, with the same words."""

from __future__ import annotations

from typing import Any, NamedTuple

from marsad.errors import MarsadError, MissingDependencyError, QueryError, SourceError, StoreError, UnknownIdError

PROBLEM = "application/problem+json"


class BusyError(MarsadError):
    """What was asked for took too long, or others are before it."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason, self.remedy = reason, remedy


class Problem(NamedTuple):
    """`status` is HTTP's, `title` says what it means, `detail` what happened here, `remedy` what to do."""

    status: int
    title: str
    detail: str = ""
    remedy: str = ""

    def body(self) -> dict[str, Any]:
        """As RFC 9457 has it; `remedy` is an extension."""
        return {"type": "about:blank", **self._asdict()}


TITLES = {
    400: "This cannot be asked", 401: "A token is needed", 403: "Not allowed", 404: "Not found", 405: "Not this method",
    411: "Its length must be told", 413: "Too large", 414: "Too long an address",
    415: "Not this kind of content", 422: "This cannot be asked",
    429: "Too many requests", 500: "A fault of Marsad's", 501: "Not installed here", 503: "Cannot be answered now",
}  # fmt: skip
_STATUS: tuple[tuple[type[MarsadError], int], ...] = (
    (UnknownIdError, 404), (QueryError, 400), (SourceError, 422), (MissingDependencyError, 501), (StoreError, 503),
    (BusyError, 503),
)  # fmt: skip


def problem_of(error: MarsadError) -> Problem:
    """The problem that one of our errors is."""
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    reason = getattr(error, "reason", str(error))
    return Problem(status, TITLES[status], reason, getattr(error, "remedy", ""))


def problem(status: int, detail: str = "", remedy: str = "") -> Problem:
    """The problem of an HTTP status."""
    return Problem(status, TITLES.get(status, "Cannot be answered"), detail, remedy)
