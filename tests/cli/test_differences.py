"""Two computers of one office: the second joins by a file, and a person settles what they answered differently."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.offices import Network, Office, run, sentences

DAY = ("--today", "2026-04-03")


@pytest.fixture
def second(network: Network, tmp_path: Path) -> Office:
    """A further computer of the mentee, admitted by the first."""
    first, office = network.mentee, Office(tmp_path / "second.wopdesk")
    (introduction,) = first.json("export", "--to", "wasa-faisalabad", "--out", tmp_path / "stick")["files"]
    office.done("init", "--role", "mentee", "--join", introduction, "--person", "Sample Deputy")
    (back,) = office.json("export", "--to", "wasa-faisalabad", "--out", tmp_path / "stick")["files"]
    first.done("import", back)
    assert sentences(first.run("admit", "WASA Faisalabad", "--code", first.code))
    first.done("admit", "WASA Faisalabad", "--code", office.code)
    return office


def carry(sender: Office, receiver: Office, folder: Path) -> None:
    receiver.done("import", *sender.json("export", "--to", "wasa-faisalabad", "--out", folder)["files"])


def test_a_difference_is_shown_and_settled(network: Network, second: Office, tmp_path: Path) -> None:
    first = network.mentee
    report = first.done("new", "monthly_report", "about/period=2026-03", *DAY)
    carry(first, second, tmp_path / "one")
    first.done("set", report, "about/prepared_by=Sample Engineer, Zone 4")
    second.done("set", report, "about/prepared_by=Sample Deputy")
    carry(first, second, tmp_path / "two")

    (found,) = second.json("differences")
    assert {one["value"] for one in found["choices"]} == {"Sample Engineer, Zone 4", "Sample Deputy"}
    assert "differences" in second.done("list", "monthly_report")
    assert "Differences: 1." in second.done("show", report)
    assert len(sentences(second.run("submit", report))) == 3
    assert second.done("settle", report, "about/prepared_by", "Sample Engineer, Zone 4") == "Settled."
    assert second.done("differences", report) == "There are no differences."


def test_the_second_computer_has_the_spaces_of_the_first(second: Office) -> None:
    assert [one["kind"] for one in second.json("list")] == ["partnership", "work_plan"]
    assert second.json("held") == []


def test_setting_up_asks_for_an_office_or_a_file_of_one(tmp_path: Path) -> None:
    start = ("--data", tmp_path / "a.wopdesk", "init", "--role", "mentee", "--person", "X")
    assert run(*start).exit_code == 2
    assert run(*start, "--utility", "X", "--join", tmp_path / "b").exit_code == 2
    assert len(sentences(run(*start, "--join", tmp_path / "absent"))) == 3
    assert not list(tmp_path.iterdir())


def test_a_photo_is_made_small_and_answers_for_its_date(network: Network, tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGB", (4000, 3000), "steelblue").save(data, "PNG")
    photo = tmp_path / "IMG-20260320-WA0001.png"
    photo.write_bytes(data.getvalue())
    report = network.mentee.done("new", "monthly_report", "about/period=2026-03", *DAY)
    name = network.mentee.done("attach", report, "work/photos[1]/photo", photo)
    said = network.mentee.json("show", report, *DAY)
    (row,) = said["rows"]["work/photos"]
    assert said["answers"][f"work/photos[{row}]/photo"] == name
    assert said["answers"][f"work/photos[{row}]/taken"] == "2026-03-20"
    assert f"file {name[:8]}" in network.mentee.done("show", report, *DAY)


def test_edits_of_a_work_plan_stay_here_until_they_are_shared(network: Network, tmp_path: Path) -> None:
    network.pwon.done("set", network.work_plan, "planned/meetings=5")

    def meetings() -> str:
        carry(network.pwon, network.mentee, tmp_path / "sent")
        answers: dict[str, str] = network.mentee.json("show", network.work_plan)["answers"]
        return answers["planned/meetings"]

    assert meetings() == "4"
    network.pwon.done("share", network.work_plan)
    assert meetings() == "5"
