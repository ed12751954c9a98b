"""Which theme and language the application wears now. Switching either takes effect at once in every window.

The appearance belongs to the application as Qt's own palette and font do, and ends with it.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from wopdesk.ui import i18n
from wopdesk.ui.none import hold_none
from wopdesk.ui.theme.fonts import body_font, load_fonts
from wopdesk.ui.theme.look import Appearance, Theme
from wopdesk.ui.theme.style import palette, style_sheet

__all__ = ["Appearance", "Theme", "colour", "mark", "wear", "worn"]
_PROPERTY = "appearance"


def wear(app: QApplication, appearance: Appearance) -> None:
    """Dress the application; windows that are open change at once, with direction, words and colours.

    Every application of ours begins with this, so None is held here (`wopdesk.ui.none`).
    """
    hold_none()
    load_fonts()
    app.setProperty(_PROPERTY, appearance)
    app.setStyleSheet("")  # replacing one by another, Qt would dress each widget once for every widget it lies in
    app.setStyle("Fusion")
    app.setPalette(palette(appearance.colours))
    app.setFont(body_font(appearance.sizes))
    i18n.speak(app, appearance.language)
    QLocale.setDefault(i18n.locale(appearance.language))
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(right if appearance.right_to_left else left)
    app.setStyleSheet(style_sheet(appearance.colours, appearance.sizes, right_to_left=appearance.right_to_left))


def worn() -> Appearance:
    """What the application wears now."""
    app = QApplication.instance()
    appearance = None if app is None else app.property(_PROPERTY)
    return appearance if isinstance(appearance, Appearance) else Appearance()


def colour(name: str) -> QColor:
    """A colour of the theme that is worn, by its name among the tokens."""
    return QColor(getattr(worn().colours, name))


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set properties that the style sheet asks for, and let it look again."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
