"""A photo as large as the tile it stands in."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from wopdesk.ui.foreign import harmless, tip
from wopdesk.ui.form.files import PHOTOS, FilesEditor, nothing_there
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, mark, worn
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.theme.tokens import RADIUS, SPACE
from wopdesk.ui.widgets.button import Button

_HEIGHT, _ICON = 168, 32
_END = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight


class PhotoTile(FilesEditor):
    """For `image` at the head of a tile; the button at its corner takes another photo."""

    kinds: Collection[str] = PHOTOS
    labelled = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.view = PhotoView()
        self.choose = Button("Choose a photo …", "icon", "image-plus")
        self.choose.setProperty("over", True)  # noqa: FBT003 - Qt's own signature
        self.choose.clicked.connect(self.choose_files)
        grid = QGridLayout(self.area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.view, 0, 0)
        grid.addWidget(self.choose, 0, 0, _END)
        self.setFocusProxy(self.choose)
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Show it."""
        super().show_question(question)
        self.view.held, self.view.none = bool(question.value), nothing_there(question)
        self.view.setToolTip(tip(question.picture_name))
        self.view.name = question.picture_name
        self._show_edge()
        self.choose.setVisible(not question.readonly)
        self.name_parts(self.choose)
        self.choose.setAccessibleName(f"{question.label}: {tr('Choose a photo …')}")

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the photo looks like."""
        self.view.show_picture(picture)
        self._show_edge()

    def _show_edge(self) -> None:
        """Dashes where a photo may be dropped, none around a photo."""
        self.view.update()
        mark(self.area, surface="photo" if self.view.seen or self.question.readonly else "drop")


class PhotoView(QWidget):
    """Fills its place with the middle of a photo; an icon stands where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.held, self.name, self.none = False, "", ""
        self._photo, self._fitted = QPixmap(), QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    @property
    def seen(self) -> bool:
        """Whether a photo is to be seen."""
        return self.held and not self._photo.isNull()

    def show_picture(self, picture: QPixmap) -> None:
        """Show a photo."""
        self._photo, self._fitted = picture, QPixmap()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_HEIGHT, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.seen:
            edge = QPainterPath()
            edge.addRoundedRect(QRectF(self.rect()), RADIUS.field, RADIUS.field)
            painter.setClipPath(edge)
            painter.drawPixmap(self.rect(), self._fit())
        else:
            self._paint_none(painter)
        painter.end()

    def _paint_none(self, painter: QPainter) -> None:
        name = "image" if self.held or self.none else "image-plus"
        middle = self.rect().center()
        sign = QRectF(middle.x() - _ICON / 2, middle.y() - _ICON / 2 - SPACE.middle, _ICON, _ICON)
        paint_icon(painter, name, worn().colours.text_faint, sign)
        below = QRect(0, round(sign.bottom()) + SPACE.small, self.width(), _ICON)
        painter.setPen(colour("text_soft"))
        said = harmless(self.name) or tr("Photo attached") if self.held else self.none or tr("Drop a photo here")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, said)

    def _fit(self) -> QPixmap:
        """The photo's middle in the size of this place, scaled once."""
        ratio = self.devicePixelRatio()
        wanted = self.size() * ratio
        if self._fitted.size() != wanted:
            fill, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            large = self._photo.scaled(wanted, fill, smooth)
            cut = QRect((large.width() - wanted.width()) // 2, (large.height() - wanted.height()) // 2, 0, 0)
            cut.setSize(wanted)
            self._fitted = large.copy(cut)
        return self._fitted
