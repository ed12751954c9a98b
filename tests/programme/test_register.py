from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.programme.documents import MENTEE, PLAN, draft, partnership, report, row, work_plan
from wopdesk.places import forms_folder
from wopdesk.programme.filed import ACCEPTED, Filed
from wopdesk.programme.indicators import load_indicators
from wopdesk.programme.kinds import load_kinds
from wopdesk.programme.register import Measure, Rules, measures, register
from wopdesk.programme.series import figures
from wopdesk.programme.steps import load_programme
from wopdesk.records.ids import row_of_item

FORMS: Path = forms_folder()
TARGET = row_of_item(PLAN, row("t"))
NRW = Measure("Non-revenue water", "%")
TODAY = date(2026, 5, 20)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(load_kinds(FORMS), load_programme(FORMS / "programme.toml"), load_indicators(FORMS / "indicators.csv"))


def _report(period: str, value: str) -> Filed:
    start = f"progress/figures[{TARGET}]"
    filed = report(period, {f"{start}/indicator": TARGET, f"{start}/value": value})
    return replace(filed, rows={"progress/figures": (TARGET,)})


def test_one_line_per_month_with_state_and_figures(rules: Rules) -> None:
    filed = [partnership(), work_plan(), replace(_report("2026-03", "38"), state=ACCEPTED), _report("2026-04", "37")]
    lines = register(filed, rules, TODAY)
    assert [(line.period, line.state, dict(line.figures)) for line in lines] == [
        ("2026-03", "done", {NRW: "38"}),
        ("2026-04", "waiting", {NRW: "37"}),
        ("2026-05", "due", {}),
    ]
    assert lines[0].mentee == MENTEE
    assert (lines[1].due, lines[1].submitted, lines[1].version) == (date(2026, 5, 7), date(2026, 5, 5), 1)
    assert measures(lines) == [NRW]


def test_a_drafts_figures_are_not_in_the_register(rules: Rules) -> None:
    lines = register([partnership(), work_plan(), draft(_report("2026-03", "38"))], rules, TODAY)
    assert (lines[0].state, lines[0].figures, lines[0].submitted) == ("overdue", {}, None)


def test_same_indicator_shares_a_column_across_partnerships(rules: Rules) -> None:
    plan = work_plan()
    other_plan = replace(plan, answers={**plan.answers, f"targets/targets[{row('t')}]/name": "Losses"}, space="6" * 64)
    other = [replace(one, space="6" * 64) for one in (partnership(), _report("2026-03", "44"))]
    lines = register([partnership(), plan, _report("2026-03", "38"), other_plan, *other], rules, TODAY)
    assert measures(lines) == [NRW]
    assert sorted(text for line in lines for text in line.figures.values()) == ["38", "44"]


def test_series_hold_submitted_figures_in_the_order_of_months() -> None:
    filed = [_report("2026-04", "37"), draft(_report("2026-05", "36")), _report("2026-03", "38")]
    assert figures(filed) == {TARGET: {"2026-03": "38", "2026-04": "37"}}
    assert list(figures(filed)[TARGET]) == ["2026-03", "2026-04"]
