"""Makes the list of word weights for comparing texts: src/marsad/linking/data/word_weights.tsv.

`python scripts/word_weights.py CORPUS…` counts in how many articles of any large corpus of news each search key
stands. Its weight is ln(articles / articles with it), the inverse document frequency of Spärck Jones (1972), in tenths.
Keys that stand in fewer than LEAST articles are left out: they are rare, and that is enough to know.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable

from marsad.errors import SourceError
from marsad.language.arabic.searchwords import search_words
from marsad.linking.wordweights import RAREST, WEIGHTS
from marsad.sources import open_articles

LEAST = 20


def document_frequencies(texts: Iterable[str]) -> tuple[int, Counter[str]]:
    """The number of texts, and in how many of them each key stands."""
    frequencies, texts_read = Counter[str](), 0
    for text in texts:
        frequencies.update(set(search_words(text).split()))
        texts_read += 1
    return texts_read, frequencies


def main() -> None:
    """Counts the corpus named on the command line and writes the list."""

    def skip(error: SourceError) -> None:
        print(error, file=sys.stderr)

    total, frequencies = document_frequencies(a.text for a in open_articles(sys.argv[1:], on_error=skip))
    rows = sorted((key, count) for key, count in frequencies.items() if count >= LEAST and key.isalpha())
    weights = [(key, round(10 * math.log(total / count))) for key, count in rows]
    WEIGHTS.write_text(
        f"# ln(N / articles with the key) in tenths, N = {total}; written by scripts/word_weights.py\n"
        + "".join(f"{key}\t{weight}\n" for key, weight in weights if weight < 10 * RAREST),
        encoding="utf-8",
    )
    print(f"{len(weights)} weights of {total} articles")


if __name__ == "__main__":
    main()
