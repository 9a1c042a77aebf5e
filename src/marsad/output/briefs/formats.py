"""Briefs and reports as Markdown, as one HTML file, and as DOCX; what articles say is text in all of them, whatever it
holds."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.errors import MissingDependencyError
from marsad.output.answers.blocks import DOT
from marsad.output.bidi import FSI, PDI, clean, has_arabic, isolate
from marsad.output.files import OutputError, atomic
from marsad.output.labels import Lang, label

if TYPE_CHECKING:
    from marsad.output.briefs.parts import Document, Draw, Line, Section, Source

FORMATS = ("html", "md", "docx")
_STYLE = Path(__file__).parent.parent / "static" / "brief.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_SIGNED = re.compile(r"(?<![\w.])[+−]\d+(?:\.\d+)?")
"""A number whose sign would stand behind it between Arabic words."""
_PICTURE_INCHES = 6.3


def write_brief(document: Document, path: Path, draw: Draw | None) -> None:
    """Write a document, whole or not at all, with the plot that `draw` draws at its head. Raises `OutputError` for a
    suffix that is no format, `MissingDependencyError` for DOCX without python-docx."""
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
    """The document as Markdown, without plots."""
    return "\n".join(_markdown(document)) + "\n"


def _markdown(document: Document) -> Iterator[str]:
    yield f"# {_marked(document.title)}"
    if document.facts:
        yield from ("", DOT.join(f"{_marked(name)}: {_marked(value)}" for name, value in document.facts))
    for section in document.sections:
        yield from ("", f"## {_marked(section.title)}", "")
        if section.note:
            yield from (f"*{_marked(section.note)}*", "")
        for line in section.lines:
            day = f"**{_marked(line.day)}**: " if line.day else ""
            quote = f" «{_marked(line.quote)}»" if line.quote else ""
            yield f"- {day}{_marked(line.text)}{quote}{_references(line)}"
    yield from ("", f"## {label('brief.sources', document.lang)}", "")
    for number, source in enumerate(document.sources, 1):
        yield f"{number}. {_marked(_about(source))} (`{source.id}`): «{_marked(source.words)}»"


def _references(line: Line) -> str:
    return "".join(f" \\[{number}\\]" for number in line.sources)


def _marked(text: str) -> str:
    """A text in which nothing is Markdown."""
    return _MARKDOWN.sub(r"\\\1", clean(text))


def _about(source: Source) -> str:
    return f"{source.origin}{DOT}{source.title}" if source.title else source.origin


def _html(document: Document, draw: Draw | None) -> bytes:
    lang, title = document.lang, _text(document.title, document.lang)
    direction = "rtl" if lang == "ar" else "ltr"
    sections = "".join(_html_section(n, section, lang) for n, section in enumerate(document.sections, 1))
    sources = "".join(_html_source(number, source, lang) for number, source in enumerate(document.sources, 1))
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · Marsad</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1>\n{_html_facts(document)}{_html_contents(document)}</header>\n"
        f"<main>\n{_html_plot(draw, label('relation.tie', lang))}{sections}"
        f'<section id="sources">\n<h2>{escape(label("brief.sources", lang))}</h2>\n<ol>\n{sources}</ol>\n</section>\n'
        f"</main>\n<footer>{escape(label('ui.made_by', lang))}</footer>\n</body>\n</html>\n"
    ).encode()


def _html_facts(document: Document) -> str:
    facts = "".join(
        f"<div><dt>{_text(name, document.lang)}</dt><dd>{_text(value, document.lang)}</dd></div>\n"
        for name, value in document.facts
    )
    return f"<dl>\n{facts}</dl>\n" if facts else ""


def _html_contents(document: Document) -> str:
    """Links to the sections."""
    lang = document.lang
    titles = {f"p{n}": section.title for n, section in enumerate(document.sections, 1)}
    titles["sources"] = label("brief.sources", lang)
    links = "".join(f'<li><a href="#{name}">{_text(title, lang)}</a></li>\n' for name, title in titles.items())
    return f'<nav aria-label="{escape(label("report.contents", lang))}"><ul>\n{links}</ul></nav>\n'


def _html_section(number: int, section: Section, lang: Lang) -> str:
    note = f'<p class="note">{_text(section.note, lang)}</p>\n' if section.note else ""
    lines = "".join(_html_line(line, lang) for line in section.lines)
    return (
        f'<section id="p{number}">\n<h2>{_text(section.title, lang)}</h2>\n{note}'
        f"{_html_plot(section.draw, section.title)}<ul>\n{lines}</ul>\n</section>\n"
    )


def _html_plot(draw: Draw | None, name: str) -> str:
    if draw is None:
        return ""
    data = base64.b64encode(_picture(draw, "svg")).decode()
    return f'<img class="plot" alt="{escape(clean(name))}" src="data:image/svg+xml;base64,{data}">\n'


def _html_line(line: Line, lang: Lang) -> str:
    day = f"<time>{_text(line.day, lang)}</time> " if line.day else ""
    links = "".join(f' <a href="#s{number}">[{number}]</a>' for number in line.sources)
    return f"<li>{day}{_text(line.text, lang)}{links}{_html_quote(line.quote) if line.quote else ''}</li>\n"


def _html_quote(words: str) -> str:
    """The words of an article, in their own direction."""
    flow = "rtl" if has_arabic(words) else "ltr"
    return f'<blockquote dir="{flow}">{escape(clean(words))}</blockquote>'


def _html_source(number: int, source: Source, lang: Lang) -> str:
    about = f"{_text(_about(source), lang)} <code>{escape(clean(source.id))}</code>"
    return f'<li id="s{number}">{about}{_html_quote(source.words)}</li>\n'


def _text(text: str, lang: Lang) -> str:
    """A text of a line in which nothing is HTML, nor a control of any kind; what is of the other direction stands for
    itself, part by part."""
    rtl = lang == "ar"
    parts = DOT.join(isolate(part, rtl) for part in clean(text).split(DOT))
    return escape(_SIGNED.sub(f"{FSI}\\g<0>{PDI}", parts) if rtl else parts)


def _docx(document: Document, draw: Draw | None) -> bytes:
    if find_spec("docx") is None:
        raise MissingDependencyError("python-docx", "relations")
    import docx
    from docx.shared import Inches

    made = docx.Document()
    made.add_heading(clean(document.title), 1)
    if draw is not None:
        made.add_picture(BytesIO(_picture(draw, "png")), width=Inches(_PICTURE_INCHES))
    for name, value in document.facts:
        made.add_paragraph(f"{clean(name)}: {clean(value)}")
    for section in document.sections:
        made.add_heading(clean(section.title), 2)
        if section.note:
            made.add_paragraph(clean(section.note))
        if section.draw is not None:
            made.add_picture(BytesIO(_picture(section.draw, "png")), width=Inches(_PICTURE_INCHES))
        for line in section.lines:
            paragraph = made.add_paragraph(style="List Bullet")
            if line.day:
                paragraph.add_run(f"{clean(line.day)}: ").bold = True
            quote = f" «{clean(line.quote)}»" if line.quote else ""
            paragraph.add_run(clean(line.text) + quote + "".join(f" [{number}]" for number in line.sources))
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
