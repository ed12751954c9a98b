"""What follows from what: which elements must be computed again when one changes, and in which order.

Only values flow: what is calculated, what is relevant, how many rows a repeat has. Whether an answer is required, fits
its constraint, or how its label reads follows from values but nothing follows from it, so it can close no cycle.
Nor can the label of a choice, though a calculation says it: where that follows from a choice which in turn is filtered
by the calculation, it follows from the answer alone, as in ODK.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wopdesk.xlsform.bounds import MOST_READINGS
from wopdesk.xlsform.cycles import cycles
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
        cycles: Elements that depend on themselves through others; a form with any is refused.
        overfull: Whether wildcards read more than a form may; the graph is empty then.
    """

    computed: Mapping[Names, tuple[Dependent, ...]]
    shown: Mapping[Names, tuple[Dependent, ...]]
    order: Mapping[Names, int]
    cycles: Sequence[tuple[Names, ...]]
    overfull: bool = False

    @classmethod
    def of(cls, definition: Definition) -> Graph:
        """The graph of a form."""
        graph = cls._made(definition, frozenset())
        return cls._made(definition, frozenset(definition.binds) - graph.order.keys()) if graph.cycles else graph

    @classmethod
    def _made(cls, definition: Definition, deaf: Collection[Names]) -> Graph:
        """The graph in which some elements do not hear of what filters the choices that they name."""
        targets = _Targets(tuple(definition.binds))
        computed = _reversed(
            (names, reference)
            for names, bind in definition.binds.items()
            for reference in targets.expanded(_flowing(bind, definition, labels=names not in deaf))
        )
        shown = _reversed(
            (names, reference)
            for names, bind in definition.binds.items()
            for reference in targets.expanded(_showing(bind, definition))
            if reference.names != names or reference.depth < _row_depth(names, definition)  # itself in other rows
        )
        if targets.left < 0:
            return cls({}, {}, {}, (), overfull=True)
        return cls(computed, shown, *_ordered(definition, computed))


def _flowing(bind: Bind, definition: Definition, *, labels: bool) -> set[Reference]:
    """What an element's value, relevance or number of rows is computed from, with what the labels in it follow from."""
    repeat = definition.repeats.get(bind.names)
    formulas = [one for one in (bind.relevant, bind.calculate, repeat.count if repeat else None) if one is not None]
    found = {reference for formula in formulas for reference in formula.references}
    return found | _said(definition, formulas) if labels else found


def _showing(bind: Bind, definition: Definition) -> set[Reference]:
    """What an element's look is made from."""
    control = definition.controls.get(bind.names)
    texts = [bind.constraint_message, bind.required_message]
    if control is not None:
        texts += [control.label, control.hint, control.guidance]
    woven = (expression for text in texts for expression in text.expressions())
    rules = [one for one in (bind.required, bind.readonly, bind.constraint, *woven) if one is not None]
    found = {reference for rule in rules for reference in rule.references} | _said(definition, rules)
    return found | (control.choices.reads if control is not None and control.choices is not None else frozenset())


def _said(definition: Definition, expressions: Iterable[Expression]) -> set[Reference]:
    """What the choices are made from whose labels expressions say."""
    found: set[Reference] = set()
    for expression in expressions:
        for asked in expression.labelled:
            control = definition.controls.get(asked)
            if control is not None and control.choices is not None:
                near = expression.site.common(asked)
                found |= {Reference(read.names, min(read.depth, near)) for read in control.choices.reads}
    return found


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
            own_row = dependent.depth >= _row_depth(names, definition)
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


def _row_depth(names: Names, definition: Definition) -> int:
    """How many leading names lead to the innermost row around an element."""
    return max((length for length in range(len(names) + 1) if names[:length] in definition.repeats), default=0)
