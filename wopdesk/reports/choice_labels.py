"""The choices of a question as a form carries them, before anything is answered."""

from __future__ import annotations

from wopdesk.xlsform import xml
from wopdesk.xlsform.choosing import ChoiceList
from wopdesk.xlsform.definition import Definition
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.wording import Template

_OPEN = "……"
"""Stands where an answer would be woven in."""


def worded(template: Template, language: str) -> str:
    """A text before anything is answered."""
    return template.wording(lambda _expression, _language: _OPEN)(language)


def labelled(definition: Definition, names: Names, language: str) -> dict[str, str]:
    """Labels by value; nothing for lists that are brought, and for questions without choices."""
    control = definition.controls.get(names)
    listed = control.choices if control is not None else None
    if listed is None:
        return {}
    fixed = {value: worded(label, language) for value, label in listed.fixed}
    return fixed or _carried(definition, listed, language)


def _carried(definition: Definition, listed: ChoiceList, language: str) -> dict[str, str]:
    """The items of a list that the form carries; a filter that depends on answers lets all through."""
    names = listed.items.lists if listed.items is not None else frozenset()
    found: dict[str, str] = {}
    for name in names & definition.lists.keys():
        for item in definition.lists[name].findall("root/item"):
            label = xml.text_at(item, listed.label)
            if listed.translated and label in definition.translations:
                label = worded(definition.translations[label], language)
            found[xml.text_at(item, listed.value)] = label
    return found
