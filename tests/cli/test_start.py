"""The program as a process: quick to answer, honest in its exit codes, complete in its help."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
import pytest

from tests.cli.offices import run
from wopdesk.cli import main
from wopdesk.cli.root import SECTIONS, root
from wopdesk.cli.settings import Settings

COMMANDS = {name: entry for section in SECTIONS.values() for name, entry in section.items()}
_DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
WITHOUT_A_DESK = {"blank", "forms", "demo"}
OF_A_DESK = {"forms list", "forms publish", "forms xlsx"}


def wopdesk(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "wopdesk", *arguments]
    around = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    return subprocess.run(command, capture_output=True, text=True, env=around | surroundings, check=False)


def test_commands_end_processes_with_their_codes(tmp_path: Path) -> None:
    data = str(tmp_path / "office.wopdesk")
    assert wopdesk("--data", data, "init", "--role", "mentee", "--utility", "واسا", "--person", "X").returncode == 0
    assert wopdesk("list", "--data", data).stdout.startswith("There are no records yet.")
    refused = wopdesk("--data", data, "show", "ffff")
    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (1, "", 3)
    assert wopdesk("--data", data, "show").returncode == 2
    assert wopdesk("--data", data, "offices", PYTHONIOENCODING="ascii").returncode == 0


def test_without_a_command_and_a_display_one_sentence_says_so(tmp_path: Path) -> None:
    result = wopdesk("--data", str(tmp_path / "office.wopdesk"))
    assert (result.returncode, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert not list(tmp_path.iterdir())


def test_help_imports_no_command() -> None:
    loaded = (
        "import sys; from wopdesk.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = ('sqlalchemy', 'lxml', 'reportlab', 'cryptography', 'wopdesk.desk.desk', 'wopdesk.cli.records')\n"
        "sys.exit(','.join(name for name in heavy if name in sys.modules) or None)"
    )
    result = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert all(name in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_takes_a_data_file(name: str) -> None:
    command = root.get_command(click.Context(root), name)
    assert command is not None
    assert run(name, "--help").exit_code == 0
    inner = command.commands if isinstance(command, click.Group) else {}
    each = {f"{name} {one}": inner[one] for one in inner} or {name: command}
    for called, one in each.items():
        takes = "--data" in {option for parameter in one.params for option in parameter.opts}
        assert takes == (called in OF_A_DESK or name not in WITHOUT_A_DESK), called


def test_a_window_opens_on_the_data_file_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    settings, files = window_opened("--data", str(tmp_path / "a"))
    assert (settings.data_file, files) == (tmp_path / "a", ())


def test_files_open_the_window_that_receives_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    bundle, report = tmp_path / "a.wopx", tmp_path / "b.pdf"
    bundle.touch()
    report.touch()
    for word in ((), ("open",)):
        arguments = ["--as", "Sample Engineer", *word, str(bundle), str(report), "--today", "2026-10-31"]
        settings, files = window_opened(*arguments)
        assert files == (bundle, report)
        assert (settings.person, settings.today) == ("Sample Engineer", date(2026, 10, 31))


def test_a_command_goes_before_a_file_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "offices").touch()
    refused = run("--data", tmp_path / "none.wopdesk", "offices")
    assert refused.exit_code == 1
    assert "none.wopdesk" in refused.stderr


def test_what_is_neither_a_command_nor_a_file_is_not_understood(tmp_path: Path) -> None:
    assert run(tmp_path / "none.wopx").exit_code == 2


def window_opened(*arguments: str) -> tuple[Settings, Sequence[Path]]:
    opened: list[tuple[Settings, Sequence[Path]]] = []

    def desktop(settings: Settings, files: Sequence[Path]) -> int:
        opened.append((settings, files))
        return 0

    with pytest.raises(SystemExit) as ended:
        main(arguments, desktop=desktop)
    assert ended.value.code == 0
    return opened[0]


def test_no_command_imports_qt() -> None:
    loaded = (
        "import sys; from wopdesk.__main__ import main\n"
        "sys.argv = ['wopdesk', '--version']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=False).returncode == 0
