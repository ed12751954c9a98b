"""The texts of a form: itext in its languages, labels written in place, messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from wopdesk.xlsform import xml
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.wording import NOTHING, Piece, Template
from wopdesk.xlsform.xml import XFORMS, Element

_ITEXT = re.compile(r"jr:itext\(\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)")
_CODE = re.compile(r"\(([^()]+)\)\s*$")
_MISSING = "-"
_GUIDANCE = "guidance"
_SORTS = frozenset({"", _GUIDANCE, "image", "big-image", "audio", "video"})

Compile = Callable[[str, Element], Expression | None]


@dataclass(frozen=True, slots=True)
class Texts:
    """The itext of a form.

    Attributes:
        languages: Codes, the default first; one empty code where the form has no itext.
        values: The elements that hold a text, by language, by id.
        others: The same of what stands beside texts: by sort (`image`, `guidance` …), by id, by language.
    """

    languages: tuple[str, ...]
    values: Mapping[str, Mapping[str, Element]]
    others: Mapping[str, Mapping[str, Mapping[str, Element]]]

    @classmethod
    def of(cls, model: Element) -> Texts:
        """Read the translations of a model."""
        found = model.findall(f"{XFORMS}itext/{XFORMS}translation")
        found.sort(key=lambda translation: not xml.attribute(translation, "default"))
        sorts: dict[str, dict[str, dict[str, Element]]] = {"": {}}
        for translation in found:
            language = _code(xml.attribute(translation, "lang"))
            for text in translation.findall(f"{XFORMS}text"):
                for value in text.findall(f"{XFORMS}value"):
                    sort = xml.attribute(value, "form").removeprefix("long")
                    if sort in _SORTS:
                        known = sorts.setdefault(sort, {}).setdefault(xml.attribute(text, "id"), {})
                        known.setdefault(language, value)
        languages = tuple(_code(xml.attribute(translation, "lang")) for translation in found) or ("",)
        return cls(languages, sorts.pop(""), sorts)

    def label(self, node: Element | None, compile_: Compile) -> Template:
        """The template of a label or hint: by itext id, or written in place."""
        if node is None:
            return NOTHING
        return (
            self.message(xml.attribute(node, "ref"), compile_)
            if xml.attribute(node, "ref")
            else self._of({self.languages[0]: node}, compile_)
        )

    def guidance(self, node: Element | None, compile_: Compile) -> Template:
        """What a hint says to those who want to know more."""
        return self._of(self.others.get(_GUIDANCE, {}).get(_identifier(node), {}), compile_)

    def media(self, node: Element | None) -> dict[str, Template]:
        """Names of the files that stand beside a label, by sort."""
        return self._media(_identifier(node))

    def message(self, text: str, compile_: Compile) -> Template:
        """The template of an attribute: `jr:itext('…')`, or the text itself."""
        if not text:
            return NOTHING
        found = _ITEXT.fullmatch(text.strip())
        if found is None:
            return Template.of({self.languages[0]: (text,)}, self.languages[0])
        return self._of(self.values.get(found[1] or found[2], {}), compile_)

    def all(self) -> Mapping[str, Template]:
        """Every text by its id; answers woven into these are looked up from nowhere, so they stay out."""
        return _Spoken(self)

    def alone(self, identifier: str) -> Template:
        """A text for whoever knows its id only.

        Raises:
            KeyError: There is none.
        """
        return self._of(self.values[identifier], _no_expression)

    def all_media(self) -> dict[str, dict[str, Template]]:
        """Names of files by id and sort."""
        named = {identifier for sort, texts in self.others.items() if sort != _GUIDANCE for identifier in texts}
        return {identifier: self._media(identifier) for identifier in named}

    def _media(self, identifier: str) -> dict[str, Template]:
        found = {sort: texts[identifier] for sort, texts in self.others.items() if identifier in texts}
        found.pop(_GUIDANCE, None)
        return {
            sort: Template.of({language: (_file(value),) for language, value in spoken.items()}, self.languages[0])
            for sort, spoken in found.items()
        }

    def _of(self, values: Mapping[str, Element], compile_: Compile) -> Template:
        pieces = {language: _pieces(value, compile_) for language, value in values.items()}
        said = {language: parts for language, parts in pieces.items() if parts != (_MISSING,)}
        first = self.languages[0]
        return Template.of(said or pieces, first if first in said else next(iter(said), first))


class _Spoken(Mapping[str, Template]):
    """Texts by id, each put together when it is asked for: a form reads few of them in this way, choices most."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._known: dict[str, Template] = {}

    def __getitem__(self, identifier: str) -> Template:
        if identifier not in self._known:
            self._known[identifier] = self._texts.alone(identifier)
        return self._known[identifier]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.values)

    def __len__(self) -> int:
        return len(self._texts.values)


def _pieces(value: Element, compile_: Compile) -> tuple[Piece, ...]:
    """The text of an element with its outputs as expressions."""
    found: list[Piece] = [value.text or ""]
    for output in value:
        computed = compile_(xml.attribute(output, "value") or xml.attribute(output, "ref"), output)
        found.extend([computed] if computed is not None else [])
        found.append(output.tail or "")
    return tuple(piece for piece in found if piece != "")


def _identifier(node: Element | None) -> str:
    """The itext id that a label or hint names, "" if none."""
    found = _ITEXT.fullmatch(xml.attribute(node, "ref").strip()) if node is not None else None
    return (found[1] or found[2] or "") if found else ""


def _file(value: Element) -> str:
    """The name of a file: `jr://images/pump.png` → `pump.png`."""
    return (value.text or "").rpartition("/")[2]


def _no_expression(_text: str, _output: Element) -> None:
    return None


def _code(language: str) -> str:
    """`English (en)` → `en`; a language without a code stands for itself."""
    found = _CODE.search(language)
    return found[1].strip() if found else language
