"""A brief as Markdown, as one HTML file, and as DOCX; what articles say is text in all of them, whatever it holds."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.errors import MissingDependencyError
from marsad.output.bidi import clean, has_arabic
from marsad.output.files import OutputError, atomic
from marsad.output.labels import label

if TYPE_CHECKING:
    from marsad.output.briefs.document import Document, Line, Source

Draw = Callable[[Path], None]
"""Writes the plot of the relation into a file of the given suffix."""
FORMATS = ("html", "md", "docx")
_STYLE = Path(__file__).parent.parent / "static" / "brief.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_PICTURE_INCHES = 6.3


def write_brief(document: Document, path: Path, draw: Draw | None) -> None:
    """Write a brief, whole or not at all, with the plot that `draw` draws. Raises `OutputError` for a suffix that is no
    format, `MissingDependencyError` for DOCX without python-docx."""
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        raise OutputError(f"{path}: no brief has this suffix; name a file in .{', .'.join(FORMATS)}")
    made = {"html": _html, "md": _markdown_bytes, "docx": _docx}[suffix](document, draw)
    with atomic(path) as stream:
        stream.write(made)


def _picture(draw: Draw, suffix: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plot.{suffix}"
        draw(path)
        return path.read_bytes()


def _markdown_bytes(document: Document, draw: Draw | None) -> bytes:
    return markdown(document).encode()


def markdown(document: Document) -> str:
    """The brief as Markdown, without the plot."""
    return "\n".join(_markdown(document)) + "\n"


def _markdown(document: Document) -> Iterator[str]:
    yield f"# {_marked(document.title)}"
    for section in document.sections:
        yield from ("", f"## {_marked(section.title)}", "")
        if section.note:
            yield from (f"*{_marked(section.note)}*", "")
        for line in section.lines:
            day = f"**{_marked(line.day)}**: " if line.day else ""
            yield f"- {day}{_marked(line.text)}{_references(line)}"
    yield from ("", f"## {label('brief.sources', document.lang)}", "")
    for number, source in enumerate(document.sources, 1):
        yield f"{number}. {_marked(_about(source))} (`{source.id}`): «{_marked(source.words)}»"


def _references(line: Line) -> str:
    return "".join(f" \\[{number}\\]" for number in line.sources)


def _marked(text: str) -> str:
    """A text in which nothing is Markdown."""
    return _MARKDOWN.sub(r"\\\1", clean(text))


def _about(source: Source) -> str:
    return f"{source.origin} · {source.title}" if source.title else source.origin


def _html(document: Document, draw: Draw | None) -> bytes:
    lang, title = document.lang, _text(document.title)
    direction = "rtl" if lang == "ar" else "ltr"
    sections = "".join(
        f"<section>\n<h2>{_text(section.title)}</h2>\n"
        + (f'<p class="note">{_text(section.note)}</p>\n' if section.note else "")
        + f"<ul>\n{''.join(map(_html_line, section.lines))}</ul>\n</section>\n"
        for section in document.sections
    )
    sources = "".join(_html_source(number, source) for number, source in enumerate(document.sources, 1))
    plot = ""
    if draw is not None:
        data = base64.b64encode(_picture(draw, "svg")).decode()
        plot = (
            f'<img class="plot" alt="{escape(label("relation.tie", lang))}" src="data:image/svg+xml;base64,{data}">\n'
        )
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · Marsad</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1></header>\n<main>\n{plot}{sections}"
        f"<section>\n<h2>{escape(label('brief.sources', lang))}</h2>\n<ol>\n{sources}</ol>\n</section>\n</main>\n"
        f"<footer>{escape(label('ui.made_by', lang))}</footer>\n</body>\n</html>\n"
    ).encode()


def _html_line(line: Line) -> str:
    day = f"<time>{_text(line.day)}</time> " if line.day else ""
    links = "".join(f' <a href="#s{number}">[{number}]</a>' for number in line.sources)
    return f"<li>{day}{_text(line.text)}{links}</li>\n"


def _html_source(number: int, source: Source) -> str:
    flow = "rtl" if has_arabic(source.words) else "ltr"
    return (
        f'<li id="s{number}">{_text(_about(source))} <code>{_text(source.id)}</code>'
        f'<blockquote dir="{flow}">{_text(source.words)}</blockquote></li>\n'
    )


def _text(text: str) -> str:
    """A text in which nothing is HTML, nor a control of any kind."""
    return escape(clean(text))


def _docx(document: Document, draw: Draw | None) -> bytes:
    if find_spec("docx") is None:
        raise MissingDependencyError("python-docx", "relations")
    import docx
    from docx.shared import Inches

    made = docx.Document()
    made.add_heading(clean(document.title), 1)
    if draw is not None:
        made.add_picture(BytesIO(_picture(draw, "png")), width=Inches(_PICTURE_INCHES))
    for section in document.sections:
        made.add_heading(clean(section.title), 2)
        if section.note:
            made.add_paragraph(clean(section.note))
        for line in section.lines:
            paragraph = made.add_paragraph(style="List Bullet")
            if line.day:
                paragraph.add_run(f"{clean(line.day)}: ").bold = True
            paragraph.add_run(clean(line.text) + "".join(f" [{number}]" for number in line.sources))
    made.add_heading(label("brief.sources", document.lang), 2)
    for number, source in enumerate(document.sources, 1):
        made.add_paragraph(f"[{number}] {clean(_about(source))} ({source.id}): «{clean(source.words)}»")
    if document.lang == "ar":
        _turn(made)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _turn(made: object) -> None:
    """Set every paragraph from right to left."""
    from docx.oxml import OxmlElement

    for paragraph in made.paragraphs:  # type: ignore[attr-defined]
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
