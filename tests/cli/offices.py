"""Offices that are worked at by commands alone, each in a data file of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from wopdesk.cli.root import root

Answers = dict[str, str]


def run(*arguments: str | Path) -> Result:
    """One command, in this process; a bug of the program shows as exit code 3."""
    return CliRunner().invoke(root, [str(one) for one in arguments])


@dataclass(frozen=True)
class Office:
    """An office's data file."""

    file: Path

    def run(self, *arguments: str | Path) -> Result:
        """One command at this office."""
        return run("--data", self.file, *arguments)

    def done(self, *arguments: str | Path) -> str:
        """What a command prints that must succeed."""
        result = self.run(*arguments)
        assert result.exit_code == 0, result.output
        return result.stdout.strip()

    def json(self, *arguments: str | Path) -> Any:  # noqa: ANN401 - what JSON holds
        """What a command prints for a script."""
        return json.loads(self.done(*arguments, "--json"))

    @property
    def code(self) -> str:
        """What this office reads out on the telephone."""
        return self.done("offices").split()[-1]


@dataclass(frozen=True)
class Network:
    """A mentee that PWON approved, and their partnership with its work plan."""

    pwon: Office
    mentee: Office
    partnership: str
    work_plan: str


def write_json(path: Path, answers: Answers) -> Path:
    path.write_text(json.dumps(answers), encoding="utf-8")
    return path


def sentences(result: Result) -> Sequence[str]:
    """What a refused command said: what happened, what is safe, what to do next, each from the beginning of a line."""
    assert result.exit_code == 1, result.output
    return result.stderr.replace("\n  ", " ").splitlines()
