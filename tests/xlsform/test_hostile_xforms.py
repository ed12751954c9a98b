"""XForms from outside, which no spreadsheet and no compiler judged before: they end in words, not in a full memory."""

from __future__ import annotations

import pytest

from wopdesk.xlsform import FormError, load_xform
from wopdesk.xlsform.bounds import (
    MOST_ATTRIBUTES,
    MOST_ELEMENTS,
    MOST_ENTITIES,
    MOST_LANGUAGES,
    MOST_LISTED,
    MOST_NESTED,
    MOST_REPEATS,
    MOST_TAGS,
)
from wopdesk.xlsform.functions.strings import LONGEST_TEXT
from wopdesk.xlsform.problems import MOST_TOLD


def xform(asked: str, binds: str = "", body: str = "") -> bytes:
    """An XForm as somebody writes it by hand."""
    names = (
        'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa"'
    )
    model = f"<model><instance><data id='sample'>{asked}</data></instance>{binds}</model>"
    head = f"<h:head><h:title>Sample</h:title>{model}</h:head>"
    return f"<h:html {names}>{head}<h:body>{body}</h:body></h:html>".encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "DOCTYPE"),
        (xform("<a>" * 5000 + "</a>" * 5000), "no XML"),
        (xform("<a/>" * (MOST_ELEMENTS + 1)), "at most"),
        (
            xform("<a/>", f'<bind nodeset="/data/a" calculate="{"(" * 9000}1{")" * 9000}"/>'),
            "a: calculation: more than 100 brackets",
        ),
    ],
    ids=["entities", "deep", "wide", "brackets"],
)
def test_what_no_form_needs_is_refused_in_words(data: bytes, says: str) -> None:
    with pytest.raises(FormError, match=says):
        load_xform(data)


def test_blanks_without_end_are_no_work() -> None:
    label = f"<label ref='jr:itext({' ' * 100_000}x'/>"
    asked = f"<select1 ref='/data/a'><itemset nodeset='/data/a'><value ref='a'/>{label}</itemset></select1>"
    assert load_xform(xform("<a/>", body=asked)).questions


def thirsty(formula: str) -> bytes:
    """Five hundred questions, each of which is computed from five hundred others."""
    asked = "".join(f"<q{n}/><r{n}/>" for n in range(500))
    formulas = (f"{formula} + {n}" for n in range(500))
    return xform(asked, "".join(f"<bind nodeset='/data/r{n}' calculate='{one}'/>" for n, one in enumerate(formulas)))


@pytest.mark.parametrize(
    "formula",
    [
        " + ".join(f"/data/q{n}" for n in range(500)),
        " + ".join(f"../q{n}" for n in range(500)),
        "sum(/data/*)",
    ],
    ids=["absolute", "relative", "wildcards"],
)
def test_formulas_that_read_more_than_anybody_writes_are_refused(formula: str) -> None:
    with pytest.raises(FormError) as told:
        load_xform(thirsty(formula))
    assert [problem.sheet for problem in told.value.problems] == ["form"]


def test_what_is_named_without_a_path_is_counted_as_well() -> None:
    inner, formula = "".join(f"<q{n}/>" for n in range(500)), " + ".join(f"q{n}" for n in range(500))
    groups = "".join(f"<g{n}>{inner}</g{n}>" for n in range(34))
    rules = f"required='{formula}' readonly='{formula}' constraint='{formula}'"
    with pytest.raises(FormError, match="name questions more than"):
        load_xform(xform(groups, "".join(f"<bind nodeset='/data/g{n}' {rules}/>" for n in range(34))))


def test_counts_within_counts_make_no_more_rows_than_a_memory_holds() -> None:
    inner = "<group><repeat nodeset='/data/a/b' jr:count='/data/n'><input ref='/data/a/b/y'/></repeat></group>"
    body = f"<group><repeat nodeset='/data/a' jr:count='/data/n'><input ref='/data/a/x'/>{inner}</repeat></group>"
    asked = "<n/><a jr:template=''><x/><b jr:template=''><y/></b></a>"
    sheet = load_xform(xform(asked, "<bind nodeset='/data/n' calculate='2000'/>", body)).sheet()
    rows = sheet.kept_rows()
    assert len(rows["a"]) == 2000
    assert sum(map(len, rows.values())) < 2000 * 2000


ENTITY = "<entity dataset='x'/>"
ATTRIBUTES = " ".join(f"x{n}=''" for n in range(MOST_ATTRIBUTES + 1))
LANGUAGE = "<translation lang='en'>{}</translation>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (xform("<a/>", body="<input ref='/data/a'/>" * (MOST_ELEMENTS + 1)), "it holds <input> 20001 times"),
        (xform("<a/>", body="<group ref='/data/a'/>" * (MOST_ELEMENTS + 1)), "it holds <group>"),
        (xform("<a/>", body="<repeat nodeset='/data/a'/>" * (MOST_REPEATS + 1)), "it holds <repeat>"),
        (xform("<a/>", body=f"<select1 ref='/data/a'>{'<item/>' * (MOST_LISTED + 1)}</select1>"), "it holds <item>"),
        (xform("<a/>", "<bind nodeset='/data/a'/>" * (MOST_ELEMENTS + 1)), "it holds <bind>"),
        (xform("<a/>", "<setvalue ref='/data/a'/>" * (MOST_ELEMENTS + 1)), "it holds <setvalue>"),
        (xform("<a/>", "<instance id='l'/>" * (MOST_ELEMENTS + 1)), "it holds <instance>"),
        (xform("<a/>", f"<itext>{LANGUAGE.format('') * (MOST_LANGUAGES + 1)}</itext>"), "it holds <translation>"),
        (xform("<a/>", "<x/>" * (MOST_TAGS + 1)), "tags of XML"),
        (xform("<a>" * MOST_NESTED + "</a>" * MOST_NESTED), "nested more than"),
        (xform("<a/>", f"<bind {ATTRIBUTES}/>"), "attributes"),
        (xform(f"<meta>{ENTITY * (MOST_ENTITIES + 1)}</meta>"), "entities"),
        (xform("<a/>").decode().encode("utf-16"), "no XML"),
    ],
    ids=[
        *("questions", "groups", "repeats", "items", "rules", "events", "lists", "languages", "tags", "nested"),
        *("attributes", "entities", "encoding"),
    ],
)
def test_more_of_anything_than_a_form_needs_is_refused_in_words(data: bytes, says: str) -> None:
    with pytest.raises(FormError, match=says) as told:
        load_xform(data)
    assert len(told.value.problems) == 1


def test_more_texts_than_a_form_has_are_refused_in_words() -> None:
    texts = "".join(f"<text id='t{n}'><value>Pump</value><value form='image'/></text>" for n in range(100_001))
    with pytest.raises(FormError, match="it holds <value> 200002 times"):
        load_xform(xform("<a/>", f"<itext>{LANGUAGE.format(texts)}</itext>"))


def test_different_formulas_are_counted_and_those_that_are_alike_are_one() -> None:
    def rules(formula: str) -> bytes:
        binds = (f"<bind nodeset='/data/a{n}' constraint='{formula.format(n)}'/>" for n in range(10_001))
        return xform("".join(f"<a{n}/>" for n in range(10_001)), "".join(binds))

    assert load_xform(rules(". &lt; 5")).elements
    with pytest.raises(FormError, match="10001 formulas"):
        load_xform(rules(". &lt; {}"))


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("1" + " + 1" * 501, "500 operators in a row"),
        ("-" * 101 + "1", "100 brackets"),
        ("count(/data/a" + "[a" * 101 + "]" * 101 + ")", "100 brackets"),
        ("/data" + "/a" * 102, "100 steps"),
        ("'" + "x" * 100_001 + "'", "100000 letters"),
    ],
    ids=["operators", "signs", "predicates", "path", "letters"],
)
def test_a_formula_longer_than_anybody_writes_is_told_at_its_question(formula: str, says: str) -> None:
    with pytest.raises(FormError) as told:
        load_xform(xform("<a/>", f'<bind nodeset="/data/a" calculate="{formula}"/>'))
    [one] = told.value.problems
    assert says in one.message
    assert one.message.startswith("a: calculation: ")


@pytest.mark.parametrize(
    ("formula", "answer"),
    [
        (" + ".join(["1"] * 500), "500"),
        (" and ".join(["true()"] * 500), "true"),
        ("if(1 = 1, " * 49 + "1" + ", 2)" * 49, "1"),
        ("1 + if(1 = 1, " * 99 + "1" + ", 2)" * 99, "100"),
    ],
    ids=["sum", "and", "ifs", "sums"],
)
def test_a_long_formula_that_is_not_refused_is_computed(formula: str, answer: str) -> None:
    sheet = load_xform(xform("<a/>", f"<bind nodeset='/data/a' calculate='{formula}'/>")).sheet()
    assert sheet.computed() == {"a": answer}


def test_of_more_faults_than_anybody_reads_the_first_are_told() -> None:
    with pytest.raises(FormError) as told:
        load_xform(xform("<a/>", "".join(f"<bind nodeset='/data/x{n}'/>" for n in range(MOST_TOLD + 50))))
    assert len(told.value.problems) == MOST_TOLD + 1
    assert told.value.problems[-1].message == "further faults are not listed; mend these first"


def test_a_repeat_that_counts_its_own_rows_is_a_cycle() -> None:
    body = "<group><repeat nodeset='/data/r' jr:count='count(/data/r) + 1'><input ref='/data/r/x'/></repeat></group>"
    with pytest.raises(FormError, match="depend on each other: r → r"):
        load_xform(xform("<r jr:template=''><x/></r>", body=body))


def test_what_reads_the_whole_form_for_each_question_of_the_whole_form_is_refused() -> None:
    formula = "count(//*[count(/data/*[. = 1]) = 1])"
    with pytest.raises(FormError, match="would read the form over and over"):
        load_xform(xform("<a/>", f"<bind nodeset='/data/a' calculate='{formula}'/>"))


def test_thousands_of_rows_that_all_read_each_other_are_computed_once_each() -> None:
    body = "<group><repeat nodeset='/data/r' jr:count='3000'><input ref='/data/r/x'/></repeat></group>"
    rule = "<bind nodeset='/data/r/x' calculate='count(/data/r) + position(..)'/>"
    sheet = load_xform(xform("<r jr:template=''><x/></r>", rule, body)).sheet()
    assert [sheet.computed()[f"r[{row}]/x"] for row in sheet.rows()["r"][-2:]] == ["5999", "6000"]


def test_a_text_that_doubles_from_question_to_question_ends() -> None:
    double = "<bind nodeset='/data/a{}' calculate=\"concat(/data/a{}, /data/a{}, 'abcdefghij')\"/>"
    rules = "".join(double.format(n, n - 1, n - 1) for n in range(1, 60))
    sheet = load_xform(xform("".join(f"<a{n}/>" for n in range(60)), rules)).sheet()
    assert max(map(len, sheet.computed().values())) <= LONGEST_TEXT


def test_a_path_of_an_answer_longer_than_any_question_has_no_place() -> None:
    path = "r[a]" * 100_000
    assert load_xform(xform("<a/>")).sheet({path: "1"}).unplaced == {path: "1"}
