from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.widgets.combo import Combo


def called(combo: Combo) -> list[str]:
    """What labels say of it, as screen readers on Linux ask for it."""
    interface = QAccessible.queryAccessibleInterface(combo)
    return [label.text(QAccessible.Text.Name) for label, _ in interface.relations(QAccessible.RelationFlag.Label)]


def test_a_list_says_what_it_is_called_beside_what_is_taken(qtbot: QtBot) -> None:
    holder, other = QWidget(), QWidget()
    for one in (holder, other):
        qtbot.addWidget(one)
        QVBoxLayout(one)
    combo = Combo()
    combo.offer([("m", "Mentee")], "m")
    combo.setAccessibleName("Role & place")
    for one in (holder, other):
        layout = one.layout()
        assert layout is not None
        layout.addWidget(combo)
        assert called(combo) == ["Role & place"]
