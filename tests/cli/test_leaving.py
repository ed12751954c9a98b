"""Computers and members that leave, and messages that never come, by commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.offices import Network, Office, sentences
from wopdesk.cli.root import root

DAY = ("--today", "2026-04-03")


@pytest.fixture
def laptop(network: Network, tmp_path: Path) -> Office:
    """A further computer of the mentee's office, admitted there."""
    first, second = network.mentee, Office(tmp_path / "laptop.wopdesk")
    own = first.json("export", "--to", "wasa-faisalabad", "--out", tmp_path / "own")["files"][0]
    second.done("init", "--role", "mentee", "--join", own, "--person", "Sample Operator")
    carry(second, first, tmp_path)
    first.done("admit", "wasa-faisalabad", "--code", second.code)
    carry(first, second, tmp_path)
    return second


def carry(sender: Office, receiver: Office, folder: Path, to: str = "wasa-faisalabad") -> None:
    for file in sender.json("export", "--to", to, "--out", folder / "carried")["files"]:
        receiver.done("import", file)


def key_of(office: Office) -> str:
    return str(next(one["key"] for one in office.json("cut") if one["own"]))


def test_a_lost_computer_is_cut_and_listed_so(network: Network, laptop: Office) -> None:
    key = key_of(laptop)
    assert {one["key"]: one["cut"] for one in network.mentee.json("cut")}[key] is False
    assert "counts no more" in network.mentee.done("cut", key[:8], "--yes")
    assert {one["key"]: one["cut"] for one in network.mentee.json("cut")}[key] is True
    assert "cut already" in sentences(network.mentee.run("cut", key[:8], "--yes"))[0]
    network.mentee.done("cut", key[:8], "--yes", "--widen")
    assert "this computer" in network.mentee.done("cut")


def test_nothing_is_cut_without_a_yes(network: Network, laptop: Office) -> None:
    arguments = ["--data", str(network.mentee.file), "cut", key_of(laptop)]
    assert CliRunner().invoke(root, arguments, input="n\n").exit_code == 1
    assert not any(one["cut"] for one in network.mentee.json("cut"))
    assert CliRunner().invoke(root, arguments, input="y\n").exit_code == 0
    assert any(one["cut"] for one in network.mentee.json("cut"))


def test_a_member_leaves_a_partnership_and_is_told(network: Network, tmp_path: Path) -> None:
    leaves = ("cut", "--office", "wasa-faisalabad", "--partnership", "WOP-PK-001", "--yes")
    assert "Only PWON" in sentences(network.mentee.run(*leaves))[0]
    assert "no more" in network.pwon.done(*leaves)
    (file,) = network.pwon.json("export", "--to", "wasa-faisalabad", "--out", tmp_path / "told")["files"]
    assert "PWON ended the part of your office in WOP-PK-001." in network.mentee.done("import", file)


@pytest.mark.parametrize(
    "arguments", [("--office", "pwon"), ("--partnership", "WOP-PK-001"), ("abc", "--office", "a", "--partnership", "b")]
)
def test_half_a_cut_is_not_understood(network: Network, arguments: tuple[str, ...]) -> None:
    assert network.pwon.run("cut", *arguments).exit_code == 2


def test_a_computer_that_is_not_known_is_told_of(network: Network) -> None:
    assert sentences(network.pwon.run("cut", "ffff", "--yes"))[2] == "wopdesk cut lists them."


def test_a_message_that_is_missing_is_listed_and_closed(network: Network, report_answers: Path, tmp_path: Path) -> None:
    mentee, pwon = network.mentee, network.pwon
    assert pwon.done("close") == "No message is missing."
    report = mentee.done("new", "monthly_report", "about/period=2026-03", "--answers", report_answers, *DAY)
    mentee.done("submit", report, *DAY)
    mentee.done("export", "--to", "pwon", "--out", tmp_path / "lost")
    mentee.done("set", report, "about/prepared_by=Another", *DAY)
    mentee.done("submit", report, *DAY)
    carry(mentee, pwon, tmp_path, "pwon")
    (gap,) = pwon.json("close")
    assert "WASA Faisalabad" in pwon.done("close")
    assert sentences(pwon.run("close", "ffff", "--yes"))[2] == "wopdesk close lists those that are missing."
    pwon.done("close", gap["segment"][:8], "--yes")
    assert pwon.json("close") == []


def test_a_laptop_goes_back_only_when_the_office_has_everything(
    network: Network, laptop: Office, tmp_path: Path
) -> None:
    laptop.done("new", "monthly_report", "about/period=2026-03", *DAY)
    refused = sentences(laptop.run("return-laptop", "--out", tmp_path / "back", "--yes"))
    assert refused[0].startswith("It is not sure")
    carry(laptop, network.mentee, tmp_path)
    carry(network.mentee, laptop, tmp_path)
    laptop.done("backup")
    said = laptop.done("return-laptop", "--out", tmp_path / "back", "--yes")
    assert "Remove them, too." in said
    assert not laptop.file.exists()
    (file,) = (tmp_path / "back").iterdir()
    network.mentee.done("import", file)
    assert [one["cut"] for one in network.mentee.json("cut")].count(True) == 1
