"""A form: what is read from an XLSForm, and the sheets made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from wopdesk.xlsform.definition import Definition, Entity, Group, Part, Question
from wopdesk.xlsform.environment import Environment
from wopdesk.xlsform.graph import Graph
from wopdesk.xlsform.sheet.lists import LAST_SAVED, Dataset, instances
from wopdesk.xlsform.sheet.opening import Answers, Rows, open_sheet
from wopdesk.xlsform.sheet.sheet import Sheet

_NO_ANSWERS: Answers = {}
_NO_ROWS: Rows = {}
_NO_PROPERTIES: Mapping[str, str] = {}
_NO_LISTS: Mapping[str, Dataset] = {}


class Form:
    """A form without answers; sheets share it and never change it."""

    def __init__(self, definition: Definition, graph: Graph) -> None:
        """Take over what was read; `load` makes forms."""
        self._definition = definition
        self._graph = graph

    @property
    def definition(self) -> Definition:
        """All that was read, for whoever describes the form itself."""
        return self._definition

    @property
    def title(self) -> str:
        """Its title."""
        return self._definition.title

    @property
    def identifier(self) -> str:
        """Its id for ODK."""
        return self._definition.identifier

    @property
    def version(self) -> str:
        """Its version for ODK."""
        return self._definition.version

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of its languages, the default first."""
        return self._definition.languages

    @property
    def lists(self) -> frozenset[str]:
        """Names of the lists that must be brought when a sheet is opened."""
        return self._definition.external

    @property
    def recalls(self) -> bool:
        """Whether it asks for what was saved last (`${last-saved#question}`)."""
        return self._definition.recalls

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What filled forms become in the lists of an ODK server; nothing here acts on it."""
        return self._definition.entities

    @property
    def pages(self) -> tuple[Group, ...]:
        """Its top-level groups: the pages of a wizard. A question outside a group is a page with path ""."""
        return tuple(
            part if isinstance(part, Group) else Group("", part.label, (part,)) for part in self._definition.layout
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything it asks, in order."""
        return tuple(_questions(self._definition.layout))

    @property
    def elements(self) -> tuple[str, ...]:
        """Paths of everything it holds, asked or not, groups and repeats included, in order; rows are left out."""
        return tuple("/".join(names) for names in self._definition.binds)

    @property
    def repeats(self) -> frozenset[str]:
        """Paths of what there may be many of; rows are left out."""
        return frozenset("/".join(names) for names in self._definition.repeats)

    def sheet(
        self,
        values: Answers = _NO_ANSWERS,
        today: date | datetime | None = None,
        datasets: Mapping[str, Dataset] = _NO_LISTS,
        *,
        rows: Rows = _NO_ROWS,
        fresh: bool | None = None,
        last_saved: Answers = _NO_ANSWERS,
        properties: Mapping[str, str] = _NO_PROPERTIES,
    ) -> Sheet:
        """A sheet of this form, empty or filled.

        Args:
            values: Answers by path.
            today: The day, or the moment, for `today()` and `now()`; the computer's if not given.
            datasets: Items of external lists by list name; a list that is not given is empty.
            rows: Row ids in order by the path of their repeat.
            fresh: Whether it is begun now, so that defaults apply; by default when no answers and rows are given.
            last_saved: Answers of the sheet that was saved last, for `${last-saved#question}`.
            properties: What is known of person and computer: `username`, `email`, `deviceid`, `phonenumber`.
        """
        begun = not values and not rows if fresh is None else fresh
        environment = self._environment(_moment(today), datasets, properties)
        if last_saved:
            earlier = self._environment(environment.now, datasets, properties)
            open_sheet(self._definition, self._graph, earlier, last_saved, _NO_ROWS, fresh=False)
            environment.instances[LAST_SAVED] = earlier.top
        return open_sheet(self._definition, self._graph, environment, values, rows, fresh=begun)

    def _environment(
        self, now: datetime, datasets: Mapping[str, Dataset], properties: Mapping[str, str]
    ) -> Environment:
        lists = instances(self._definition, datasets)
        absent = self._definition.external - datasets.keys()
        return Environment(now, instances=lists, absent=absent, version=self.version, properties=properties)


def _questions(parts: tuple[Part, ...]) -> Iterator[Question]:
    for part in parts:
        if isinstance(part, Group):
            yield from _questions(part.parts)
        else:
            yield part


def _moment(today: date | datetime | None) -> datetime:
    """The moment of an evaluation; a bare day is its midnight here."""
    if today is None:
        return datetime.now().astimezone()
    if isinstance(today, datetime):
        return today if today.tzinfo is not None else today.astimezone()
    return datetime.combine(today, time()).astimezone()
