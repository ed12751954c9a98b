"""Answer paths as people and scripts write them: a row may be named by its place, `activities[2]/done`."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wopdesk.desk.faults import DeskFault
from wopdesk.records.ids import ROW
from wopdesk.sentence import Sentence

_STEP = re.compile(r"(?P<name>[^\[\]/]+)(?:\[(?P<row>[^\[\]]*)\])?")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_NUMBER = re.compile(r"[0-9]{1,9}")
_ROW = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True)
class Step:
    """One repeat on the way to an answer: the repeat's path with outer row ids, and the row."""

    repeat: str
    row: str


def new_row() -> str:
    """A fresh row id: 16 characters of `a-z2-7`."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(16))


def template(path: str) -> str:
    """A path without its row ids: the question's place in the form."""
    return _ROW.sub("", path)


def steps(path: str) -> list[Step]:
    """The rows through which a path leads, outermost first."""
    found, before = [], ""
    for part in path.split("/"):
        matched = _STEP.fullmatch(part)
        if matched is None:
            raise DeskFault(
                Sentence("'{path}' is not the path of an answer.", path=path),
                "Write it as group/question or group/repeat[row]/question.",
            )
        name = f"{before}{matched['name']}"
        if matched["row"] is not None:
            found.append(Step(name, matched["row"]))
        before = f"{name}[{matched['row']}]/" if matched["row"] is not None else f"{name}/"
    return found


def named(path: str, rows: Mapping[str, Sequence[str]]) -> str:
    """The path with row ids in place of row numbers, counted from 1.

    A number one beyond the last row names a new one; the same new id is not given twice, since `rows` is to be grown
    by the caller between calls.

    Raises:
        DeskFault: there is no such row.
    """
    result = path
    for position in range(len(steps(path))):
        step = steps(result)[position]
        if ROW.fullmatch(step.row):
            continue
        row = _row(step, rows.get(step.repeat, ()))
        result = f"{step.repeat}[{row}]" + result[len(f"{step.repeat}[{step.row}]") :]
    return result


def numbered(path: str, rows: Mapping[str, Sequence[str]]) -> str:
    """The path with row numbers in place of row ids, as people write it; an id that no row has stays."""
    try:
        through = steps(path)
    except DeskFault:  # a remark may stand anywhere that another office's program wrote
        return path
    shown = path
    for step in reversed(through):
        known = list(rows.get(step.repeat, ()))
        if step.row in known:
            at, rest = len(step.repeat), shown[len(step.repeat) + len(step.row) + 2 :]
            shown = f"{shown[:at]}[{known.index(step.row) + 1}]{rest}"
    return shown


def _row(step: Step, known: Sequence[str]) -> str:
    number = int(step.row) if _NUMBER.fullmatch(step.row) else 0
    if not 1 <= number <= len(known) + 1:
        raise DeskFault(
            Sentence(
                "There is no row '{row}' in {repeat}; it has {count}.",
                row=step.row,
                repeat=step.repeat,
                count=len(known),
            ),
            "Number rows from 1, or name their ids.",
        )
    return known[number - 1] if number <= len(known) else new_row()
