"""Views as HTML. Everything is escaped unless one of our own functions made it."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from marsad import __version__
from marsad.observatory.addresses import actor_address, address_of, changed, pair_address, web_address
from marsad.observatory.asking import Asked
from marsad.observatory.problems import TITLES, Problem
from marsad.observatory.views import View
from marsad.observatory.words import with_digits, word
from marsad.output.answers.showrows import nested
from marsad.output.bidi import clean, has_arabic, visible
from marsad.output.dates import date_text
from marsad.output.labels import event_label
from marsad.output.marks import places, segments, stretch
from marsad.output.names import (
    amount_text,
    entity_name,
    id_name,
    office_text,
    outlet_name,
    place_name,
    role_text,
    state_name,
)

FOLDER = Path(__file__).parent
_DURATION = re.compile(r"P(\d+)([YMWD])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


@functools.cache
def environment() -> Environment:
    """The templates, with the functions that they call."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.globals |= {
        "t": _word, "num": _number, "percent": _percent, "day": _day, "signed": _signed,
        "event_name": _event_name, "entity": _entity, "entities": _entities, "outlet": _outlet, "state": _state,
        "place": _place, "amount": _amount, "address": address_of, "actor_address": actor_address,
        "with_query": _with_query, "as_data": _as_data,
        "status": _status, "marked": _marked, "office": _office, "lasting": _lasting, "pair_address": pair_address,
        "role": _role, "named": _named, "version": __version__,
        "web_address": web_address, "segments": segments, "places": places, "stretch": stretch,
        "has_arabic": has_arabic,
    }  # fmt: skip
    made.filters |= {"clean": clean, "digits": _digits, "visible": visible}
    return made


def page(view: View, asked: Asked) -> bytes:
    """The page of a view in UTF-8."""
    return _rendered(view.template, view.title, view.data, asked, listing=view.listing is not None)


def error_page(found: Problem, asked: Asked) -> bytes:
    """The page that tells of a problem."""
    status = found.status if found.status in TITLES else "other"
    return _rendered("problem.html", asked.word(f"web.problem.{status}"), found, asked, listing=False)


def _rendered(template: str, title: str, data: Any, asked: Asked, *, listing: bool) -> bytes:
    wanted = asked.preferences
    text = environment().get_template(template).render(
        data._asdict(), data=data, title=title, asked=asked, lang=wanted.lang, rtl=wanted.rtl, wanted=wanted,
        listing=listing, query=parse_qsl(asked.query),
    )  # fmt: skip
    return text.encode("utf-8", "replace")


def _asked(context: Context) -> Asked:
    asked: Asked = context["asked"]
    return asked


@pass_context
def _word(context: Context, key: str, **parts: object) -> str:
    """Words of ours. Parts that are texts (what `num` made, ids, versions) have the digits that they shall have."""
    asked = _asked(context)
    digits = asked.preferences.digits
    text = with_digits(word(clean(key), asked.lang), digits)
    filled = {name: part if isinstance(part, str) else with_digits(str(part), digits) for name, part in parts.items()}
    return text.format(**filled) if parts else text


@pass_context
def _percent(context: Context, share: float) -> str:
    """A share (0 to 1) in hundredths; a sign beside Latin digits is on their right in lines of either direction."""
    digits, text = _asked(context).preferences.digits, f"{100 * share:.0f}%"
    return with_digits(text, digits) if digits == "arab" else f"\u2066{text}\u2069"


@pass_context
def _digits(context: Context, text: object) -> str:
    return with_digits(str(text), _asked(context).preferences.digits)


@pass_context
def _number(context: Context, value: float, places: int = 0) -> str:
    return with_digits(f"{value:,.{places}f}", _asked(context).preferences.digits)


@pass_context
def _signed(context: Context, value: float) -> str:
    """A tie, with a sign that is a minus and not a hyphen, kept together in lines of either direction."""
    return with_digits(f"\u2066{value:+.2f}\u2069".replace("-", "−"), _asked(context).preferences.digits)


@pass_context
def _day(context: Context, edtf: str | None) -> str:
    asked = _asked(context)
    return with_digits(clean(date_text(edtf, asked.lang)), asked.preferences.digits)


@pass_context
def _event_name(context: Context, type: str, mode: str | None = None) -> str:
    return clean(event_label(type, mode, _asked(context).lang))


@pass_context
def _named(context: Context, id: str) -> str:
    return clean(id_name(id, _asked(context).lang))


@pass_context
def _outlet(context: Context, id: str | None) -> str:
    lang = _asked(context).lang
    return clean(outlet_name(id, lang)) if id else word("web.outlet_unknown", lang)


@pass_context
def _state(context: Context, code: str) -> str:
    return clean(state_name(code, _asked(context).lang))


@pass_context
def _place(context: Context, place: str) -> str:
    return clean(place_name(place, _asked(context).lang))


@pass_context
def _amount(context: Context, amount: dict[str, Any]) -> str:
    asked = _asked(context)
    return with_digits(clean(amount_text(amount["value"], amount["unit"], asked.lang)), asked.preferences.digits)


@pass_context
def _status(context: Context, status: str) -> Markup:
    """A status as a sign and a word, so that it is told by more than a colour."""
    return Markup('<span class="status {0}">{1}</span>').format(status, word(f"status.{status}", _asked(context).lang))


def _marked(snippet: Any) -> Markup:
    """A snippet of a search with its hits marked, and with dots where the article goes on."""
    text, at, pieces = snippet.text, 0, []
    for start, end in sorted((first - snippet.start, last - snippet.start) for first, last in snippet.hits):
        if start >= at:
            pieces += [escape(visible(text[at:start])), Markup("<mark>{0}</mark>").format(visible(text[start:end]))]
            at = end
    pieces.append(escape(visible(text[at:])))
    return Markup("{0}{1}{2}").format("… " * bool(snippet.start), Markup("").join(pieces), " …" * snippet.cut)


@pass_context
def _office(context: Context, office: str, country: str | None) -> str:
    return clean(office_text(office, country, _asked(context).lang))


@pass_context
def _lasting(context: Context, duration: str) -> str:
    """How long something lasts (ISO 8601) in words: `P5Y` is five years. Other durations stand as they are."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return clean(duration)
    asked = _asked(context)
    return with_digits(amount_text(float(found[1]), _UNITS[found[2]], asked.lang), asked.preferences.digits)


@pass_context
def _role(context: Context, record: Any) -> str:
    return clean(role_text(record, _asked(context).lang))


@pass_context
def _entity(context: Context, record: Any) -> Markup:
    """An entity's name, linked to its page."""
    name = clean(entity_name(record, _asked(context).lang))
    if not record.id:
        return Markup("<bdi>{0}</bdi>").format(name)
    return Markup('<a class="entity" href="{0}"><bdi>{1}</bdi></a>').format(actor_address(record.id), name)


@pass_context
def _entities(context: Context, records: Any) -> Markup:
    """Several entities' names, each linked."""
    comma = Markup(escape("، " if _asked(context).lang == "ar" else ", "))
    return comma.join(_entity(context, each) for each in records)


@pass_context
def _with_query(context: Context, suffix: str = "", **values: Any) -> str:
    """The address of this page with parameters changed (None: taken away), in another form if `suffix` is given."""
    asked = _asked(context)
    return changed(asked.path, asked.query, suffix, **values)


def _as_data(value: Any) -> Any:
    """A view's part as plain lists and dicts, for charts."""
    return nested(value)
