"""The paper as it will look, page below page, from bytes that the desk made."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words


class Preview(QWidget):
    """Shows a PDF; `closed` when the person has seen it, `save_wanted` to keep it as a file."""

    closed = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(tr("The paper"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self._data, self._buffer = QByteArray(), QBuffer(self)
        self.close_button = Button("Back to the record", "plain", "arrow-left")
        self._turn()
        self.close_button.clicked.connect(self.closed)
        self.save = Button("Save the PDF …", "plain", "download")
        self.save.clicked.connect(self.save_wanted)
        head = QHBoxLayout()
        head.addWidget(Words("The paper", "section"))
        head.addStretch()
        head.addWidget(self.save)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.middle)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def _turn(self) -> None:
        """The way back points to where reading begins."""
        self.close_button.show_icon("arrow-right" if worn().right_to_left else "arrow-left")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._turn()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        ground = self.view.palette()
        ground.setColor(QPalette.ColorRole.Dark, colour("sunken"))
        self.view.setPalette(ground)
        super().showEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @property
    def data(self) -> bytes:
        """The paper that is shown."""
        return bytes(self._data.data())

    def show_paper(self, data: bytes) -> None:
        """Show a PDF from its beginning."""
        self.document.close()
        self._buffer.close()
        self._data = QByteArray(data)
        self._buffer.setData(self._data)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.view.verticalScrollBar().setValue(0)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
