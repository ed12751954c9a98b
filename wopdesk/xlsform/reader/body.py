"""The body of a form: how each element is asked, and in which order and groups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from wopdesk.xlsform import xml
from wopdesk.xlsform.choosing import ChoiceList, Found, item_reads
from wopdesk.xlsform.definition import Bind, Control, Group, Part, Question
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.reader.search import read_search, without_search
from wopdesk.xlsform.reader.source import Source
from wopdesk.xlsform.reader.texts import Compile
from wopdesk.xlsform.wording import Template, Wording
from wopdesk.xlsform.xml import JAVAROSA, XFORMS, Element

_ASKED = frozenset({"input", "select1", "select", "rank", "upload", "trigger", "range", "secret"})
_COLUMN = re.compile(r"jr:itext\(\s*+([^\s'\")]++)\s*+\)")
_TYPES = {"string": "text", "int": "integer", "dateTime": "datetime"}
_CHOOSING = frozenset({"select1", "select", "rank"})
_PARAMETERS = ("start", "end", "step", "rows")
_KINDS = {
    "range": "range",
    "select1": "select_one",
    "select": "select_multiple",
    "rank": "rank",
    "trigger": "acknowledge",
}


def read_body(source: Source, binds: Mapping[Names, Bind]) -> tuple[dict[Names, Control], tuple[Part, ...]]:
    """The controls by element, groups and repeats included, and the layout."""
    reading = _Reading(source, binds)
    layout = reading.parts(source.body, ())
    return reading.controls, layout


@dataclass(slots=True)
class _Reading:
    source: Source
    binds: Mapping[Names, Bind]
    controls: dict[Names, Control] = field(default_factory=dict)

    def parts(self, parent: Element, names: Names) -> tuple[Part, ...]:
        """What stands inside an element of the body, in order."""
        found: list[Part] = []
        for node in parent:
            kind = xml.local(node.tag)
            if kind in {"group", "repeat"}:
                found.append(self._group(node, kind, names))
            elif kind in _ASKED:
                asked = self.source.names(xml.attribute(node, "ref"))
                found.extend([self._question(node, kind, asked)] if self._known(asked, node) else [])
        return tuple(found)

    def _known(self, names: Names, node: Element) -> bool:
        if names not in self.binds:
            self.source.fault(names, node, "a question about an element that is not in the form")
        return names in self.binds

    def _group(self, node: Element, kind: str, around: Names) -> Group:
        """A group; one that only wraps the repeat of the same element is that repeat."""
        path = xml.attribute(node, "nodeset") or xml.attribute(node, "ref")
        names = self.source.names(path) if path else around
        inner = node.find(f"{XFORMS}repeat") if kind == "group" else None
        if inner is not None and self.source.names(xml.attribute(inner, "nodeset")) == names:
            return self._container(inner, names, label=node, repeats=True)
        return self._container(node, names, label=node, repeats=kind == "repeat", named=bool(path))

    def _container(self, node: Element, names: Names, *, label: Element, repeats: bool, named: bool = True) -> Group:
        kind = "repeat" if repeats else "group"
        appearance = xml.attribute(node, "appearance") or xml.attribute(label, "appearance")
        control = Control(names, kind, kind, appearance, self._label(label, names, "label"))
        if named:
            self.controls[names] = control
        counted = repeats and f"{JAVAROSA}count" in node.attrib
        path = "/".join(names) if named else ""
        return Group(path, _still(control.label), self.parts(node, names), repeats, counted, appearance)

    def _question(self, node: Element, kind: str, names: Names) -> Question:
        appearance = xml.attribute(node, "appearance")
        choices = self._choices(node, names) if kind in _CHOOSING or node.get("query") else None
        control = Control(
            names,
            kind,
            self._type(node, kind, self.binds[names]),
            appearance if choices is None else without_search(appearance),
            self._label(node, names, "label"),
            self._label(node, names, "hint"),
            self.source.texts.guidance(node.find(f"{XFORMS}hint"), self._outputs(names, "guidance_hint")),
            self.source.texts.media(node.find(f"{XFORMS}label")),
            choices,
            {name: xml.attribute(node, name) for name in _PARAMETERS if xml.attribute(node, name)},
        )
        self.controls[names] = control
        return Question("/".join(names), control.type, _still(control.label), control.appearance)

    def _type(self, node: Element, kind: str, bind: Bind) -> str:
        if kind == "upload":
            medium = xml.attribute(node, "mediatype").partition("/")[0]
            return medium if medium in {"image", "audio", "video"} else "file"
        if node.get("query"):
            return "select_one"
        if kind == "input" and bind.calculate is None and bind.readonly is not None and bind.readonly.constant is True:
            return "note"
        return _KINDS.get(kind) or _TYPES.get(bind.type, bind.type)

    def _label(self, node: Element, names: Names, which: str) -> Template:
        return self.source.texts.label(node.find(f"{XFORMS}{which}"), self._outputs(names, which))

    def _outputs(self, names: Names, which: str) -> Compile:
        """How answers that are woven into a text of an element are read."""

        def compile_output(text: str, output: Element) -> Expression | None:
            return self.source.expression(text, names, output, which)

        return compile_output

    def _choices(self, node: Element, names: Names) -> ChoiceList:
        listed = node.find(f"{XFORMS}itemset")
        if node.get("query"):
            query = self.source.expression(xml.attribute(node, "query"), names, node, "choice_filter")
            return ChoiceList(items=query, reads=query.references if query else frozenset())
        if listed is None:
            return self._written(node, names)
        value, label = listed.find(f"{XFORMS}value"), listed.find(f"{XFORMS}label")
        reference = xml.attribute(label, "ref") if label is not None else ""
        translated = _COLUMN.fullmatch(reference.strip())
        items = self.source.expression(xml.attribute(listed, "nodeset"), names, listed, "choice_filter")
        column = xml.attribute(value, "ref") if value is not None else "name"
        return ChoiceList(
            items=items,
            value=column,
            label=translated[1] if translated else reference,
            translated=translated is not None,
            reads=item_reads(items, column, reference) if items is not None else frozenset(),
        )

    def _written(self, node: Element, names: Names) -> ChoiceList:
        """Choices that stand beside their question, or say where they are found."""
        items = tuple(self._item(item, names) for item in node.findall(f"{XFORMS}item"))
        search = read_search(self.source, names, node, items)
        fixed = tuple((one.value, one.label) for one in items if search is None or one.is_choice)
        reads = frozenset().union(*(label.references() for _, label in fixed))
        if search is not None:
            self.source.searched.add(search.file)
            reads = reads.union(*(one.references for one in search.asked))
        return ChoiceList(fixed, reads=reads, search=search)

    def _item(self, item: Element, names: Names) -> Found:
        label = item.find(f"{XFORMS}label")
        return Found(
            xml.text_at(item, f"{XFORMS}value"), self._label(item, names, "label"), self.source.texts.media(label)
        )


def _still(label: Template) -> Wording:
    """A label as it reads before anything is answered."""
    return label.wording(lambda _expression, _language: "…")
