"""One office to which something can be sent: its name and state, what waits, and the ways in which it can go."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.saying import said, written
from wopdesk.ui.screens.exchange.content import Partner, Sent
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Label, label


class PartnerRow(QWidget):
    """One office. Where a mail was drafted or a file saved, it asks whether that was sent, by the button `went`.

    Where a file or draft lies, `folder` shows: no program may have opened it.
    """

    def __init__(self, partner: Partner, written: Sent | None = None) -> None:
        """With what was written for it last while this window was open."""
        super().__init__()
        self.partner = partner
        self.state = _state(partner)
        self.save = Button("Save for USB stick …", "plain", "save")
        self.mail = Button("E-mail draft", "plain", "mail")
        self.whatsapp = Button("For WhatsApp …", "plain", "message-square")
        self.copy = Button("Copy the message", "quiet", "copy")
        self.went = Button("I sent it", "plain", "check")
        self.folder = Button("Show in its folder", "quiet", "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
        column.setSpacing(SPACE.tiny)
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(label(partner.name, "strong", wrap=True), 1)
        head.addWidget(self.state)
        column.addLayout(head)
        if partner.waiting:
            column.addWidget(label(" · ".join(map(said, partner.waiting)), "hint" if partner.copied else "", wrap=True))
        column.addWidget(label(_contact(partner), "hint", wrap=True))
        column.addLayout(self._line(self.save, self.mail))
        column.addLayout(self._line(self.whatsapp, self.copy))
        self._add_last(column, written)
        if partner.code:
            column.addWidget(
                label(tr("When {office} telephones, read your check code aloud:", office=partner.name), wrap=True)
            )
            column.addWidget(label(from_left(partner.code), "section"))

    def _add_last(self, column: QVBoxLayout, written: Sent | None) -> None:
        """What was written for it last, where that lies, and the question whether it went."""
        if written is not None:
            column.addWidget(_written(written))
        acts = []
        if asked := _asked(self.partner):
            column.addWidget(label(asked, wrap=True))
            acts.append(self.went)
        if self.partner.drafted or written is not None:
            acts.append(self.folder)
        if acts:
            column.addLayout(self._line(*acts))

    def _line(self, *buttons: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE.tiny, 0, 0)
        row.setSpacing(SPACE.small)
        for button in buttons:
            button.setAccessibleName(f"{self.partner.name}: {button.accessibleName()}")
            row.addWidget(button)
        row.addStretch()
        return row


def _state(partner: Partner) -> Pill:
    """What is known: that it has everything only where it said so itself."""
    if partner.drafted:
        return Pill("Draft made", "warn")
    if partner.copied:
        return Pill("Copies only", "quiet")
    if partner.waiting:
        return Pill("Waits to go", "info")
    if partner.standing == "unapproved":
        return Pill("Not approved yet", "warn")
    if partner.standing == "own":
        return Pill("Your own office", "quiet")
    return _last(partner)


def _last(partner: Partner) -> Pill:
    """What is known of what went last."""
    if partner.saved:
        return Pill("Saved", "warn")
    if partner.on_its_way:
        return Pill("On its way", "info")
    return Pill("Has everything", "good") if partner.heard else Pill("Nothing for them", "quiet")


def _written(written: Sent) -> Label:
    """What was written, by its name, so that it is found where it is to be attached or copied."""
    if written.drafts:
        text = "\n".join(tr("The draft is made: {file}", file=from_left(one)) for one in written.drafts)
    elif len(written.files) == 1:
        text = tr("Saved: {file}", file=from_left(str(Path(written.folder) / written.files[0])))
    else:
        text = tr("{count} files saved in {folder}", count=len(written.files), folder=from_left(written.folder))
    said = label(text, wrap=True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return said


def _asked(partner: Partner) -> str:
    """Whether it was sent, which only the person knows; empty where there is nothing to ask."""
    if partner.drafted:
        return tr("An e-mail was drafted on {day}. Did you send it?", day=_day(partner.drafted))
    if partner.saved and partner.sent:
        return tr("A file was saved on {day}. Did you hand it on?", day=_day(partner.sent))
    return ""


def _contact(partner: Partner) -> str:
    """When something went there and came from there; who was heard of may have got what nobody said was sent."""
    if partner.heard and not partner.sent:
        return tr("Heard from on {day}", day=_day(partner.heard))
    sent = tr("Sent {day}", day=_day(partner.sent)) if partner.sent else tr("Never sent to")
    if partner.saved and partner.sent:
        sent = tr("Saved {day}, not yet sent", day=_day(partner.sent))
    heard = tr("heard {day}", day=_day(partner.heard)) if partner.heard else tr("never heard from")
    return f"{sent} · {heard}"


def _day(at: datetime) -> str:
    return written(at.date(), short=True)
