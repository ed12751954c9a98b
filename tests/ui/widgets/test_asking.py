"""Where a dialog begins that a view opens by itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.form.files import choose
from wopdesk.ui.form.image import ImageEditor
from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.welcome.drop import FileDrop
from wopdesk.ui.widgets import asking

Place = QStandardPaths.StandardLocation


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where dialogs began, of which the person left every one."""
    found: list[Path] = []

    def ask(_parent: QWidget, _title: str, start: str = "", _kinds: str = "") -> tuple[str, str]:
        found.append(Path(start))
        return "", ""

    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, ask)
    return found


def test_files_are_not_asked_for_in_the_programs_own_folder(qtbot: QtBot, begun: list[Path]) -> None:
    drop, photo = FileDrop("Drop the backup here", "*.backup"), ImageEditor(Question("photo", "image", "Photo"))
    for widget in (drop, photo):
        qtbot.addWidget(widget)
        widget.choose.click()
    assert begun == [Path(QStandardPaths.writableLocation(Place.DownloadLocation))] * 2
    assert asking.save_file(drop, "Save", "kit.xlsx") is None
    assert begun[2] == Path(QStandardPaths.writableLocation(Place.DocumentsLocation)) / "kit.xlsx"


def test_the_next_dialog_of_a_window_begins_where_the_last_one_ended(
    qtbot: QtBot, begun: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with monkeypatch.context() as answered:
        answered.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "one.jpg")], ""))
        assert choose(QWidget(window), ()) == [str(tmp_path / "one.jpg")]
    assert choose(QWidget(window), ()) == []
    assert begun == [tmp_path]
