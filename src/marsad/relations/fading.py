"""How acts fade, and the tie that they make: what the tie of two, the table of all pairs and the network share.

    tie = Σ w s ⁄ (10 (Σ w + K)),   w = 2^(−age ⁄ H)

`s` is an act's score on PLOVER's scale from conflict to cooperation (−10 to 10), `age` its days up to the day that is
asked about: half of an act is forgotten after `H` days. `K` acts that say nothing are assumed, so that two of whom
hardly anything is told are near 0. The tie is −1 (war) to 1 (alliance). Expressions of polars and arrays of numpy are
taken alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

Values = TypeVar("Values", "pl.Expr", "np.ndarray[Any, np.dtype[np.float64]]")

HALF_LIFE = 30.0
"""Days after which an act counts half."""
PRIOR = 5.0
"""Acts that say nothing, assumed beside those that were told."""
_SCALE = 10
"""The greatest score of an act."""


def remembered(age: Values, half_life: float = HALF_LIFE) -> Values:
    """What is not forgotten of acts (1 at an age of 0, towards 0) that are `age` days old."""
    return 2.0 ** (-age / half_life)


def closeness(scores: Values, weights: Values, prior: float = PRIOR) -> Values:
    """The tie (−1 to 1) of the sums Σ w s and Σ w of acts; 0 where there are none."""
    return scores / (_SCALE * (weights + prior))
