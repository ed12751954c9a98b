"""The passphrase on paper: one page to be printed, or written as a PDF where there is no printer."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.fonts import FAMILIES

_MARGIN = 25
"""Millimetres."""
_FLAGS = Qt.TextFlag.TextWordWrap


def print_out(passphrase: str, parent: QWidget) -> None:
    """Let the person choose a printer, and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    # The one dialog that is waited for: Windows' own halts the program anyway, and does not surely tell of its end.
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        paint(printer, passphrase)


def pdf(passphrase: str) -> bytes:
    """The page as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("PWON's recovery kit: the passphrase"))
    paint(writer, passphrase)
    return bytes(buffer.data().data())


def paint(device: QPagedPaintDevice, passphrase: str) -> None:
    """Paint the page: what it is, the passphrase in large letters, and how it is kept."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter(device)
    top = 0.0
    for points, weight, text in (
        (20, QFont.Weight.DemiBold, tr("PWON's recovery kit: the passphrase")),
        (11, QFont.Weight.Normal, tr("It opens the encrypted file of PWON's root key. It is kept nowhere else.")),
        (26, QFont.Weight.Bold, passphrase[:14] + "\n" + passphrase[15:]),
        (11, QFont.Weight.Normal, tr("Keep this page in a safe, apart from the USB sticks with the file.")),
        (11, QFont.Weight.Normal, tr("Large and small letters, blanks and dashes do not matter when it is typed.")),
    ):
        top = _write(painter, top, text, _font(points, weight))
    painter.end()


def _font(points: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSize(points)
    font.setWeight(weight)
    return font


def _write(painter: QPainter, top: float, text: str, font: QFont) -> float:
    """Write a paragraph below what is there; where the next one begins."""
    painter.setFont(font)
    side = Qt.AlignmentFlag.AlignRight if worn().right_to_left else Qt.AlignmentFlag.AlignLeft
    page = QRectF(painter.viewport())
    room = QRectF(0, top, page.width(), page.height())
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute) | int(_FLAGS)
    used = painter.boundingRect(room, flags, text)
    painter.drawText(room, flags, text)
    return top + used.height() + painter.fontMetrics().height()
