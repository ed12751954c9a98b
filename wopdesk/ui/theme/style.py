"""What Qt is told of the tokens: its palette and its style sheet (`resources/theme/desk.qss`)."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QPalette

from wopdesk.places import resources_folder
from wopdesk.ui.theme.tokens import DARK, RADIUS, Colours, TypeScale

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "text_faint",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Accent: "accent",
}
_FAINT = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def palette(colours: Colours) -> QPalette:
    """The palette, for what the style sheet does not reach."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(colours, name)))
    for role in _FAINT:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text_faint))
    return made


def style_sheet(colours: Colours, sizes: TypeScale, *, right_to_left: bool) -> str:
    """The style sheet in these colours and sizes."""
    start, end = ("right", "left") if right_to_left else ("left", "right")
    measures = {**asdict(sizes), **asdict(RADIUS), "pill": sizes.small + 4}
    segment = colours.border_strong if colours == DARK else colours.surface
    return _template().substitute(asdict(colours), **measures, segment=segment, start=start, end=end)


@cache
def _template() -> Template:
    return Template((resources_folder() / "theme" / "desk.qss").read_text(encoding="utf-8"))
