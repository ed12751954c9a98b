from tests.desk.offices import NAMES, Network
from wopdesk.desk import documents, filing, filling, partners, starting
from wopdesk.desk.starting import Startable, startable


def found(net: Network, name: str) -> dict[str, Startable]:
    return {one.kind: one for one in startable(net.desk(name))}


def test_each_role_starts_its_own_documents(net: Network) -> None:
    assert set(found(net, "a")) == {"monthly_report", "utility"}
    assert set(found(net, "b")) == {"advice_note", "utility"}
    assert set(found(net, "p")) == {"utility"}
    assert found(net, "a")["monthly_report"].circle == "WOP-PK-001"


def test_a_monthly_report_asks_for_a_month_that_has_none_yet(net: Network) -> None:
    net.on("2026-06-03")
    net.report(net.a, "2026-04")
    (asked,) = found(net, "a")["monthly_report"].asked
    assert (asked.path, asked.label.en, asked.label.ur) == ("about/period", "Month", "مہینہ")
    assert [value for value, _ in asked.choices] == ["2026-03", "2026-05", "2026-06"]
    assert asked.choices[0][1].ur == "مارچ 2026"


def test_what_there_is_one_of_is_offered_while_there_is_none(net: Network) -> None:
    opened = starting.start_partnership(net.p, "Less water lost")
    offered = [one.kind for one in startable(net.p) if one.space == opened.home.id]
    assert offered == ["work_plan"]
    plan = filing.start(net.p, "work_plan", opened.home, {})
    assert [one.kind for one in startable(net.p) if one.space == opened.home.id] == ["work_plan"]
    filing.answer(net.p, plan.id, {"about/steps": "Sample steps"})
    assert filing.start(net.p, "work_plan", opened.home, {}).id == plan.id
    assert not [one for one in startable(net.p) if one.space == opened.home.id]


def test_a_work_plan_begins_with_the_days_that_its_partnership_names(net: Network) -> None:
    opened = starting.start_partnership(net.p, "Less water lost")
    filing.answer(net.p, opened.id, {"pilot/start": "2026-10-01", "pilot/end": "2027-06-30"})
    plan = filing.start(net.p, "work_plan", opened.home, {})
    sheet = filling.sheet_of(net.p, plan)
    assert [sheet.field(f"about/{name}").value for name in ("from", "until")] == ["2026-10-01", "2027-06-30"]


def test_days_of_a_work_plan_that_were_taken_out_stay_out(net: Network) -> None:
    opened = starting.start_partnership(net.p, "Less water lost")
    filing.answer(net.p, opened.id, {"pilot/start": "2026-10-01"})
    plan = filing.start(net.p, "work_plan", opened.home, {})
    filing.answer(net.p, plan.id, {"about/from": "", "about/steps": "Sample steps"})
    again = documents.find_document(net.p, plan.id)
    assert [filling.sheet_of(net.p, again).field(f"about/{name}").value for name in ("from", "until")] == ["", ""]


def test_a_partnership_is_opened_by_whoever_will_be_in_it(net: Network) -> None:
    new = net.new("d", "mentee", NAMES["d"])
    assert startable(new) == []
    opened = starting.start_partnership(new, "Less water lost")
    assert opened.answers["about/title"] == "Less water lost"
    assert opened.answers["about/mentee"] == new.office
    assert "about/mentor" not in opened.answers
    assert opened.home in partners.partnership_spaces(new)
    assert {one.kind for one in startable(new)} >= {"monthly_report", "work_plan"}
