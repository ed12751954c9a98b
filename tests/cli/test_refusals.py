"""What cannot be done is said in three sentences, with an exit code that a script can rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.offices import Network, Office, run, sentences


@pytest.mark.parametrize(
    ("command", "happened"),
    [
        (("show", "ffff"), "No single record begins with 'ffff'."),
        (("set", "ffff", "about/name=X"), "No single record begins with 'ffff'."),
        (("list", "memoir"), "There is no kind of document called 'memoir'."),
        (("new", "memoir"), "There is no kind of document called 'memoir'."),
        (("new", "utility", "about/name=X"), "This office has not joined PWON yet."),
        (("new", "monthly_report", "about/period=2026-03"), "There is no such partnership here."),
        (("export", "--to", "pwon"), "No single office is called 'pwon'."),
        (("invite", "WASA Lahore"), "Only PWON's own desk can do this."),
        (("set", "ffff", "--answers", "absent.json"), "No such file or directory (absent.json)."),
    ],
)
def test_a_refusal_is_three_sentences(mentee: Office, command: tuple[str, ...], happened: str) -> None:
    said = sentences(mentee.run(*command))
    assert said[0] == happened
    assert len(said) == 3


def test_a_file_that_is_no_data_file_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir,\n" * 1000, encoding="utf-8")
    assert len(sentences(run("--data", letter, "list"))) == 3
    assert letter.read_text(encoding="utf-8") == "Dear Sir,\n" * 1000
    assert sentences(run("list", "--data", tmp_path / "absent.wopdesk"))[0].endswith("absent.wopdesk.")


def test_setting_up_twice_changes_nothing(pwon: Office) -> None:
    before = pwon.file.read_bytes()
    again = pwon.run("init", "--role", "facilitator", "--utility", "X", "--person", "Y", "--kit", f"{pwon.file}.kit")
    assert len(sentences(again)) == 3
    assert pwon.file.read_bytes() == before
    assert not Path(f"{pwon.file}.kit").exists()


def test_a_recovery_kit_is_never_written_over(pwon: Office, tmp_path: Path) -> None:
    kit = pwon.file.with_name(pwon.file.name + ".recovery-kit")
    before = kit.read_bytes()
    assert before.startswith(b"-----BEGIN OPENSSH PRIVATE KEY-----")
    again = ("init", "--role", "facilitator", "--utility", "X", "--person", "Y", "--kit", kit)
    assert "already" in sentences(run("--data", tmp_path / "other.wopdesk", *again))[0]
    assert kit.read_bytes() == before
    assert not (tmp_path / "other.wopdesk").exists()


def test_a_wrong_code_opens_nothing(mentee: Office, invitation: tuple[Path, str]) -> None:
    for code in ((), ("--code", "AAAA-BBBB-CCCC")):
        assert len(sentences(mentee.run("import", invitation[0], *code))) == 3
        assert len(mentee.json("offices")) == 1


def test_a_wrong_code_approves_nobody(
    pwon: Office, mentee: Office, invitation: tuple[Path, str], tmp_path: Path
) -> None:
    mentee.done("import", invitation[0], "--code", invitation[1])
    pwon.done("import", *mentee.json("export", "--to", "pwon", "--out", tmp_path / "sent")["files"])
    assert "does not belong" in sentences(pwon.run("approve", "wasa-faisalabad", "--code", pwon.code))[0]
    assert [one["name"] for one in pwon.json("offices") if one["waiting"]] == ["WASA Faisalabad"]


def test_one_bad_file_does_not_stop_the_others(mentee: Office, invitation: tuple[Path, str], tmp_path: Path) -> None:
    data = bytearray(invitation[0].read_bytes())
    data[len(data) // 2] ^= 1
    cut, rubbish = tmp_path / "cut.wopx", tmp_path / "rubbish.wopx"
    cut.write_bytes(data)
    rubbish.write_bytes(b"rubbish")
    files = (cut, rubbish, tmp_path / "absent.wopx", invitation[0])
    result = mentee.run("import", *files, "--code", invitation[1])
    said = sentences(result)
    assert [name for name in ("cut.wopx", "rubbish.wopx", "absent.wopx") if any(one.startswith(name) for one in said)]
    assert len(said) == 9
    assert "invitation.wopx: received from PWON" in result.stdout
    shapes = json.loads(mentee.run("import", *files, "--json").stdout)
    assert [one["taken"] for one in shapes] == [False, False, False, True]


def test_a_paper_is_never_written_over_the_data_file(network: Network) -> None:
    before = network.pwon.file.read_bytes()
    said = sentences(network.pwon.run("pdf", network.work_plan, "--out", network.pwon.file))
    assert said[0] == "That is the data file of this desk."
    assert len(sentences(network.pwon.run("pdf", network.work_plan, "--out", network.pwon.file.parent))) == 3
    assert network.pwon.file.read_bytes() == before


@pytest.mark.parametrize("text", ['{"about/name": ', '["about/name"]', '{"about/name": 5}', '{"a": "1", "a": "2"}'])
def test_answers_that_are_no_texts_by_path_are_refused(mentee: Office, tmp_path: Path, text: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text, encoding="utf-8")
    assert len(sentences(mentee.run("set", "ffff", "--answers", file))) == 3


@pytest.mark.parametrize(
    "command",
    [
        ("nonsense",),
        ("show",),
        ("set", "ffff"),
        ("set", "ffff", "no equals sign"),
        ("review", "ffff", "perhaps"),
        ("list", "--today", "2026-02-30"),
        ("verify", "file", "--data", "a", "--key", "b"),
        ("import",),
    ],
)
def test_what_is_not_understood_ends_with_two(command: tuple[str, ...]) -> None:
    assert run(*command).exit_code == 2


def test_a_choice_that_is_not_offered_is_answered_with_those_that_are(network: Network) -> None:
    said = network.pwon.done("set", network.work_plan, "activities/activities[1]/method=talk", "about/from=1/10/2026")
    assert "activities/activities[1]/method" in said
    told = " ".join(said.split())
    assert "Choose from: pilot (Pilot project), on_the_job (On-the-job training)" in told
    assert "Write a date as 2026-10-31." in told


def test_tables_without_rows_are_named(network: Network) -> None:
    report = network.mentee.done("new", "monthly_report", "about/period=2026-03")
    lines = network.mentee.done("show", report).splitlines()
    assert any(line.split()[:1] == ["findings/found"] and line.endswith("(no rows)") for line in lines)
    assert not any(line.split()[:1] == ["advice/actions"] for line in lines)


def test_who_waits_stands_on_the_agenda(
    pwon: Office, mentee: Office, invitation: tuple[Path, str], tmp_path: Path
) -> None:
    assert "not joined" in mentee.done("agenda")
    mentee.done("import", invitation[0], "--code", invitation[1])
    pwon.done("import", *mentee.json("export", "--to", "pwon", "--out", tmp_path / "to-pwon")["files"])
    said = pwon.done("agenda")
    assert "Waiting for approval: WASA Faisalabad." in said
    key = said.split("approve ")[1].split()[0]
    office = next(one["id"] for one in pwon.json("offices") if one["waiting"])
    assert key != office[:8]
    approved = pwon.done("approve", office[:8], "--code", mentee.code, "--role", "mentor")
    assert approved.startswith("WASA Faisalabad is approved as mentor.")
    assert pwon.done("agenda") == "Nothing is to be done here today."


def test_nobody_is_not_invited(pwon: Office) -> None:
    assert pwon.run("invite", " ").exit_code == 2


def test_a_draft_says_that_it_carries_no_data(network: Network, tmp_path: Path) -> None:
    report = network.mentee.done("new", "monthly_report", "about/period=2026-03")
    assert "draft" in network.mentee.done("pdf", report, "--out", tmp_path / "draft.pdf")
    assert "no data" not in network.pwon.done("pdf", network.work_plan, "--out", tmp_path / "plan.pdf")
