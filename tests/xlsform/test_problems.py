"""A form with faults is never half loaded: all of them are told, each with its row."""

from pathlib import Path

import pytest

from tests.xlsform.written import form, survey
from wopdesk.xlsform import FormError, load


def problems(text: str) -> list[tuple[str, int, str, str]]:
    with pytest.raises(FormError) as refused:
        form(text)
    return [(one.sheet, one.row, one.column, one.message) for one in refused.value.problems]


def test_all_faults_at_once_with_their_lines() -> None:
    text = survey(
        "type | name | label | calculation | relevant | constraint | choice_filter",
        "integer | a | A | | ${b} > | |",
        "integer | b | B ${nobody} | | | . > ${nowhere} |",
        "calculate | c | | foo(${a}) + round() | | |",
        "calculate | d | | instance('absent')/root/item/x | | |",
    )
    assert problems(text) == [
        ("survey", 3, "relevant", "it ends too early in '${b} >'"),
        ("survey", 4, "constraint", "unknown question ${nowhere}"),
        ("survey", 4, "label", "unknown question ${nobody}"),
        ("survey", 5, "calculation", "round() needs at least 1 values, here are 0"),
        ("survey", 5, "calculation", "unknown function foo()"),
        ("survey", 6, "calculation", "no list is called 'absent'"),
    ]


def test_a_cycle_is_told_with_all_who_are_in_it() -> None:
    text = survey(
        "type | name | label | calculation | relevant",
        "calculate | a | | ${b} + 1 |",
        "calculate | b | | ${c} + 1 |",
        "integer | c | C | | ${a} > 1",
    )
    [(sheet, row, _, message)] = problems(text)
    assert (sheet, row) == ("survey", 3)
    assert all(f"{name} →" in message for name in "abc")


def test_what_reads_itself_is_a_cycle() -> None:
    assert "a → a" in problems(survey("type | name | calculation", "calculate | a | . + 1"))[0][3]


def test_what_is_required_or_constrained_closes_no_cycle() -> None:
    text = survey(
        "type | name | label | required | relevant | constraint",
        "text | a | A | ${b} = '' | | . != ${b}",
        "text | b | B | ${a} = '' | ${a} = '' | . != ${a}",
    )
    assert form(text).sheet().field("a").required


def test_pyxforms_own_complaint_comes_with_the_line_of_the_markdown() -> None:
    [(sheet, row, column, message)] = problems(survey("type | name | label | parameters", "", "range | a | A | end=x"))
    assert (sheet, row, column) == ("survey", 4, "parameters")
    assert "end" in message


def test_faults_of_an_xform_are_told_by_line(tmp_path: Path) -> None:
    file = tmp_path / "form.xml"
    file.write_text(
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>\n'
        '<instance><data id="x"><a/></data></instance>\n'
        '<bind nodeset="/data/a" calculate="foo()"/>\n'
        '<bind nodeset="/data/b"/>\n'
        "</model></h:head><h:body><input ref='/data/c'/></h:body></h:html>"
    )
    with pytest.raises(FormError) as refused:
        load(file)
    assert [problem.row for problem in refused.value.problems] == [3, 4, 5]


@pytest.mark.parametrize(("name", "content"), [("a.xml", "<x"), ("b.xml", "<x/>"), ("c.xlsx", "x"), ("d.doc", "x")])
def test_what_is_no_form_is_refused(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(FormError):
        load(tmp_path / name)


def test_what_other_peoples_forms_do_is_no_fault() -> None:
    """Columns of one's own, rows that are switched off and pictures as labels."""
    text = (
        survey(
            "type | name | label | relevant | repeat_count | disabled | mine | media::image::en | calculation",
            "text | a | A | | | yes | | |",
            "text | a | A | | | | was b before | |",
            "select_one yes_no or_other | c | C",
            "text | d | D | selected(${c}, 'other')",
            "begin repeat | r | R | | ${a} + 1",
            "text | e | | | | | | e.png",
            "end repeat",
            "calculate | f | | | | | | | count(${r}) + 1",
        )
        + "\n| choices |\n| | list name | name | label | mine |\n| | yes_no | yes | Yes | x |\n"
    )
    found = [question.path for question in form(text).questions]
    assert found[:3] == ["a", "c", "c_other"]


@pytest.mark.parametrize(
    ("looks", "choice", "says"),
    [
        ("search()", "key", "needs the name of its file in quotes"),
        ("search('wells', 'matches')", "key", "three or five further values"),
        ("search(${a})", "key", "needs the name of its file in quotes"),
        ("minimal search('wells', 'matches', 'district', mean(${a}))", "key", "unknown function mean()"),
        ("search('wells', 'matches', 'district', ${a} +)", "key", "a step was expected before ')'"),
        ("search('wells')", "1", "needs a choice whose name and label are columns"),
    ],
)
def test_a_search_that_can_find_nothing_is_told_at_its_question(looks: str, choice: str, says: str) -> None:
    lines = ("type | name | label | appearance", "text | a | A |", f"select_one wells | w | W | {looks}")
    listed = f"\n| choices |\n| | list_name | name | label |\n| | wells | {choice} | name |\n"
    [(_, row, column, message)] = problems(survey(*lines) + listed)
    assert (row, column) == (4, "appearance")
    assert says in message
