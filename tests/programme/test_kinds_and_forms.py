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
WRITTEN = {
    "advice_note": (
        "6453f072a76cc0b552d4b16fd1db409b087ec33ca9d5f63dabdf74f335f30287",
        "2fc759fe240ece6e99701076ec4c572f031137f157e40b1fdec32a18ffc266d4",
    ),
    "monthly_report": (
        "5a433915562a03b39132032fa580f56d25392ac89d69cc6e92da62fca2b946c0",
        "8d8255460cc49ba12545e5a5e60284efd5d51b5bbf328ed7f8daf9438e4a6f25",
        "5ab3aaf2693526091d0ad561a07cb976c1c0654a7ec804739afe84731cfd0043",
        "56c8383e3d59ce3062d3a35e933f50e913aad972019181bfa6759e0e20443d3f",
        "fbc9579eda3a1b26f183827252cc53a1bbb548915f06d1ff6c2f792ae466e48f",
    ),
    "partnership": (
        "aaef4d19792eb5d2ea19c335edb7a30aeded0d0763ec9dfbe07632691db2946b",
        "64088c9bf8cb809bdce51d01a286639668e58a3c072d5eb32375d3c50f26399c",
        "4a03ab9c1626153a68655b96d4fe500f91fa253690264596bbb8ec48add460b4",
        "ec9473c11ae54e9e49ba65c1b8d621ea37540e653d73487391046d8e01c5908b",
        "a3253d4d96e2435afc72867f4cada91dfc64784f4258a7331ffadf4abc56ef45",
        "cf7f593a2f9302f7302decfea36a9cd510d7e41196216ddb286d44cd77aae680",
        "dd595642692e0f4112dd19a69f4cb14c0139bef42420dc72796c1f0789da760d",
        "f05dbdfcb5e5ad7b58110e6b0770f59dfce5d6553985c27cda90de47cafa3bdf",
    ),
    "utility": (
        "afd883d4882c023be93094a0e6e76bf3720e8c0578a01abef597d283a3fff4ad",
        "f8c09aac7822dfbb1f8ccd30dd9e705cede5a9a4660c7a2e5e18ffc7e40de141",
    ),
    "work_plan": (
        "b39fad1b66487d1fb5e917977e823e5b6dde181f36812f704465763544c3a775",
        "bd81c5ab5bdb65062d0f8e5e5c0ddbb30663b869f7750ea890f5eaf461fcf1a0",
        "9fcd8a08f74e1a7063765dc4e6626b1bbdbda1a7536fa7b24d74f1c29bec3726",
        "509f3ecf3b43a02b1b16e1d28114cbdd04f040f1899d0f1a895ea41a85e3e178",
    ),
}
"""Ids of forms under which somebody may have written, as `form_id` made them then; who changes a form adds its own."""
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


@pytest.mark.parametrize("name", KINDS)
def test_what_was_written_under_an_earlier_form_still_counts(name: str) -> None:
    assert KINDS[name].rules.forms == {*WRITTEN[name], KINDS[name].form}


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
