"""What people type into a search: words, phrases in quotation marks, `-` before what is not wanted, OR between choices.

Several words must all be there. Whatever else is typed has no meaning of its own, so that any text is a query or is
told to be none; the databases are given search keys, which consist of letters and digits alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from marsad.errors import QueryError
from marsad.language.arabic.searchwords import search_words

Term = tuple[str, ...]
"""The search keys of a word or a phrase, in their order."""

_OR = frozenset({"OR", "|", "أو"})
_AND = frozenset({"AND", "&"})
_MOST = 60
"""Words in one query; more make databases slow or fail."""
_QUOTED = "|".join(rf"{opening}(?P<q{n}>[^{closing}]*){closing}?" for n, (opening, closing) in enumerate(
    (('"', '"'), ("“", "”"), ("«", "»"))
))  # fmt: skip
_PART = re.compile(rf"(?P<minus>[-−–]?)(?:{_QUOTED}|(?P<word>[^\s\"“«]+))")


class SearchQuery(NamedTuple):
    """All of `wanted` (of each, one of the choices), and none of `unwanted`."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...]

    def terms(self) -> frozenset[Term]:
        """Every word and phrase that is wanted."""
        return frozenset(term for choices in self.wanted for term in choices)

    def fts5(self) -> str:
        """The query in the language of SQLite's FTS5."""
        text = " AND ".join(f"({' OR '.join(map(_fts5, choices))})" for choices in self.wanted)
        return f"({text}) NOT ({' OR '.join(map(_fts5, self.unwanted))})" if self.unwanted else text

    def tsquery(self) -> str:
        """The query in the language of PostgreSQL's `to_tsquery`."""
        parts = [f"({' | '.join(map(_tsquery, choices))})" for choices in self.wanted]
        return " & ".join([*parts, *(f"!({_tsquery(term)})" for term in self.unwanted)])


def _fts5(term: Term) -> str:
    return f'"{" ".join(term)}"'


def _tsquery(term: Term) -> str:
    return " <-> ".join(f"'{key}'" for key in term)


def parse(text: str) -> SearchQuery:
    """The query that a person typed. Raises `QueryError` if it names nothing to look for.

    >>> parse('الوزير "مجلس الأمن" OR القمة -الرياضة').fts5()
    '(("وزير") AND ("مجلس امن" OR "قمه")) NOT ("رياضه")'
    """
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    joins = False
    for match in _PART.finditer(text):
        if match["word"] in _OR and not match["minus"]:
            joins = bool(wanted)
            continue
        term = tuple(search_words(_inside(match)).split())
        if not term or match["word"] in _AND:
            continue
        if match["minus"]:
            unwanted.append(term)
        elif joins:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        joins = False
    if not wanted:
        raise QueryError(f"{text!r} names no word to look for", 'give at least one, as in: marsad search "قمة -رياضة"')
    terms = [term for choices in wanted for term in choices] + unwanted
    if sum(map(len, terms)) > _MOST:
        raise QueryError(f"a search takes {_MOST} words at most", "leave out those that say least")
    return SearchQuery(tuple(map(tuple, wanted)), tuple(unwanted))


def _inside(match: re.Match[str]) -> str:
    return next((match[name] for name in ("word", "q0", "q1", "q2") if match[name] is not None), "")
