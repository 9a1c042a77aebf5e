"""Compiling the lexicon: the same files give the same bytes, kept and found again."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

from marsad.lexicon.lexicon import Lexicon, load

DIGEST = r"""
import hashlib, re
from marsad.lexicon.compile import compile_lexicon

def in_order(match):  # sets have none
    return str(sorted(match[1].split(", ")))

text = re.sub(r"frozenset\(\{(.*?)\}\)", in_order, repr(compile_lexicon()))
print(hashlib.sha256(text.encode()).hexdigest())
"""


def digest(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DIGEST]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def test_compile_is_deterministic() -> None:
    assert digest("1") == digest("2")


def test_compile_gives_each_form_a_known_lemma(lexicon: Lexicon) -> None:
    compiled = lexicon.compiled
    codes = {c for codes in compiled.forms.values() for c in codes}
    codes |= {m.code for seconds in compiled.multiwords.values() for ms in seconds.values() for m in ms}
    assert max(c >> 8 for c in codes) < len(compiled.lemmas)
    assert max(c & 255 for c in codes) < len(compiled.features) <= 256


def test_load_keeps_what_it_compiled(tmp_path: Path, lexicon: Lexicon) -> None:
    first = load(cache=tmp_path)
    (stored,) = tmp_path.glob("lexicon-*.pickle")
    before = stored.stat().st_mtime_ns
    second = load(cache=tmp_path)
    assert stored.stat().st_mtime_ns == before
    assert first.compiled.forms == second.compiled.forms == lexicon.compiled.forms
    assert [p.name for p in tmp_path.iterdir()] == [stored.name]


def test_load_passes_over_a_broken_cache(tmp_path: Path) -> None:
    load(cache=tmp_path)
    (stored,) = tmp_path.glob("lexicon-*.pickle")
    stored.write_bytes(b"broken")
    assert load(cache=tmp_path).words(["روسيا"])[0].senses
    assert pickle.loads(stored.read_bytes()).forms


def test_load_works_where_nothing_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert load(cache=file / "cache").words(["روسيا"])[0].senses
