"""What follows from what: which elements must be computed again when one changes, and in which order.

Only values flow: what is calculated, what is relevant, how many rows a repeat has. Whether an answer is required, fits
its constraint, or how its label reads follows from values but nothing follows from it, so it can close no cycle.
Nor can the label of a choice, though a calculation says it: where the choice in turn is filtered by the calculation,
the label follows from the answer alone, as in ODK. It is looked for in the whole list then.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wopdesk.xlsform.bounds import MOST_READINGS
from wopdesk.xlsform.choosing import ChoiceList
from wopdesk.xlsform.cycles import cycles, knots
from wopdesk.xlsform.definition import Bind, Definition
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.references import Reference
from wopdesk.xlsform.expressions.site import Names


@dataclass(frozen=True, slots=True, order=True)
class Dependent:
    """An element that reads another.

    Attributes:
        names: The reader.
        depth: So many leading names of both belong to the same row.
    """

    names: Names
    depth: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The dependencies of a form.

    Attributes:
        computed: By element, what is computed from it.
        shown: By element, what looks different because of it: choices, labels, requirements.
        order: Place of each element in the order of computing.
        whole: Where the choices of a question are filtered by who says their label: by who it is and the question, all
            choices.
        cycles: Elements that depend on themselves through others; a form with any is refused.
        overfull: Whether wildcards read more than a form may; the graph is empty then.
    """

    computed: Mapping[Names, tuple[Dependent, ...]]
    shown: Mapping[Names, tuple[Dependent, ...]]
    order: Mapping[Names, int]
    cycles: Sequence[tuple[Names, ...]]
    overfull: bool = False
    whole: Mapping[tuple[Names, Names], ChoiceList] = field(default_factory=dict)

    @classmethod
    def of(cls, definition: Definition) -> Graph:
        """The graph of a form."""
        graph = cls._made(definition, {})
        if not graph.cycles:
            return graph
        waiting = [names for names in definition.binds if names not in graph.order]
        return cls._made(definition, knots(_edges(definition, graph.computed), waiting))

    @classmethod
    def _made(cls, definition: Definition, knot: Mapping[Names, int]) -> Graph:
        """The graph in which no label is heard within a knot of elements that wait for each other."""
        targets = _Targets(tuple(definition.binds))
        labels = _Labels(definition, targets, knot)
        computed = _reversed(
            (names, reference)
            for names, bind in definition.binds.items()
            for formulas in (_flowing(bind, definition),)
            for reference in (*targets.expanded(_read(formulas)), *labels.heard(names, formulas))
        )
        shown = _reversed(
            (names, reference)
            for names, bind in definition.binds.items()
            for reference in targets.expanded(_showing(bind, definition))
            if reference.names != names or reference.depth < _row_depth(names, definition)  # itself in other rows
        )
        if targets.left < 0:
            return cls({}, {}, {}, (), overfull=True)
        return cls(computed, shown, *_ordered(definition, computed), whole=labels.whole)


def _flowing(bind: Bind, definition: Definition) -> list[Expression]:
    """What says an element's value, relevance or number of rows."""
    repeat = definition.repeats.get(bind.names)
    return [one for one in (bind.relevant, bind.calculate, repeat.count if repeat else None) if one is not None]


def _read(formulas: Iterable[Expression]) -> set[Reference]:
    return {reference for formula in formulas for reference in formula.references}


def _showing(bind: Bind, definition: Definition) -> set[Reference]:
    """What an element's look is made from."""
    control = definition.controls.get(bind.names)
    texts = [bind.constraint_message, bind.required_message]
    if control is not None:
        texts += [control.label, control.hint, control.guidance]
    woven = (expression for text in texts for expression in text.expressions())
    rules = [one for one in (bind.required, bind.readonly, bind.constraint, *woven) if one is not None]
    said = {reference for label in _said(definition, rules) for reference in label.reads(label.choices)}
    return (
        _read(rules)
        | said
        | (control.choices.reads if control is not None and control.choices is not None else frozenset())
    )


@dataclass(frozen=True, slots=True)
class _Label:
    """The label of a choice, said by an expression.

    Attributes:
        where: Where the expression stands.
        asked: The question.
        choices: Its choices.
        near: So many leading names of both belong to the same row.
    """

    where: Names
    asked: Names
    choices: ChoiceList
    near: int

    def reads(self, choices: ChoiceList) -> set[Reference]:
        """What the label follows from if it is found among some choices."""
        return {Reference(read.names, min(read.depth, self.near)) for read in choices.reads}


def _said(definition: Definition, expressions: Iterable[Expression]) -> Iterator[_Label]:
    for expression in expressions:
        for asked in expression.labelled:
            control = definition.controls.get(asked)
            if control is not None and control.choices is not None:
                yield _Label(expression.site.here or (), asked, control.choices, expression.site.common(asked))


class _Labels:
    """What is heard through labels: all that they follow from, but nothing that waits for who says them."""

    def __init__(self, definition: Definition, targets: _Targets, knot: Mapping[Names, int]) -> None:
        self.whole: dict[tuple[Names, Names], ChoiceList] = {}
        self._definition = definition
        self._targets = targets
        self._knot = knot

    def heard(self, reader: Names, formulas: Iterable[Expression]) -> Iterator[Reference]:
        """What the labels follow from that the formulas of an element say."""
        for label in _said(self._definition, formulas):
            found = list(self._targets.expanded(label.reads(label.choices)))
            if any(self._waits(read, reader) for read in found):
                whole = self.whole[label.where, label.asked] = label.choices.whole
                found = [one for one in self._targets.expanded(label.reads(whole)) if not self._waits(one, reader)]
            yield from found

    def _waits(self, read: Reference, reader: Names) -> bool:
        return reader in self._knot and self._knot.get(read.names) == self._knot[reader]


class _Targets:
    """The elements of a form, for references with wildcards."""

    def __init__(self, elements: tuple[Names, ...]) -> None:
        self._elements = elements
        self.left = MOST_READINGS

    def expanded(self, references: Iterable[Reference]) -> Iterable[Reference]:
        """The references, each with wildcards replaced by one for every element it may mean."""
        for reference in references:
            if "*" in reference.names or "**" in reference.names:
                self.left -= len(self._elements)
                for names in self._elements if self.left >= 0 else ():
                    if _matches(reference.names, names):
                        yield Reference(names, min(reference.depth, len(names)))
            else:
                yield reference


def _matches(pattern: Names, names: Names) -> bool:
    if "**" in pattern:
        before, below = pattern[: pattern.index("**")], pattern[pattern.index("**") + 1 :]
        least = len(before) + max(len(below), 1)
        return (
            len(names) >= least
            and _matches(before, names[: len(before)])
            and _matches(below, names[len(names) - len(below) :])
        )
    return len(pattern) == len(names) and all(
        wanted in {"*", name} for wanted, name in zip(pattern, names, strict=True)
    )


def _reversed(reads: Iterable[tuple[Names, Reference]]) -> dict[Names, tuple[Dependent, ...]]:
    """From what each element reads to who reads each element."""
    found: dict[Names, set[Dependent]] = defaultdict(set)
    for reader, reference in reads:
        found[reference.names].add(Dependent(reader, reference.depth))
    return {names: tuple(sorted(readers)) for names, readers in found.items()}


def _ordered(
    definition: Definition, computed: Mapping[Names, tuple[Dependent, ...]]
) -> tuple[dict[Names, int], Sequence[tuple[Names, ...]]]:
    """An order in which everything is computed after what it reads, the form's own order where it does not matter."""
    edges = _edges(definition, computed)
    place = {names: position for position, names in enumerate(definition.binds)}
    waiting = dict.fromkeys(place, 0)
    for followers in edges.values():
        for follower in followers:
            waiting[follower] += 1
    ready = [(place[names], names) for names, count in waiting.items() if count == 0]
    heapq.heapify(ready)
    order: dict[Names, int] = {}
    while ready:
        _, names = heapq.heappop(ready)
        order[names] = len(order)
        for follower in edges.get(names, ()):
            waiting[follower] -= 1
            if waiting[follower] == 0:
                heapq.heappush(ready, (place[follower], follower))
    return order, cycles(edges, [names for names in place if names not in order])


def _edges(definition: Definition, computed: Mapping[Names, tuple[Dependent, ...]]) -> dict[Names, set[Names]]:
    """Who must wait for whom. Rows of one repeat may read each other: they are computed from first to last."""
    edges: dict[Names, set[Names]] = defaultdict(set)
    for names, dependents in computed.items():
        for dependent in dependents:
            own_row = dependent.depth >= _row_depth(names, definition) or _counts_itself(names, definition)
            if (
                dependent.names in definition.binds
                and names in definition.binds
                and (dependent.names != names or own_row)
            ):
                edges[names].add(dependent.names)
    for names in definition.binds:
        for length in range(1, len(names)):
            group = definition.binds[names[:length]]
            if group.relevant is not None or group.names in definition.repeats:
                edges[group.names].add(names)
    return edges


def _counts_itself(names: Names, definition: Definition) -> bool:
    """Whether an element that reads itself has no earlier row to read: how many rows there are is said at once."""
    return names in definition.repeats and definition.repeats[names].count is not None


def _row_depth(names: Names, definition: Definition) -> int:
    """How many leading names lead to the innermost row around an element."""
    return max((length for length in range(len(names) + 1) if names[:length] in definition.repeats), default=0)
