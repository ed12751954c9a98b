"""PWON's computer is lost: its recovery kit brings PWON back, by commands, with a backup and without one."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.offices import Network, Office, run, sentences


@pytest.fixture
def said(tmp_path: Path) -> dict[str, str]:
    """What founding PWON's network printed."""
    office = Office(tmp_path / "pwon.wopdesk")
    made: dict[str, str] = office.json(
        "init", "--role", "facilitator", "--utility", "PWON", "--person", "Sample Coordinator"
    )
    return made


@pytest.fixture
def pwon(said: dict[str, str]) -> Office:
    return Office(Path(said["data"]))


def passed(sender: Office, to: Office, office: str, folder: Path) -> None:
    to.done("import", *sender.json("export", "--to", office, "--out", folder)["files"])


def test_a_backup_and_the_kit_bring_pwon_back(network: Network, said: dict[str, str], tmp_path: Path) -> None:
    pwon, mentee = network.pwon, network.mentee
    made = Path(pwon.json("backup", "--folder", tmp_path / "stick")["file"])
    pwon.file.unlink()
    shutil.rmtree(f"{pwon.file}.keys")
    pwon.done("restore", made)
    told = pwon.done("recover", said["kit"], "--passphrase", said["passphrase"])
    assert "speaks for PWON again" in told
    assert "let the lost computer count no more:" in told
    passed(pwon, mentee, "wasa-faisalabad", tmp_path / "one")
    passed(mentee, pwon, "pwon", tmp_path / "two")
    pwon.done("invite", "WASA Lahore", "--out", tmp_path / "lahore.wopx")
    assert [one["confirmed"] for one in mentee.json("offices") if one["code"] == "pwon"] == [True]
    assert pwon.json("check") == mentee.json("check") == []


def test_of_a_stolen_computer_the_very_command_is_told_that_cuts_it_off(
    network: Network, said: dict[str, str], tmp_path: Path
) -> None:
    pwon, mentee = network.pwon, network.mentee
    made = Path(pwon.json("backup", "--folder", tmp_path / "stick")["file"])
    (lost,) = [one["key"] for one in pwon.json("cut") if one["own"]]
    pwon.file.unlink()
    shutil.rmtree(f"{pwon.file}.keys")
    pwon.done("restore", made)
    told = pwon.done("recover", said["kit"], "--passphrase", said["passphrase"], "--stolen")
    assert "whoever has it speaks for PWON" in told
    (line,) = [shlex.split(line) for line in told.splitlines() if line.strip().startswith("wopdesk cut")]
    assert line[:2] == ["wopdesk", "cut"]
    assert [one["own"] for one in pwon.json("cut") if one["key"] == lost] == [False]
    assert run(*line[1:], "--yes").exit_code == 0
    passed(pwon, mentee, "wasa-faisalabad", tmp_path / "one")
    for office in (pwon, mentee):
        assert [one["key"] for one in office.json("cut") if one["cut"]] == [lost]


def test_where_it_is_not_known_which_computer_is_lost_what_lists_them_is_told(
    network: Network, said: dict[str, str]
) -> None:
    told = network.pwon.done("recover", said["kit"], "--passphrase", said["passphrase"], "--stolen")
    (line,) = [shlex.split(line) for line in told.splitlines() if line.strip().startswith("wopdesk cut")]
    assert "this computer" in run(*line[1:]).output
    assert "--keep" not in told


def test_the_kit_and_a_former_invitation_bring_pwon_back(
    network: Network, said: dict[str, str], invitation: tuple[Path, str], tmp_path: Path
) -> None:
    new, mentee = Office(tmp_path / "new" / "pwon.wopdesk"), network.mentee
    asked = ("recover", said["kit"], "--passphrase", said["passphrase"], "--from", invitation[0])
    assert "Nobody is named" in sentences(new.run(*asked))[0]
    assert "has its desk again" in new.done(*asked, "--as", "Sample Coordinator")
    passed(mentee, new, "pwon", tmp_path / "one")
    passed(new, mentee, "WASA Faisalabad", tmp_path / "two")
    passed(mentee, new, "pwon", tmp_path / "three")
    assert network.partnership in {one["id"] for one in new.json("list")}
    assert "Approved: WASA Faisalabad" in new.done(*asked[:-2], "--stolen")
    assert new.json("check") == []


def test_a_wrong_passphrase_is_told_and_changes_nothing(network: Network, said: dict[str, str]) -> None:
    shutil.rmtree(f"{network.pwon.file}.keys")
    assert len(sentences(network.pwon.run("recover", said["kit"], "--passphrase", "0000"))) == 3
    assert run("--data", network.pwon.file, "recover", said["kit"] + ".lost", "--passphrase", "0000").exit_code == 1
    assert not Path(f"{network.pwon.file}.keys").exists()
