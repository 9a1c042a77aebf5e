"""What the reader knows of the world: data files, their schema, and the compiled form that the reader uses."""

from marsad.lexicon.lexicon import Lexicon, default_lexicon

__all__ = ["Lexicon", "default_lexicon"]
