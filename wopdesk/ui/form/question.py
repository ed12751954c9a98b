"""What an editor is told of a question: words in the language of the screen, values as XForm text. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    """A question as it stands now.

    Attributes:
        path: Where its answer lies.
        type: As xlsform names it: `text`, `integer`, `decimal`, `date`, `select_one` …
        label: What is asked.
        hint: What helps to answer.
        value: The answer as XForm text, "" for none.
        required: Whether it must be answered.
        readonly: Whether it may not be changed.
        choices: What may be chosen: (value, label).
        problem: Why the answer is not good, "" if it is.
        remark: What a reviewer said about it.
        reviewer: Who said so.
        unit: Stands at the end of the label's line.
        previous: The figure before it, in words: `September: 31.2`.
        was: What the version before answered, in words: `Was: 29.4`.
        plan: Where it should be by plan, in words: `By the plan: 60`.
        target: Where it is to arrive, in words: `Target: 28`.
        done_before: How far it was at the last report, in words: `Last report: 40`.
        month: Of which its record speaks, as `2026-10`; "" where it speaks of none.
        picture_name: The name of a photo's file, as a person knows it.
        absent: Why there is no photo where one was answered, "" where none was: `Withheld: no consent`.
        appearance: As the form says: `multiline`, `minimal` …; `remarkable` where a reviewer may say something.
        parameters: Of the type: `rows` of a text.
    """

    path: str
    type: str
    label: str = ""
    hint: str = ""
    value: str = ""
    required: bool = False
    readonly: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    remark: str = ""
    reviewer: str = ""
    unit: str = ""
    previous: str = ""
    was: str = ""
    plan: str = ""
    target: str = ""
    done_before: str = ""
    month: str = ""
    picture_name: str = ""
    absent: str = ""
    appearance: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def looks(self) -> frozenset[str]:
        """The words of the appearance."""
        return frozenset(self.appearance.split())

    @property
    def beside(self) -> tuple[str, ...]:
        """The figures that stand beside the answer, in words."""
        return tuple(text for text in (self.was, self.previous, self.done_before, self.plan, self.target) if text)

    @property
    def remarked(self) -> str:
        """The remark with the name of who made it."""
        return f"{self.reviewer}: {self.remark}" if self.reviewer and self.remark else self.remark


def described(question: Question) -> str:
    """All that stands around a field, for those who do not see it: problem first."""
    parts = (question.problem, question.remarked, question.hint, question.unit, *question.beside)
    return " ".join(part for part in parts if part)
