"""XForms from outside, which no spreadsheet and no compiler judged before: they end in words, not in a full memory."""

from __future__ import annotations

import pytest

from wopdesk.xlsform import FormError, load_xform
from wopdesk.xlsform.bounds import MOST_ELEMENTS


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
        (xform("<a/>", f'<bind nodeset="/data/a" calculate="{"(" * 9000}1{")" * 9000}"/>'), "nested too deeply"),
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
