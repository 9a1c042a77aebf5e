"""`marsad explain`."""

from __future__ import annotations

import sys
from pathlib import Path

from marsad.api import read
from marsad.cli.terminal import counted, page_for, tell, write
from marsad.output.explain import explain
from marsad.output.labels import Lang


def run(file: Path, html: Path | None, lang: Lang, published: str | None, outlet: str | None) -> int:
    """Explain one article at the terminal, or on a page if `html` names one."""
    source: Path | str = sys.stdin.read() if str(file) == "-" else file
    reading = read(source, published, outlet)
    if html is None:
        write([explain(reading, page_for(sys.stdout, lang == "ar"), lang)], None)
        return 0
    from marsad.output.html import explain_html

    write([explain_html(reading, lang)], html)
    tell(f"wrote {html}: {counted(len(reading.statements), 'statement')}, {counted(len(reading.events), 'event')}")
    return 0
