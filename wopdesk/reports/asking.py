"""What a paper asks of a person with a pen: questions with room for the answer, and tables with empty rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Room = Literal["line", "short", "long", "date", "time", "datetime", "one", "several", "order", "tick"]
"""What is left for an answer: lines, a short one, several; boxes for digits; boxes to tick, or to number."""


@dataclass(frozen=True)
class Ask:
    """A question and the room for its answer.

    Attributes:
        number: such as `2.3`; "" for a remark that asks nothing.
        label: the question.
        room: what is left for the answer.
        hint: what helps to answer.
        condition: when it is to be answered, as a sentence; "" for always.
        choices: labels to be ticked or numbered.
        required: whether it must be answered.
        words: what stands below or beside the boxes: day, month, year, or what to do with a file.
    """

    number: str
    label: str
    room: Room = "line"
    hint: str = ""
    condition: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class EmptyTable:
    """A table to be filled in: its columns are questions.

    Attributes:
        columns: the questions, numbered.
        rows: how many empty ones.
    """

    columns: tuple[Ask, ...]
    rows: int
