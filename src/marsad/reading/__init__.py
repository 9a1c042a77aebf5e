"""One article in, one `Reading` out: pure, without disk, clock or network."""

from marsad.reading.reader import Reader

__all__ = ["Reader"]
