"""The demonstration leaves what a newcomer wants to look at."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.offices import run


def test_the_demonstration_plays_and_keeps_an_earlier_one(tmp_path: Path) -> None:
    earlier = tmp_path / "demo"
    earlier.mkdir()
    (earlier / "mentee.wopdesk").write_bytes(b"somebody's own")
    result = run("demo", earlier)
    assert result.exit_code == 0, result.stderr
    assert (earlier / "mentee.wopdesk").read_bytes() == b"somebody's own"

    made = tmp_path / "demo-2"
    assert {file.suffix for file in made.iterdir() if file.is_file()} >= {".wopdesk", ".pdf", ".xlsx"}
    assert len(list(made.glob("bundles/*.wopx"))) > 3
    reports = json.loads(run("--data", made / "coordinator.wopdesk", "list", "monthly_report", "--json").stdout)
    assert {one["state"] for one in reports} == {"accepted", "returned", "submitted"}
    (paper,) = made.glob("*.pdf")
    assert run("verify", paper, "--data", made / "coordinator.wopdesk").exit_code == 0
