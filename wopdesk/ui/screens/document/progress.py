"""How far a record is: what must be answered and is, what is wrong and where, and how each page stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wopdesk.ui.screens.document.asking import label_and_unit
from wopdesk.ui.screens.document.fields import Fields
from wopdesk.xlsform import Field

State = Literal["done", "open", "problem"]
_TOLD = frozenset({"note", "group"})


@dataclass(frozen=True)
class Progress:
    """Of what must be answered, how much is; how many problems are shown now."""

    answered: int
    total: int
    to_fix: int


@dataclass(frozen=True)
class PageState:
    """A page in the list of pages.

    Attributes:
        path: of the page.
        title: of the page.
        state: how it stands.
        problems: how many it shows.
        remarks: the questions on it at which reviewers remarked something.
        changes: those that the newest version answers otherwise than the one before, for who reviews it.
    """

    path: str
    title: str
    state: State
    problems: int
    remarks: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Listed:
    """A problem with the way to it.

    Attributes:
        page: number of its page.
        title: of its page.
        label: what is asked.
        row: in which row, in a few words; "" outside rows.
        message: what is wrong.
        path: of the field.
    """

    page: int
    title: str
    label: str
    row: str
    message: str
    path: str


def progress(paths: Sequence[str], fields: Fields, shown: Collection[str]) -> Progress:
    """Count the questions at these paths; what is not asked does not count."""
    found = [field for field in (fields[path] for path in paths) if field.relevant]
    needed = [field for field in found if field.required]
    to_fix = sum(field.problem is not None and field.path in shown for field in found)
    return Progress(sum(bool(field.value) for field in needed), len(needed), to_fix)


def page_state(at: tuple[str, str], paths: Sequence[str], fields: Fields, shown: Collection[str]) -> PageState:
    """How a page stands, from its path and title and the questions on it.

    It is done when it was looked at or answered, or asks nothing, and nothing is wrong.
    """
    found = [field for field in (fields[path] for path in paths) if field.relevant and field.type not in _TOLD]
    wrong = [field for field in found if field.problem is not None]
    told = sum(field.path in shown for field in wrong)
    touched = not found or at[0] in shown or any(field.value and not field.readonly for field in found)
    state: State = "problem" if told else "done" if touched and not wrong else "open"
    return PageState(*at, state, told)


def noted(state: PageState, remarks: Collection[str], changes: Collection[str], *, read: bool) -> PageState:
    """A page with what is noted at its questions; it is not done before the remarks on it were read."""
    awaits = bool(remarks) and not read and state.state == "done"
    return replace(
        state, state="open" if awaits else state.state, remarks=frozenset(remarks), changes=frozenset(changes)
    )


def listed(page: tuple[int, str], field: Field, row: str, language: str) -> Listed:
    """A field's problem, with the way to it: the number and title of its page, and its row in a few words."""
    label, _ = label_and_unit(field, language)
    message = field.problem(language) if field.problem is not None else ""
    return Listed(*page, label, row, message, field.path)
