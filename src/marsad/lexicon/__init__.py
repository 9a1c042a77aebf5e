"""What the reader knows of the world: data files, their schema, and the compiled form that the reader uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.lexicon.lexicon import Lexicon, default_lexicon

__all__ = ["Lexicon", "default_lexicon"]


def __getattr__(name: str) -> object:
    """Load the lexicon when it is first asked for: who only reads its tables does not need the rest."""
    if name not in __all__:
        raise AttributeError(f"module 'marsad.lexicon' has no attribute {name!r}")
    from marsad.lexicon import lexicon

    return getattr(lexicon, name)
