"""Windows of which nothing but their own buttons knows, and then the end of the program. Run by a test."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wopdesk.ui.shell.ending import end_windows

_MANY = 40


class Forgotten(QWidget):
    """What its last button tells keeps it; its buttons lie in a row that was filled before it was laid into it."""

    def __init__(self) -> None:
        super().__init__()
        column, row = QVBoxLayout(self), QHBoxLayout()
        self.buttons = [QPushButton(str(number)) for number in range(3)]
        for button in self.buttons:
            button.clicked.connect(lambda: self.setWindowTitle("Sample"))
            row.addWidget(button)
        column.addLayout(row)


if __name__ == "__main__":
    application = QApplication([])
    for _ in range(_MANY):
        Forgotten()
    end_windows()
