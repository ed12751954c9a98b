from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from wopdesk.ui.widgets.code_field import CodeField


def test_a_code_is_typed_and_never_pasted(qtbot: QtBot) -> None:
    field = CodeField("Code")
    qtbot.addWidget(field)
    field.show()
    QGuiApplication.clipboard().setText("7K3M-Q0ZD-2PXA")
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    qtbot.mouseClick(field, Qt.MouseButton.MiddleButton)
    assert field.code == ""
    qtbot.keyClicks(field, "il0o")
    assert field.code == "1100"
