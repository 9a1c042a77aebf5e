"""Runs the commands of the tutorial and writes their output into it.

A fenced block with `title="NAME"` becomes the file NAME; in a `console` block each line that begins with `$ marsad` or
`$ python` is run among those files, and what stands below it is replaced by its output. `--check` fails if the page
shows something else.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "tutorial.md"
_FILE = re.compile(r'```\w+ title="([\w.]+)"\n(.*?)```', re.DOTALL)
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
_LINE = re.compile(r"(?<=\.tsv:)\d+")
_RUN = ("$ marsad", "$ python")


def same(page: str, other: str) -> bool:
    """Whether two states of the page say the same, whatever the line numbers of lexicon entries."""
    return _LINE.sub("", page) == _LINE.sub("", other)


def fresh(page: str) -> str:
    """The page with the output that its commands give now."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in _FILE.findall(page):
            Path(folder, name).write_text(text, encoding="utf-8")
        return _CONSOLE.sub(lambda m: f"```console\n{_console(m[1], folder)}```", page)


def _console(block: str, folder: str) -> str:
    commands = re.findall(r"^\$ .*$", block, re.MULTILINE)
    if not all(command.startswith(_RUN) for command in commands):
        return block
    return "".join(f"{command}\n{_output(command[2:], folder)}" for command in commands)


def _output(command: str, folder: str) -> str:
    """What a person sees in a terminal of 88 columns, without the line that tells the speed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "88", "PYTHONWARNINGS": "ignore", "NO_COLOR": "1"}
    run = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode:
        raise RuntimeError(f"{command}: {run.stderr}")
    lines = [line.rstrip() for line in run.stdout.rstrip("\n").split("\n")]
    return "\n".join(lines) + "\n" if any(lines) else ""


def main() -> None:
    """Write the page, or check it."""
    page = PAGE.read_text(encoding="utf-8")
    text = fresh(page)
    if "--check" in sys.argv[1:]:
        sys.exit("docs/tutorial.md is stale; run: make reference" if not same(text, page) else 0)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
