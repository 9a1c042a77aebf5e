"""Writes src/marsad/linking/data/usual_stems.tsv: the stems that many reports of an archive have.

`python scripts/usual_stems.py ARCHIVE… [--mapping NAME]` reads the articles of a news archive. The table is part of the
code and not made anew from a store: what links depends on the articles that are linked, and on nothing else.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from marsad.language.arabic.searchwords import search_words
from marsad.sources import open_articles

TABLE = Path(__file__).parent.parent / "src" / "marsad" / "linking" / "data" / "usual_stems.tsv"
COMMON, USUAL = 0.08, 0.01
"""The least share of articles that have a common stem, and a usual one."""
_HEAD = (
    "# Stems by how many reports of a news archive have them: eight of a hundred or more (common), one or more (usual)."
)


def main() -> None:
    """Counts in how many articles each stem stands, and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", nargs="+")
    parser.add_argument("--mapping")
    options = parser.parse_args()
    articles = 0
    having = Counter[str]()
    for article in open_articles(options.archive, mapping=options.mapping, on_error=print):
        articles += 1
        having.update(set(search_words(article.text).split()))
    rows = [
        f"{stem}\t{'common' if count >= COMMON * articles else 'usual'}"
        for stem, count in sorted(having.items())
        if count >= USUAL * articles and not stem.isdigit()
    ]
    TABLE.write_text("\n".join([_HEAD, *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
