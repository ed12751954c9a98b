"""Expressions: their grammar, the XPath they become, and what they read."""

import pytest

from wopdesk.xlsform.expressions.expression import Expression, Faulty
from wopdesk.xlsform.expressions.parser import parse
from wopdesk.xlsform.expressions.site import Shape, Site
from wopdesk.xlsform.expressions.tokens import NotAnExpression
from wopdesk.xlsform.expressions.tree import Binary, Number, Path, Step

SHAPE = Shape(
    "data",
    {("n",): "int", ("day",): "date", ("rep",): "", ("rep", "a"): "decimal", ("rep", "c"): "string"},
    frozenset({("rep",)}),
    frozenset({"list"}),
    frozenset({("n",), ("rep", "a")}),
)


def at(*names: str) -> Site:
    return Site(SHAPE, names)


@pytest.mark.parametrize("text", ["1 +", "a b", "f(", "", "(1", "a[", "f(,)", "1 2", "a]", "#", "a//", "'open"])
def test_what_breaks_the_grammar_is_refused(text: str) -> None:
    with pytest.raises(NotAnExpression):
        parse(text)


def test_operators_bind_as_in_xpath() -> None:
    one, two, three = Number("1"), Number("2"), Number("3")
    assert parse("1 + 2 * 3") == Binary("+", one, Binary("*", two, three))
    assert parse("1 - 2 - 3") == Binary("-", Binary("-", one, two), three)
    assert parse("1 or 2 and 3") == Binary("or", one, Binary("and", two, three))


def test_names_may_look_like_operators() -> None:
    step = Path("", (Step("div"),))
    assert parse("div div div") == Binary("div", step, step)
    assert parse("a-b") == Path("", (Step("a-b"),))
    assert parse("* * *") == Binary("*", Path("", (Step("*"),)), Path("", (Step("*"),)))


@pytest.mark.parametrize(
    ("site", "text", "xpath"),
    [
        (at("n"), ". >= 0 and . <= 24", "((. >= 0) and (. <= 24))"),
        (at("day"), ". > today()", "o:more(., o:today())"),
        (at("rep", "c"), "/data/rep/a", "../a"),
        (at("rep", "c"), "count(/data/rep)", "o:count(../../rep)"),
        (at("rep", "c"), "sum(/data/rep[a > 1]/a)", "o:sum(../../rep[o:more(a, 1)]/a)"),
        (at("n"), "instance('list')/root/item[v = /data/day]", 'o:instance("list")/root/item[(v = $here/../day)]'),
        (at("n"), "position(..)", "o:place(..)"),
        (
            at("rep", "c"),
            "indexed-repeat(/data/rep/a, /data/rep, position(..) - 1)",
            "$root/data/rep[position() = o:row((o:place($here/..) - 1))]/a",
        ),
    ],
)
def test_an_expression_becomes_an_xpath(site: Site, text: str, xpath: str) -> None:
    assert Expression(text, site).xpath == xpath


@pytest.mark.parametrize(
    ("site", "text", "reads"),
    [
        (at("rep", "c"), "../a", {("rep/a", 1)}),
        (at("rep", "c"), "/data/rep/a", {("rep/a", 1)}),
        (at("rep", "c"), "sum(../../rep/a)", {("rep/a", 0)}),
        (at("rep", "c"), "position(..)", {("rep", 0)}),
        (at("n"), "count(/data/rep[a > /data/n])", {("rep", 0), ("rep/a", 0), ("n", 0)}),
        (at("n"), "instance('list')/root/item[v = current()/../day]/w", {("day", 0)}),
        (at("n"), "/data/*", {("*", 0)}),
        (at("n"), "1 + 1", set()),
    ],
)
def test_an_expression_says_what_it_reads(site: Site, text: str, reads: set[tuple[str, int]]) -> None:
    assert {("/".join(read.names), read.depth) for read in Expression(text, site).references} == reads


def test_every_fault_of_an_expression_is_told() -> None:
    with pytest.raises(Faulty) as refused:
        Expression(
            "foo(/data/x) + round() + instance('other')/root/item + $v + up::y + instance('list')/p:z", at("rep")
        )
    assert set(refused.value.faults) == {
        "unknown function foo()",
        "unknown question x",
        "round() needs at least 1 values, here are 0",
        "no list is called 'other'",
        "a form knows no variable $v",
        "unknown axis up::",
        "unknown prefix in p:z",
    }
