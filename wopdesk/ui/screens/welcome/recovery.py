"""PWON begins again with its recovery kit: what the page asks for and says of it. Knows neither Qt nor a desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.welcome import presenter
from wopdesk.ui.screens.welcome.presenter import Backup, Content, Letter

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told

RECOVER = "recover"
BROKEN, STOLEN = "broken", "stolen"
WITH_BACKUP, WITH_LETTER, AFTER_THEFT = "recover backup", "recover letter", "recover theft"
"""How it began, by which `Ready` says what happens next; after a theft more is left to do where no backup was."""


def opened(content: Content) -> Content:
    """The page, which is for PWON alone."""
    of_pwon = presenter.typed(content, "role", "facilitator")
    return replace(presenter.typed(of_pwon, "way", RECOVER), step="recover", problems={}, fault=None)


def closed(content: Content) -> Content:
    """The first page again; it was not said that this office is PWON."""
    return presenter.back(presenter.typed(presenter.typed(content, "role", ""), "way", ""))


def forward(content: Content) -> Content:
    """The page that waits, or the same one with what is missing."""
    problems = _missing(content)
    if problems:
        return replace(content, problems=problems, fault=None)
    return replace(content, step="working", problems={}, fault=None, said=())


def found(content: Content, file: Path, what: Letter | Backup) -> Content:
    """What the file holds from which PWON begins, unless another one was chosen meanwhile."""
    if file != content.typed.left:
        return content
    if isinstance(what, Letter):
        return replace(content, letter=what, fault=None)
    return replace(content, backup=what, fault=None)


def opens(content: Content, file: Path) -> Content:
    """The chosen file is a recovery kit."""
    return replace(content, fault=None) if file == content.typed.kit else content


def unreadable(content: Content, name: str, file: Path, told: Told) -> Content:
    """The page with what is wrong with a chosen file, which is let go; unless another one was chosen meanwhile."""
    if getattr(content.typed, name) != file:
        return content
    without = replace(presenter.typed(content, name, None), fault=told)
    wrong = Phrase("{file} cannot be used. Choose another file.", {"file": file.name})
    return replace(without, problems={**without.problems, name: wrong})


def way_of(left: Letter | Backup, loss: str) -> str:
    """How PWON began."""
    if isinstance(left, Backup):
        return WITH_BACKUP
    return AFTER_THEFT if loss == STOLEN else WITH_LETTER


def _missing(content: Content) -> dict[str, Phrase]:
    now = content.typed
    asked = {
        "kit": (now.kit, "Choose the kit's file, from its USB stick."),
        "passphrase": (now.passphrase.strip(), "Write the passphrase, as it stands on the paper."),
        "left": (now.left, "Choose a backup; without one, any invitation that PWON once sent."),
        "loss": (now.loss, "Say what happened to PWON's computer."),
        "name": (presenter.person(now), "Write your name, as it is to stand on papers."),
    }
    return {name: Phrase(text) for name, (value, text) in asked.items() if not value}
