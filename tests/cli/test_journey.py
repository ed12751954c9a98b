"""From two empty data files to an accepted monthly report, by commands alone."""

from __future__ import annotations

from pathlib import Path

from tests.cli.offices import Network, Office, sentences

DAY = ("--today", "2026-04-03")


def test_a_report_travels_as_its_paper(network: Network, report_answers: Path, tmp_path: Path) -> None:
    mentee, pwon = network.mentee, network.pwon
    assert [one["period"] for one in mentee.json("agenda", *DAY)["mine"]] == ["2026-03", "2026-04"]

    report = mentee.done("new", "monthly_report", "about/period=2026-03", "--answers", report_answers, *DAY)
    mentee.done("set", report, "findings/found[1]/finding=Two of four loggers are stable.", "findings/nothing=", *DAY)
    paper, again = tmp_path / "report.pdf", tmp_path / "again.pdf"
    mentee.done("submit", report, "--pdf", paper, *DAY)
    mentee.done("pdf", report, "--out", again, *DAY)
    assert paper.read_bytes()[:5] == again.read_bytes()[:5] == b"%PDF-"

    assert "1 record changed" in pwon.done("import", paper)
    accepted = pwon.json("review", report, "accept", "--reason", "Complete.", "--remark", "work/other=Thank you.")
    assert accepted["state"] == "accepted"

    (listed,) = pwon.json("list", "monthly_report")
    assert listed | {"id": report, "kind": "monthly_report", "partnership": "WOP-PK-001"} == listed
    assert (listed["title"], listed["version"], listed["state"]) == ("Monthly report 2026-03", 1, "accepted")
    assert listed["owner_name"] == "WASA Faisalabad"

    back = pwon.json("export", "--to", "wasa-faisalabad", "--out", tmp_path / "back")["files"]
    mentee.done("import", *back)
    (version,) = mentee.json("show", report)["versions"]
    (review,) = version["reviews"]
    assert (review["verdict"], review["reason"]) == ("accept", "Complete.")
    assert review["remarks"] == {"work/other": "Thank you."}


def test_a_returned_report_is_corrected_as_its_second_version(
    network: Network, report_answers: Path, tmp_path: Path
) -> None:
    mentee, pwon = network.mentee, network.pwon
    report = mentee.done("new", "monthly_report", "about/period=2026-03", "--answers", report_answers, *DAY)
    mentee.done("submit", report, *DAY)
    pwon.done("import", *mentee.json("export", "--to", "pwon", "--out", tmp_path / "first")["files"])
    assert sentences(pwon.run("review", report, "return"))[0] == "A report that is returned needs a reason."
    pwon.done("review", report, "return", "--reason", "Which loggers?")
    mentee.done("import", *pwon.json("export", "--to", "wasa-faisalabad", "--out", tmp_path / "back")["files"])
    assert mentee.json("agenda", *DAY)["mine"][0]["returned"]

    mentee.done("set", report, "work/other=Loggers one and three.", *DAY)
    assert mentee.json("submit", report, *DAY)["version"] == 2
    assert mentee.json("list", "monthly_report")[0]["state"] == "submitted"


def test_show_prints_paths_that_set_takes(network: Network, report_answers: Path) -> None:
    report = network.mentee.done("new", "monthly_report", "about/period=2026-03", "--answers", report_answers, *DAY)
    shown = network.mentee.done("show", report[:8], *DAY)
    assert max(map(len, shown.splitlines())) <= 100
    (line,) = (one for one in shown.splitlines() if "progress/figures[1]/value" in one)
    assert line.split() == ["progress/figures[1]/value", "Hours", "of", "supply", "(h/day)", "3.5"]
    network.mentee.done("set", report, "progress/figures[1]/value=4", *DAY)
    answers = network.mentee.json("show", report, *DAY)["answers"]
    figures = {text for path, text in answers.items() if path.startswith("progress/") and path.endswith("/value")}
    assert figures == {"4", "48.2"}


def test_an_answer_that_does_not_fit_is_saved_and_named(network: Network, report_answers: Path) -> None:
    report = network.mentee.done("new", "monthly_report", "about/period=2026-03", "--answers", report_answers, *DAY)
    said = network.mentee.done("set", report, "progress/produced=plenty", *DAY)
    assert "progress/produced  Write a number" in said
    assert network.mentee.json("show", report, *DAY)["answers"]["progress/produced"] == "plenty"
    assert len(sentences(network.mentee.run("submit", report, *DAY))) == 3


def test_rows_come_and_go(network: Network) -> None:
    report = network.mentee.done("new", "monthly_report", "about/period=2026-03", *DAY)
    row = network.mentee.done("row", "add", report, "findings/found")
    assert network.mentee.json("show", report)["rows"]["findings/found"] == [row]
    network.mentee.done("row", "remove", report, "findings/found", "1")
    assert "findings/found" not in network.mentee.json("show", report)["rows"]


def test_history_tells_who_wrote_what(network: Network) -> None:
    report = network.mentee.done("new", "monthly_report", "about/period=2026-03", "--as", "Sample Deputy", *DAY)
    network.mentee.done("set", report, "about/prepared_by=Sample Engineer, Zone 4", *DAY)
    written = network.mentee.json("history", report)
    assert {one["by"] for one in written if one["field"] == "about/period"} == {"Sample Deputy"}
    by = {one["value"]: one["by"] for one in written if one["field"] == "about/prepared_by"}
    assert by == {"Sample Deputy": "Sample Deputy", "Sample Engineer, Zone 4": "Sample Engineer"}
    assert "2026-04-03" in network.mentee.done("history", report)


def test_the_register_is_a_workbook(network: Network, tmp_path: Path) -> None:
    network.pwon.done("xlsx", "register", "--out", tmp_path / "register.xlsx")
    assert (tmp_path / "register.xlsx").read_bytes()[:2] == b"PK"


def test_what_an_unapproved_office_sends_is_shown_so_marked(
    pwon: Office, mentee: Office, invitation: tuple[Path, str], tmp_path: Path
) -> None:
    mentee.done("import", invitation[0], "--code", invitation[1])
    sent = mentee.json("export", "--to", "pwon", "--out", tmp_path / "sent")["files"]
    assert "WASA Faisalabad (unconfirmed)" in pwon.done("import", *sent, "--preview")
    assert pwon.json("offices")[-1]["confirmed"], "a preview takes nothing"
    assert "Waiting for approval: WASA Faisalabad" in pwon.done("import", *sent)
    assert [one["name"] for one in pwon.json("offices") if one["waiting"]] == ["WASA Faisalabad"]


def test_the_person_who_was_named_at_first_goes_on_working(mentee: Office, invitation: tuple[Path, str]) -> None:
    mentee.done("import", invitation[0], "--code", invitation[1])
    utility = mentee.done("new", "utility", "about/name=WASA Faisalabad")
    assert {one["by"] for one in mentee.json("history", utility)} == {"Sample Engineer"}
