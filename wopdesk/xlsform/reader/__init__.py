"""XForm XML → definition of a form: model, texts, body; every fault is told, none is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wopdesk.sentence import Sentence
from wopdesk.xlsform import xml
from wopdesk.xlsform.bounds import MOST_READINGS
from wopdesk.xlsform.cycles import told
from wopdesk.xlsform.definition import Definition
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.graph import Graph
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.reader.body import read_body
from wopdesk.xlsform.reader.entities import read_entities
from wopdesk.xlsform.reader.model import read_binds, read_events, read_lists, read_repeats, recalls
from wopdesk.xlsform.reader.source import Source

_NO_ROWS: Mapping[Names, int] = {}


def read_xform(
    data: bytes, rows: Mapping[Names, int] = _NO_ROWS, known: tuple[Problem, ...] = ()
) -> tuple[Definition, Graph]:
    """Read a form and order what it computes.

    Args:
        data: The XML.
        rows: The row of the survey that asked for an element, if the form was compiled just now.
        known: Faults found on the way here; with any of them the form is not usable.

    Raises:
        FormError: Lists everything that is wrong with the form.
    """
    source = Source.of(data, rows)
    source.problems.extend(known)
    definition = _definition(source)
    graph = _graph(definition, source)
    if source.problems:
        raise FormError(source.problems)
    return definition, graph


def _definition(source: Source) -> Definition:
    """What the form asks and computes; faults are noted."""
    repeats = read_repeats(source)
    binds = read_binds(source)
    controls, layout = read_body(source, binds)
    lists, external = read_lists(source)
    return Definition(
        title=source.title,
        identifier=xml.attribute(source.root, "id"),
        version=xml.attribute(source.root, "version"),
        languages=source.texts.languages,
        shape=source.shape,
        instance=source.instance,
        binds=binds,
        children=_children(binds),
        controls=controls,
        repeats=repeats,
        events=read_events(source),
        lists=lists,
        external=external,
        recalls=recalls(source),
        translations=source.texts.all(),
        media=source.texts.all_media(),
        entities=read_entities(source),
        layout=layout,
    )


def _graph(definition: Definition, source: Source) -> Graph:
    """What follows from what; cycles are noted.

    Raises:
        FormError: Wildcards read more than a form may.
    """
    graph = Graph.of(definition)
    if graph.overfull:
        said = Sentence("its formulas read more than {most} questions by wildcards", most=MOST_READINGS)
        raise FormError([*source.problems, Problem("form", 0, said)])
    for cycle in graph.cycles:
        source.fault(cycle[0], None, told("/".join(names) for names in cycle))
    return graph


def _children(elements: Iterable[Names]) -> dict[Names, tuple[str, ...]]:
    """The names inside each element that has any, in order."""
    found: dict[Names, list[str]] = {}
    for names in elements:
        found.setdefault(names[:-1], []).append(names[-1])
    return {names: tuple(inner) for names, inner in found.items()}
