"""What was done to a record since it was opened, so that it can be taken back and done again. Knows no form."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wopdesk.ui.screens.document.standing import Change

MOST = 2000
"""So many steps can be taken back."""


@dataclass(frozen=True)
class Step:
    """One thing that a person did, and the field or repeat where they did it."""

    at: str
    change: Change


@dataclass
class History:
    """Steps done, and steps taken back. Keystrokes in one field are one step until the person goes on."""

    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)
    _open: bool = False

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._undone)

    @property
    def steps(self) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """Those done and those taken back, the last one last."""
        return tuple(self._done), tuple(self._undone)

    def add(self, step: Step, *, goes_on: bool = False) -> None:
        """Something was done; one that goes on takes further keystrokes at the same place into itself."""
        self._undone.clear()
        last = self._done[-1] if self._done and self._open else None
        if last is not None and goes_on and last.at == step.at and not step.change.rows:
            joined = _joined(last.change, step.change)
            self._done[-1:] = [replace(last, change=joined)] if joined else []
        elif step.change:
            self._done.append(step)
            del self._done[:-MOST]
        self._open = goes_on

    def pause(self) -> None:
        """The person went on: what is typed next is a step of its own."""
        self._open = False

    def undo(self) -> Step | None:
        """The last step, which is now taken back; None when there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> Step | None:
        """The step taken back last, which is now done again; None when there is none."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[Step], target: list[Step]) -> Step | None:
        self._open = False
        if not source:
            return None
        target.append(source.pop())
        return target[-1]


def _joined(first: Change, then: Change) -> Change:
    texts = dict(first.texts)
    for path, (before, after) in then.texts.items():
        texts[path] = (texts[path][0] if path in texts else before, after)
    return Change({path: both for path, both in texts.items() if both[0] != both[1]}, first.rows)
