"""The model of a form: rules, repeats, lists, and what happens when."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from wopdesk.xlsform import xml
from wopdesk.xlsform.definition import FINISHED, Bind, Event, Repeat
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.lift import lift
from wopdesk.xlsform.expressions.site import Names, Site
from wopdesk.xlsform.reader.source import TEMPLATE, Source
from wopdesk.xlsform.xml import JAVAROSA, XFORMS, Element

_COLUMNS = {"calculate": "calculation"}
_LAST_SAVED = "jr://instance/last-saved"
_PRELOADED = {("timestamp", "start"): "now()", ("timestamp", "end"): "now()", ("date", "today"): "today()"}


def read_binds(source: Source) -> dict[Names, Bind]:
    """The rules of every element, in the order of the instance; an element without a bind gets none but its type."""
    written = {source.names(xml.attribute(node, "nodeset")): node for node in source.model.findall(f"{XFORMS}bind")}
    for names, node in written.items():
        if names and names not in source.shape.types and "@" not in names[-1]:
            source.fault(names, node, "a rule for an element that is not in the form")
    return {
        names: _bind(source, names, kind, written[names]) if names in written else Bind(names, kind or "string")
        for names, kind in source.shape.types.items()
    }


def _bind(source: Source, names: Names, kind: str, node: Element) -> Bind:
    def rule(attribute: str) -> Expression | None:
        return source.expression(xml.attribute(node, attribute), names, node, _COLUMNS.get(attribute, attribute))

    def compile_message(text: str, output: Element) -> Expression | None:
        return source.expression(text, names, output, "message")

    return Bind(
        names=names,
        type=kind,
        relevant=rule("relevant"),
        calculate=rule("calculate"),
        constraint=rule("constraint"),
        required=rule("required"),
        readonly=rule("readonly"),
        constraint_message=source.texts.message(xml.attribute(node, f"{JAVAROSA}constraintMsg"), compile_message),
        required_message=source.texts.message(xml.attribute(node, f"{JAVAROSA}requiredMsg"), compile_message),
    )


def read_repeats(source: Source) -> dict[Names, Repeat]:
    """The repeats, outer ones first; their rows leave the instance and become templates."""
    nodes = {source.names(xml.attribute(node, "nodeset")): node for node in source.body.iter(f"{XFORMS}repeat")}
    found: dict[Names, Repeat] = {}
    for names in sorted(nodes, key=len, reverse=True):
        template = _template(source, names)
        if template is None:
            source.fault(names, nodes[names], "a repeat of an element that is not in the form")
        else:
            found[names] = Repeat(names, template, _count(source, names, nodes[names]))
    return {names: found[names] for names in nodes if names in found}


def _template(source: Source, names: Names) -> Element | None:
    """A row of a repeat, taken out of the instance with all its like."""
    rows: list[Element] = source.instance.xpath("/".join((source.root.tag, *names)))
    chosen = next((row for row in rows if TEMPLATE in row.attrib), None)
    template = deepcopy(chosen if chosen is not None else rows[0]) if rows else None
    for row in rows:
        parent = row.getparent()
        if parent is not None:
            parent.remove(row)
    return template


def _count(source: Source, names: Names, node: Element) -> Expression | None:
    """The count of a repeat, turned so that it is evaluated at the parent: there may be no row to stand on."""
    written = source.expression(xml.attribute(node, f"{JAVAROSA}count"), names, node, "repeat_count")
    if written is None:
        return None
    return Expression(written.source, Site(source.shape, names[:-1]), tree=lift(written.tree, names[-1]))


def read_lists(source: Source) -> tuple[dict[str, Element], frozenset[str]]:
    """The lists the form carries, and the names of those that must be brought."""
    carried: dict[str, Element] = {}
    external: set[str] = set()
    for node in source.model.findall(f"{XFORMS}instance"):
        if xml.attribute(node, "src") == _LAST_SAVED:
            continue
        if xml.attribute(node, "id") and xml.attribute(node, "src"):
            external.add(xml.attribute(node, "id"))
        elif xml.attribute(node, "id"):
            carried[xml.attribute(node, "id")] = xml.without_namespace(deepcopy(node))
    return carried, frozenset(external) | ((source.queried | source.searched) - carried.keys())


def recalls(source: Source) -> bool:
    """Whether the form asks for what was saved last."""
    return any(xml.attribute(node, "src") == _LAST_SAVED for node in source.model.findall(f"{XFORMS}instance"))


def read_events(source: Source) -> tuple[Event, ...]:
    """What is set when something happens: defaults that are computed, triggers."""
    found = [*source.model.findall(f"{XFORMS}setvalue"), *source.body.iter(f"{XFORMS}setvalue")]
    filled = source.model.findall(f"{XFORMS}bind")
    return (
        *(_event(source, node) for node in found),
        *(event for node in filled for event in _preloaded(source, node)),
    )


def _event(source: Source, node: Element) -> Event:
    names = source.names(xml.attribute(node, "ref"))
    parent = node.getparent()
    trigger = (
        source.names(xml.attribute(parent, "ref")) if parent is not None and xml.attribute(parent, "ref") else None
    )
    on = frozenset(xml.attribute(node, "event").split())
    changed = "xforms-value-changed" in on
    value = source.expression(xml.attribute(node, "value"), names, node, "calculation" if changed else "default")
    return Event(names, on, value, node.text or "", trigger if changed else None)


def _preloaded(source: Source, node: Element) -> Iterator[Event]:
    """What fills a question of metadata by itself. Who is who is the record's business, so that `uid` fills nothing."""
    sort = xml.attribute(node, f"{JAVAROSA}preload")
    wanted = xml.attribute(node, f"{JAVAROSA}preloadParams")
    text = f"property({wanted!r})" if sort == "property" else _PRELOADED.get((sort, wanted), "")
    names = source.names(xml.attribute(node, "nodeset"))
    if text:
        on = FINISHED if wanted == "end" else "odk-instance-first-load"
        yield Event(names, frozenset({on}), source.expression(text, names, node, "type"))
