"""What is said of a file that was chosen: whose it is and of when."""

from __future__ import annotations

from PySide6.QtCore import QDate

from wopdesk.ui.i18n import day, tr
from wopdesk.ui.screens.welcome.presenter import Backup, Letter


def about_letter(letter: Letter) -> str:
    """Who wrote a bundle, and on which day."""
    when = _on(letter.day)
    if letter.invitation:
        return tr("Invitation of {sender}, {day}", sender=letter.sender, day=when)
    return tr("From {sender}, {day}", sender=letter.sender, day=when)


def about_backup(backup: Backup) -> str:
    """Whose a backup is, and how much is in it."""
    if not backup.day:
        return tr("{office}, nothing saved yet", office=backup.office)
    when = _on(backup.day)
    if backup.saves == 1:
        return tr("{office}, 1 save, on {day}", office=backup.office, day=when)
    return tr("{office}, {count} saves, the last on {day}", office=backup.office, count=backup.saves, day=when)


def _on(written: str) -> str:
    return day(QDate.fromString(written, "yyyy-MM-dd"), short=True)
