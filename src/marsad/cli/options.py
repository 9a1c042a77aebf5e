"""Options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Language(StrEnum):
    """The language of labels and names."""

    en = "en"
    ar = "ar"


LanguageOption = Annotated[Language, typer.Option("--lang", help="Language of labels and names.")]
StoreOption = Annotated[
    str, typer.Option("--store", metavar="STORE", envvar="MARSAD_STORE", help="A file, or postgresql://user@host/name.")
]
