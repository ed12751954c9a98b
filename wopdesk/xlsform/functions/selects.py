"""Choices: a chosen value is a word, several are words with blanks between them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wopdesk.xlsform import xml
from wopdesk.xlsform.environment import CURRENT
from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.values import Nodes, anything, boolean, nodes, number, string
from wopdesk.xlsform.xml import Element


@function("selected", "truth", string, string)
def selected(chosen: str, value: str) -> bool:
    """Whether a value is among the chosen."""
    return value.strip() in chosen.split()


@function("is-selected", "truth", string, string)
def is_selected(chosen: str, value: str) -> bool:
    """The older name of `selected`."""
    return selected(chosen, value)


@function("count-selected", "number", string)
def count_selected(chosen: str) -> float:
    """How many are chosen."""
    return float(len(chosen.split()))


@function("selected-at", "text", string, number)
def selected_at(chosen: str, place: float) -> str:
    """The chosen value at a place, counted from zero; "" if there is none."""
    found = chosen.split()
    return found[int(place)] if not math.isnan(place) and 0 <= place < len(found) else ""


@function("choice-label", "text", string, string, nodes)
def choice_label(value: str, question: str, here: Nodes) -> str:
    """The label of a choice: what `jr:choice-name` becomes, its question resolved beforehand."""
    node = here[0]
    return "" if isinstance(node, str) else CURRENT.get().choice_label(value, question, node)


@function("itext", "any", string)
def itext(identifier: str) -> object:
    """The text of an itext id in the language of the evaluation."""
    return CURRENT.get().translation(identifier)


@function("instance", "nodes", string)
def instance(identifier: str) -> Sequence[Element]:
    """A secondary instance; one that is not there is empty."""
    found = CURRENT.get().instances.get(identifier)
    return [] if found is None else [found]


@function("pulldata", "text", string, string, string, string)
def pulldata(identifier: str, column: str, key: str, value: str) -> str:
    """The cell of a column in the first row whose key column holds a value."""
    for item in (node for held in instance(identifier) for node in held.iter("item")):
        if xml.text_at(item, key) == value:
            return xml.text_at(item, column)
    return ""


@function("checklist", "truth", number, number, rest=anything)
def checklist(least: float, most: float, *answers: object) -> bool:
    """Whether the number of yes answers lies between two limits; -1 is no limit."""
    count = sum(boolean(each) for answer in answers for each in _single(answer))
    return (least < 0 or count >= least) and (most < 0 or count <= most)


@function("weighted-checklist", "truth", number, number, rest=anything)
def weighted_checklist(least: float, most: float, *pairs: object) -> bool:
    """Whether the weights of the yes answers add up to a sum between two limits; answers and weights alternate.

    Unlike in `checklist`, a limit below zero is a limit.
    """
    weight = 0.0
    for answer, value in zip(pairs[::2], pairs[1::2], strict=False):
        answers, values = _single(answer), _single(value)
        weight += sum(number(v) for a, v in zip(answers, values, strict=False) if boolean(a))
    return least <= weight <= most


def _single(value: object) -> list[object]:
    return [[item] for item in value] if isinstance(value, list) else [value]
