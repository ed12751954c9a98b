"""kind.toml and programme.toml speak of a form's questions by path: each of them must be asked."""

import re
from datetime import date
from itertools import product

import pytest

from tests.programme.documents import advice_note, partnership, report, row, work_plan
from wopdesk import xlsform
from wopdesk.places import forms_folder
from wopdesk.programme.datasets import Office, Sources, datasets
from wopdesk.programme.indicators import load_indicators
from wopdesk.programme.kinds import Kind, load_kinds
from wopdesk.programme.steps import load_programme

FORMS = forms_folder()
KINDS = load_kinds(FORMS)
PROGRAMME = load_programme(FORMS / "programme.toml")
SOURCE = {name: (FORMS / name / "form.md").read_text(encoding="utf-8") for name in KINDS}


def _asked(kind: str) -> set[str]:
    """Paths of everything that a form asks, hides or calculates."""
    source = (FORMS / kind / "form.xml").read_text(encoding="utf-8")
    return set(re.findall(r'<bind nodeset="/[^/"]+/([^"]+)"', source))


def _lists(kind: Kind) -> dict[str, list[dict[str, str]]]:
    said = {f"requests/asked[{row('q')}]/question": "Which logger?", "progress/produced": "268000"}
    asked = report("2026-04", said, requests__asked=("q",))
    note = advice_note({"x": {"text": "Close the valves", "kind": "solution"}})
    indicators = load_indicators(FORMS / "indicators.csv")
    filed = (partnership(), work_plan(), asked, note)
    offices, supporters = (Office("1" * 32, "WASA Lahore"),), (Office("2" * 32, "Sample Bank"),)
    return datasets(kind, Sources(date(2026, 6, 3), filed, offices, indicators, supporters=supporters))


@pytest.mark.parametrize("name", KINDS)
def test_paths_of_kind_toml_are_asked(name: str) -> None:
    kind, asked = KINDS[name], _asked(name)
    named = {path for path in re.findall(r"\{([^{}]+)\}", kind.reference) if path != "partnership"}
    named |= set(kind.one_per or ())
    named |= {f"{repeat}/{field}" for repeat, source in kind.rows.items() for field in source.set}
    if kind.previous:
        named |= {kind.previous.by, *kind.previous.fields}
        named |= {f"{repeat}/{field}" for repeat, field in kind.previous.match.items()}
    assert named <= asked


def test_paths_in_the_partnership_are_asked() -> None:
    asked = _asked("partnership")
    due = {path for kind in KINDS.values() if kind.due for path in (kind.due.from_, kind.due.until) if path}
    fields = {document.field for document in PROGRAMME.documents.values() if document.field}
    assert due | fields <= asked


@pytest.mark.parametrize("name", KINDS)
def test_lists_have_the_columns_that_the_form_uses(name: str) -> None:
    lists = _lists(KINDS[name])
    used = set(re.findall(r"instance\('(\w+)'\)/root/item\[[^\]]*\]/(\w+)", SOURCE[name]))
    used |= {(source.dataset, column) for source in KINDS[name].rows.values() for column in source.set.values()}
    for line in SOURCE[name].splitlines():
        for chosen, (parameter, default) in product(
            re.findall(r"from_file (\w+)\.csv", line), (("value", "name"), ("label", "label"))
        ):
            given = re.search(rf"\b{parameter}=(\w+)", line)
            used.add((chosen, given[1] if given else default))
    assert {(chosen, column) for chosen, column in used if column not in lists[chosen][0]} == set()


def test_documents_name_the_kind_that_bears_their_code() -> None:
    by_code = {kind.code: name for name, kind in KINDS.items() if kind.code}
    assert {code: PROGRAMME.documents[code].kind for code in by_code} == by_code
    assert {kind.step for kind in KINDS.values()} <= {step.code for step in PROGRAMME.steps}


def test_every_due_rule_that_a_kind_names_exists() -> None:
    named = {kind.due.rule for kind in KINDS.values() if kind.due}
    assert named <= set(PROGRAMME.due)


def test_C322_03_a_filled_report_takes_its_rows_and_labels_from_the_lists() -> None:
    """The whole way: documents → lists → rows of the form → labels and figures that stand in it."""
    kind = KINDS["monthly_report"]
    lists = _lists(kind)
    form = xlsform.load(FORMS / "monthly_report" / "form.xml")
    rows = {repeat: [item["id"] for item in lists[source.dataset]] for repeat, source in kind.rows.items()}
    values = {
        f"{repeat}[{item['id']}]/{field}": item[column]
        for repeat, source in kind.rows.items()
        for item in lists[source.dataset]
        for field, column in source.set.items()
    }
    values["about/nil_return"] = "no"
    sheet = form.sheet(values, today=date(2026, 6, 3), datasets=lists, rows=rows)
    (target,), (advice,) = rows["progress/figures"], rows["advice/actions"]
    assert sheet.field(f"progress/figures[{target}]/value").label("en") == "Non-revenue water (%)"
    assert sheet.field(f"advice/actions[{advice}]/state").label("en") == "Close the valves"
