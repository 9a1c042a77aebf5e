"""What speaks for each entity as the answer to a question (s, r, ?) on a day, from all that is known before the day.

Each clue is a number of at least 0 for each entity; w(age) = 2^(−age ⁄ H) fades with the days that have passed:

- exact: Σ w over earlier (s, r, o), for several H: the recency-weighted strict recurrency ψ_Δ of Gastinger et al. 2024
  ("History repeats itself"), as a sum;
- touched: the same over earlier (s, any relation, o), either way;
- ruled: Σ w · weight(r, q) over earlier (s, q, o) (`marsad.relations.links.votes`): rules of length one;
- usual: the share of o among the objects of r, whoever acts: their relaxed recurrency ψ_ξ;
- met: the share of o among all objects;
- near: what those who s deals with do by r, and what they deal with: rules of length two, by walking;
- like: what those do by r who deal with the same others as s (cosine).

A clue knows nothing of entities that were never told of; those have 0 everywhere and share the last places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    from marsad.relations.links.facts import Facts, World

    Matrix = np.ndarray[Any, np.dtype[np.float32]]

EXACT = (2.0, 15.0, 60.0, 1000.0)
TOUCHED = (2.0, 15.0, 1000.0)
RULED = (3.0, 30.0)
USUAL = (10.0, 1000.0)
MET = (5.0, 1000.0)
NEAR = 60.0
"""Half-lives in days."""
NAMES = (
    *(f"exact {h:g}" for h in EXACT), *(f"touched {h:g}" for h in TOUCHED), *(f"ruled {h:g}" for h in RULED),
    *(f"usual {h:g}" for h in USUAL), *(f"met {h:g}" for h in MET),
    "near by relation", "like by relation", "near", "like",
)  # fmt: skip
"""The clues in order."""


class Past(NamedTuple):
    """A history sorted by subject: `starts` has where each subject's facts begin."""

    world: World
    relation: Any
    object: Any
    age: Any
    starts: Any
    usual: list[Any]
    met: list[Matrix]
    deals: Any
    by_relation: list[Any]


def past(history: Facts, world: World, day: int) -> Past:
    """What is known when a day begins; later facts are left out if there are any."""
    import numpy as np
    from scipy import sparse

    history = history.before(day)
    history = history.where(np.argsort(history.subject, kind="stable"))
    age = (day - history.day).astype(np.float64)
    starts = np.searchsorted(history.subject, np.arange(world.entities + 1))
    shape = 2 * world.relations, world.entities
    usual = [_shares(sparse.csr_matrix((2 ** (-age / h), (history.relation, history.object)), shape)) for h in USUAL]
    met = [np.bincount(history.object, 2 ** (-age / h), world.entities) for h in MET]
    square = world.entities, world.entities
    fading = 2 ** (-age / NEAR)
    deals = sparse.csr_matrix((fading, (history.subject, history.object)), square)
    by_relation = [_of_relation(history, fading, square, each) for each in range(2 * world.relations)]
    return Past(
        world, history.relation, history.object, age, starts, usual, [m / max(1e-9, m.sum()) for m in met],
        _unit(deals.log1p()), by_relation,
    )  # fmt: skip


def _of_relation(history: Facts, fading: Any, square: tuple[int, int], relation: int) -> Any:
    """The transposed matrix of who does what by one relation, on a log scale."""
    import numpy as np
    from scipy import sparse

    at = np.flatnonzero(history.relation == relation)
    return sparse.csr_matrix((fading[at], (history.object[at], history.subject[at])), square).log1p()


def _shares(matrix: Any) -> Any:
    import numpy as np
    from scipy import sparse

    return sparse.diags(1 / np.maximum(1e-9, np.asarray(matrix.sum(axis=1)).ravel())) @ matrix


def _unit(matrix: Any) -> Any:
    """Rows of length one."""
    import numpy as np
    from scipy import sparse

    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(1e-9, length)) @ matrix).tocsr()


def clues(known: Past, asked: list[tuple[int, int]], ruled: list[Any]) -> Iterator[Matrix]:
    """The clues of each question, of shape (`NAMES`, entities); `ruled` has the weights of the rules for `RULED`."""
    import numpy as np

    subjects, places = np.unique([subject for subject, _ in asked], return_inverse=True)
    dealt = known.deals[subjects]
    like = (dealt @ known.deals.T).tocsr()
    near = (dealt @ known.deals).tocsr()
    for (subject, relation), place in zip(asked, places.tolist(), strict=True):
        found = np.zeros((len(NAMES), known.world.entities), np.float32)
        _direct(known, subject, relation, ruled, found)
        at = len(EXACT) + len(TOUCHED) + len(RULED)
        for share in known.usual:
            row = slice(share.indptr[relation], share.indptr[relation + 1])
            found[at, share.indices[row]] = share.data[row]
            at += 1
        found[at : at + len(known.met)] = known.met
        around = np.stack([_row(dealt, place), _row(like, place)], axis=1)
        found[-4:-2] = (known.by_relation[relation] @ around).T
        found[-2], found[-1] = _row(near, place), around[:, 1]
        yield found


def _row(matrix: Any, place: int) -> Any:
    return matrix[place].toarray().ravel()


def _direct(known: Past, subject: int, relation: int, ruled: list[Any], found: Matrix) -> None:
    """The clues from what the subject itself did: exact, touched, ruled."""
    import numpy as np

    own = slice(known.starts[subject], known.starts[subject + 1])
    relations, objects, age, size = known.relation[own], known.object[own], known.age[own], known.world.entities
    same = relations == relation
    row = 0
    for half_life in EXACT:
        found[row] = np.bincount(objects[same], 2 ** (-age[same] / half_life), size)
        row += 1
    for half_life in TOUCHED:
        found[row] = np.bincount(objects, 2 ** (-age / half_life), size)
        row += 1
    for half_life, weight in zip(RULED, ruled, strict=True):
        found[row] = np.bincount(objects, 2 ** (-age / half_life) * weight[relation, relations], size)
        row += 1
