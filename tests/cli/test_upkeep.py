"""Looking after the data file by commands."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.offices import Network, run, sentences


def test_a_sound_file_passes_and_a_changed_one_is_named(network: Network) -> None:
    assert "is what it claims to be" in network.pwon.done("check")
    assert network.pwon.json("check") == []
    with closing(sqlite3.connect(network.pwon.file)) as connection:
        connection.execute("UPDATE statement SET signature = (SELECT signature FROM segment LIMIT 1)")
        connection.commit()
    said = sentences(network.pwon.run("check"))
    assert len(said) == 3
    assert str(network.pwon.file) in said[0]


def test_views_are_built_anew(network: Network) -> None:
    with closing(sqlite3.connect(network.pwon.file)) as connection:
        connection.execute("UPDATE op SET value = 'Another title' WHERE field = 'about/title'")
        connection.commit()
    assert sentences(network.pwon.run("check"))[2] == "Build anew what is shown: wopdesk check --rebuild."
    network.pwon.done("check", "--rebuild")


def test_a_backup_is_listed_and_brought_back(network: Network, tmp_path: Path) -> None:
    office, folder = network.pwon, tmp_path / "stick"
    assert "There is no backup here" in office.done("restore")
    before = office.json("list")
    made = office.json("backup", "--folder", folder)
    again = office.json("backup", "--folder", folder)
    newest, listed = office.json("restore", "--folder", folder)
    assert (newest["path"], listed["path"], listed["office"]) == (again["file"], made["file"], "PWON")

    office.done("new", "utility", "about/name=WASA Lahore")
    assert len(office.json("list")) == len(before) + 1
    restored = office.json("restore", Path(made["file"]))
    assert Path(restored["former"]).exists()
    assert office.json("list") == before
    office.done("export", "--to", "wasa-faisalabad", "--out", tmp_path / "again")


def test_a_damaged_backup_replaces_nothing(network: Network, tmp_path: Path) -> None:
    office = network.pwon
    made = Path(office.json("backup", "--folder", tmp_path / "stick")["file"])
    made.write_bytes(made.read_bytes()[:5000])
    before = office.json("list")
    assert len(sentences(office.run("restore", made))) == 3
    assert office.json("list") == before
    assert run("--data", office.file, "restore", "--folder", made.parent).exit_code == 0


def test_another_computer_takes_over_with_the_keys(network: Network, tmp_path: Path) -> None:
    office = network.mentee
    made = Path(office.json("backup", "--folder", tmp_path / "stick")["file"])
    new = tmp_path / "new" / "mentee.wopdesk"
    new.parent.mkdir()
    shutil.copytree(f"{office.file}.keys", f"{new}.keys")
    assert run("--data", new, "restore", made).exit_code == 0
    assert run("--data", new, "export", "--to", "pwon", "--out", tmp_path / "sent").exit_code == 0
