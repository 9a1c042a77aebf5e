"""How somebody wants pages: the language, the digits, light or dark. The address tells, else a cookie, else the
browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, get_args
from urllib.parse import parse_qsl

from marsad.observatory.security import cookies_of
from marsad.output.labels import Lang

CHOICES: dict[str, tuple[str, ...]] = {
    "lang": get_args(Lang), "digits": ("latn", "arab"), "theme": ("auto", "light", "dark"),
}  # fmt: skip
"""What can be chosen by a parameter or a cookie of that name. `latn` and `arab` are Unicode's names: 123 and ١٢٣."""
_YEAR = 365 * 24 * 3600


class Preferences(NamedTuple):
    """What is wanted, and which of it the address says, so that it is remembered."""

    lang: Lang = "en"
    digits: str = "latn"
    theme: str = "auto"
    said: tuple[str, ...] = ()

    @property
    def rtl(self) -> bool:
        """Whether pages run from right to left."""
        return self.lang == "ar"

    def cookies(self) -> list[str]:
        """`Set-Cookie` headers that remember what the address says."""
        return [f"{name}={getattr(self, name)}; Path=/; Max-Age={_YEAR}; SameSite=Lax" for name in self.said]


def preferences(query: str, headers: Mapping[str, str], default: Lang) -> Preferences:
    """What a request wants. Values that are no choice are passed over. `headers` have names in lower case."""
    asked = dict(parse_qsl(query))
    said = {name: asked[name] for name, values in CHOICES.items() if asked.get(name) in values}
    kept = {name: value for name, value in cookies_of(headers).items() if value in CHOICES.get(name, ())}
    known = {"lang": _browser(headers.get("accept-language", "")) or default} | kept | said
    return Preferences(**known, said=tuple(said))  # type: ignore[arg-type]


def _browser(accepted: str) -> str | None:
    """The first of the browser's languages that is one of ours."""
    for part in accepted.split(","):
        lang = part.partition(";")[0].strip().partition("-")[0].lower()
        if lang in CHOICES["lang"]:
            return lang
    return None
