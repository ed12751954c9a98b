"""The corpus together uses everything that a form can hold: a type or function that no form of it uses fails here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT  # type: ignore[import-untyped]

from tests.xlsform.corpus.test_corpus import CASES, FORMS, form
from tests.xlsform.functions.test_every_function import WRITTEN_BY_US_ONLY
from wopdesk.xlsform import Form
from wopdesk.xlsform.definition import Definition, Entity
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.special import SPECIAL
from wopdesk.xlsform.expressions.tree import Call, walk
from wopdesk.xlsform.functions import REGISTRY
from wopdesk.xlsform.markdown import read_markdown
from wopdesk.xlsform.survey import Line, lines
from wopdesk.xlsform.workbook import Workbook, meaning

BOOKS: list[Workbook] = [read_markdown(file.read_text(encoding="utf-8")) for file in FORMS]
LINES: list[Line] = [line for book in BOOKS for line in lines(book["survey"]) if line.verb != "end"]
SHAPES: list[Form] = [form(file) for file in FORMS]
TYPES = """
    text integer decimal date time dateTime select_one select_one_external select_one_from_file select_multiple
    select_multiple_from_file rank range note acknowledge calculate hidden image file geopoint start end today username
    audio video barcode geotrace geoshape email phonenumber deviceid audit group repeat
"""
APPEARANCES = "minimal multiline field-list likert columns table-list signature draw annotate quick"
COLUMNS = """
    appearance calculation choice_filter constraint constraint_message default guidance_hint hint label parameters
    readonly relevant repeat_count required required_message save_to trigger image audio
"""
PROPER = {"select_one": "select one", "select_multiple": "select all that apply"}
"""What pyxform calls the types that are followed by a list."""


def test_the_corpus_is_large_and_every_form_has_cases() -> None:
    assert len(FORMS) >= 25
    assert {file.stem for file in FORMS} == {file.stem for file in FORMS[0].parent.glob("*.txt")}
    assert [case.title for _, case in CASES if case.lines[-1].is_done] == []


@pytest.mark.parametrize("kind", QUESTION_TYPE_DICT)
def test_every_type_that_is_known_is_asked_in_some_form(kind: str) -> None:
    """Of types that pyxform understands in the same way, one is enough."""
    known = [QUESTION_TYPE_DICT.get(PROPER.get(line.kind, line.kind)) for line in LINES]
    assert QUESTION_TYPE_DICT[kind] in known


@pytest.mark.parametrize("kind", TYPES.split())
def test_every_type_of_the_specification_is_asked_by_its_own_name(kind: str) -> None:
    assert kind in {line.kind for line in LINES}


@pytest.mark.parametrize("appearance", APPEARANCES.split())
def test_appearances_are_used(appearance: str) -> None:
    assert any(appearance == line.row.cells.get("appearance") for line in LINES)


def test_choices_come_from_everywhere_they_can_come_from() -> None:
    assert any(line.other for line in LINES)
    assert any(line.chosen.startswith("${") for line in LINES)


@pytest.mark.parametrize("name", sorted({*REGISTRY, *SPECIAL} - WRITTEN_BY_US_ONLY))
def test_every_function_is_called_in_some_form(name: str) -> None:
    assert any(name == called for shape in SHAPES for called in _called(shape.definition))


def _called(definition: Definition) -> Iterator[str]:
    """The names of all functions in the rules, texts, choices and events of a form."""
    for expression in _expressions(definition):
        yield from (part.name for part in walk(expression.tree) if isinstance(part, Call))


def _expressions(definition: Definition) -> Iterator[Expression]:
    for bind in definition.binds.values():
        rules = (bind.relevant, bind.calculate, bind.constraint, bind.required, bind.readonly)
        yield from (rule for rule in rules if rule is not None)
    yield from (event.value for event in definition.events if event.value is not None)
    yield from (repeat.count for repeat in definition.repeats.values() if repeat.count is not None)
    for control in definition.controls.values():
        yield from control.label.expressions()
        if control.choices is not None and control.choices.items is not None:
            yield control.choices.items


@pytest.mark.parametrize("column", COLUMNS.split())
def test_every_column_is_used_in_some_survey(column: str) -> None:
    assert any(column == meaning(head)[0] for line in LINES for head in line.row.cells)


def test_languages_lists_and_what_was_saved_last_are_used() -> None:
    assert any(shape.languages == ("en", "ur") for shape in SHAPES)
    assert any("external_choices" in book for book in BOOKS)
    assert any("${last-saved#" in text for line in LINES for text in line.row.cells.values())
    assert any(len(path.split("/")) > 1 for shape in SHAPES for path in shape.repeats)


def test_entities_are_read_from_the_corpus() -> None:
    saved = {"owner": "owner", "taps": "taps"}
    assert [each for shape in SHAPES for each in shape.entities] == [Entity("connections", creates=True, saves=saved)]
