"""Errors with texts for the person who meets them: which file, why, and what to do."""

from __future__ import annotations


class MarsadError(Exception):
    """The root of all errors that Marsad raises on purpose."""


class MissingDependencyError(MarsadError):
    """Something optional is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} is not installed; run: pip install 'marsad[{extra}]'")


class SourceError(MarsadError):
    """An input that cannot be read. `where` names the file (and line), `reason` the cause, `remedy` what to do."""

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(f"{where}: {reason}; {remedy}")
        self.where, self.reason, self.remedy = where, reason, remedy


class LexiconError(MarsadError):
    """A lexicon file that breaks its format."""


class StoreError(MarsadError):
    """A store that cannot be opened, or that has not what was asked for."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason, self.remedy = reason, remedy


class QueryError(StoreError):
    """A question that cannot be asked as it is: a date that is none, a name that nobody has."""


class UnknownIdError(StoreError):
    """An id that names nothing in the store, or is none."""
