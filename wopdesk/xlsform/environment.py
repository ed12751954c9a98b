"""What an expression may know besides its nodes: the day, the other instances, labels.

Functions that lxml calls get no argument for it, so the environment of the evaluation under way is a context variable.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from wopdesk.xlsform.mismatch import Mismatch
from wopdesk.xlsform.xml import Element


def _unlabelled(_value: str, _question: str, _node: Element) -> str:
    return ""


def _untranslated(_identifier: str) -> str:
    return ""


@dataclass(slots=True)
class Environment:
    """The surroundings of an evaluation.

    Attributes:
        now: The moment of `now()` and the day of `today()`, with its zone.
        root: What absolute paths start from.
        instances: Secondary instances by id: the element that `instance('id')` is.
        absent: Ids of lists that nobody brought, so that nothing is known of what they offer.
        irrelevant: Nodes that are not counted, because the person does not see them.
        choice_label: Label of a choice value at the question of this path, seen from this node.
        translation: Text of an itext id, or the nodes that hold it.
        version: The version of the form.
        properties: What is known of the person and the computer: `username`, `deviceid`, `email`, `phonenumber`.
        strict: Whether what cannot be converted is an error (conformance) or no answer (a form being filled).
    """

    now: datetime
    root: Element | None = None
    instances: dict[str, Element] = field(default_factory=dict)
    absent: Collection[str] = ()
    irrelevant: Collection[Element] = ()
    choice_label: Callable[[str, str, Element], str] = _unlabelled
    translation: Callable[[str], object] = _untranslated
    version: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False

    @property
    def top(self) -> Element:
        """What absolute paths start from.

        Raises:
            ValueError: There is nothing yet.
        """
        if self.root is None:
            raise ValueError("no instance is open")
        return self.root

    def unfit(self, message: str) -> str:
        """No answer in place of a value that could not be made.

        Raises:
            Mismatch: The evaluation is strict.
        """
        if self.strict:
            raise Mismatch(message)
        return ""


CURRENT: ContextVar[Environment] = ContextVar("environment of the evaluation under way")
