"""A form as read: what is asked, what is computed, how it is laid out. Nothing here knows an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wopdesk.xlsform.choosing import ChoiceList
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.site import Names, Shape
from wopdesk.xlsform.wording import NOTHING, Template, Wording
from wopdesk.xlsform.xml import Element


@dataclass(frozen=True, slots=True)
class Bind:
    """The rules of one element of the form.

    Attributes:
        names: Which element.
        type: Its XForms type: `string`, `int`, `decimal`, `date` …
        relevant: Whether it is asked.
        calculate: Its value, if it is computed.
        constraint: What its answer must fulfil.
        required: Whether it must be answered.
        readonly: Whether a person may not change it.
        constraint_message: Said where the constraint is not met.
        required_message: Said where the answer is missing.
    """

    names: Names
    type: str = "string"
    relevant: Expression | None = None
    calculate: Expression | None = None
    constraint: Expression | None = None
    required: Expression | None = None
    readonly: Expression | None = None
    constraint_message: Template = NOTHING
    required_message: Template = NOTHING

    @property
    def is_computed(self) -> bool:
        """Whether its value is never an answer: what says `once` keeps the first value as one."""
        return self.calculate is not None and not self.calculate.keeps


@dataclass(frozen=True, slots=True)
class Control:
    """How an element is asked.

    Attributes:
        names: Which element.
        kind: What the body calls it: `input`, `select1`, `upload` …
        type: As `Field.type`.
        appearance: As written.
        label: What is asked.
        hint: What helps to answer.
        guidance: What helps those who want to know more.
        media: Names of files beside the label, by sort: `image`, `audio`, `video`, `big-image`.
        choices: What may be chosen.
        parameters: As `Field.parameters`.
    """

    names: Names
    kind: str
    type: str
    appearance: str = ""
    label: Template = NOTHING
    hint: Template = NOTHING
    guidance: Template = NOTHING
    media: Mapping[str, Template] = field(default_factory=dict)
    choices: ChoiceList | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repeat:
    """An element of which there may be many.

    Attributes:
        names: Which element.
        template: What a new row looks like, defaults included.
        count: How many rows there are, where the form says so; evaluated at the row's parent.
    """

    names: Names
    template: Element
    count: Expression | None = None


FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Event:
    """A value set when something happens: a dynamic default, or a trigger.

    Attributes:
        names: The element that gets the value.
        on: `odk-instance-first-load`, `odk-new-repeat`, `xforms-value-changed`, or `FINISHED`.
        value: The value; "" if not given.
        trigger: The element whose change is the event.
    """

    names: Names
    on: frozenset[str]
    value: Expression | None = None
    text: str = ""
    trigger: Names | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a filled form creates or changes in a list of its server: read and kept, never acted on here.

    Attributes:
        dataset: The list.
        path: The repeat whose rows each are one; "" where the whole form is one.
        creates: Whether one may be created.
        updates: Whether one may be changed.
        saves: Path of the question by the property that it fills.
    """

    dataset: str
    path: str = ""
    creates: bool = False
    updates: bool = False
    saves: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the layout of the form.

    Attributes:
        path: As in answers, rows left out: `work/activities/done`.
        type: As `Field.type`.
        label: Without answers woven in.
        appearance: As written.
    """

    path: str
    type: str
    label: Wording
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group or repeat in the layout of the form; a group at the top is a page.

    Attributes:
        path: As in answers, rows left out; "" for a group without a name of its own.
        label: Without answers woven in.
        parts: Questions and groups inside, in order.
        repeats: Whether there may be many.
        counted: Whether the form itself decides how many.
        appearance: As written.
    """

    path: str
    label: Wording
    parts: tuple[Question | Group, ...] = ()
    repeats: bool = False
    counted: bool = False
    appearance: str = ""


Part = Question | Group


@dataclass(frozen=True, slots=True)
class Definition:
    """All of a form.

    Attributes:
        title: Its name.
        identifier: Its id for ODK.
        version: Its version for ODK.
        languages: Codes, the default first.
        shape: What expressions know of it.
        instance: The element that holds the empty root element, repeats without rows.
        binds: Rules by element, in the form's order; every element has some.
        children: Names inside each group, repeat and the root, in the form's order.
        controls: Questions by element; groups and repeats too, for their labels.
        repeats: Repeats by element.
        events: In order.
        lists: Secondary instances that the form itself carries.
        external: Names of the lists that must be brought.
        recalls: Whether it asks for what was saved last.
        translations: Templates of itext ids.
        media: Names of files by itext id and sort.
        entities: What filled forms become in the lists of a server.
        layout: The parts of the form in order.
    """

    title: str
    identifier: str
    version: str
    languages: tuple[str, ...]
    shape: Shape
    instance: Element
    binds: Mapping[Names, Bind]
    children: Mapping[Names, tuple[str, ...]]
    controls: Mapping[Names, Control]
    repeats: Mapping[Names, Repeat]
    events: tuple[Event, ...]
    lists: Mapping[str, Element]
    external: frozenset[str]
    recalls: bool
    translations: Mapping[str, Template]
    media: Mapping[str, Mapping[str, Template]]
    entities: tuple[Entity, ...]
    layout: tuple[Part, ...]
