"""Texts that try to become something else in a page: markup, scripts, formulas, templates, or another direction. And
what a page must be for none of them to have done so.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import html

PAYLOADS: tuple[str, ...] = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '" onmouseover="alert(1)',
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "</textarea></title></style><b>x</b>",
    "<!--<a href='javascript:alert(1)'>x</a>-->",
    "{{7007*7}}{%print(7007*7)%}${7007*7}",
    "\u202eabc\u2066def\u200f",
    "a\x00b\x1b[31mc\x85d\ufffe",
    '=HYPERLINK("http://x.example","x")',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "../../../etc/passwd\\..\\x",
    "'; DROP TABLE article; --",
    "{n.__class__} {0} {x",
    "＝1+1",
    "\n=1+1",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<!--<script>\u2028alert(1)//",
    "//evil.example/x",
)
"""Put them into titles, texts, names and addresses."""

_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2067\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SIGNED = re.compile("\u2066(?:[+−][\\d.]+|\\d+%)\u2069")
"""A tie, which we keep together ourselves."""
_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "ping", "background")


def harm(page: str) -> list[str]:
    """What in a page is not ours: scripts that stand in it or come from elsewhere, handlers, styles, addresses that run
    something, elements that we never write, controls that turn the direction of what follows. Empty if all is well.
    """
    found = [f"control {match[0]!r}" for match in _CONTROLS.finditer(_SIGNED.sub("", page))]
    for element in html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8")).iter():
        if not isinstance(element.tag, str):
            continue
        found += _in_element(element)
    return found


def _in_element(element: html.HtmlElement) -> list[str]:
    if element.tag in {"iframe", "object", "embed", "base", "style", "svg", "textarea", "b"}:
        return [f"element {element.tag}"]
    found = []
    if element.tag == "script" and element.get("type") != "application/json":
        ours = (element.get("src") or "").startswith("/static/") and not (element.text or "").strip()
        found += [] if ours else ["script"]
    if element.tag == "img" and not (element.get("src") or "").startswith("/static/"):
        found.append("img")
    for name, value in element.attrib.items():
        if name.startswith("on") or name == "style":
            found.append(f"{name}={value}")
        if name in _ADDRESSES and urlsplit(value.strip()).scheme not in {"", "http", "https"}:
            found.append(f"{name}={value}")
        if name in _ADDRESSES and value.startswith(("//", "\\")):
            found.append(f"{name}={value}")
    return found
