"""The one place that touches lxml: parsing, building and the shape of an element.

lxml comes without type information; what the rest of the package uses of it is written down here as protocols.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Protocol, cast

from lxml import etree  # type: ignore[import-untyped]

XFORMS = "{http://www.w3.org/2002/xforms}"
XHTML = "{http://www.w3.org/1999/xhtml}"
JAVAROSA = "{http://openrosa.org/javarosa}"
FUNCTIONS = "urn:wopdesk:odk"

PREFIXES = {
    "o": FUNCTIONS,
    "h": "http://www.w3.org/1999/xhtml",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "jr": "http://openrosa.org/javarosa",
    "odk": "http://www.opendatakit.org/xforms",
    "orx": "http://openrosa.org/xforms",
}


class Element(Protocol):
    """What is used of an lxml element. Elements are hashable and compare by identity."""

    tag: str
    text: str | None
    tail: str | None
    sourceline: int | None
    attrib: dict[str, str]

    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> Element: ...
    def __deepcopy__(self, memo: dict[int, object]) -> Element: ...
    def get(self, name: str) -> str | None: ...
    def set(self, name: str, value: str) -> None: ...
    def addnext(self, sibling: Element) -> None: ...
    def addprevious(self, sibling: Element) -> None: ...
    def append(self, child: Element) -> None: ...
    def insert(self, index: int, child: Element) -> None: ...
    def index(self, child: Element) -> int: ...
    def remove(self, child: Element) -> None: ...
    def find(self, path: str) -> Element | None: ...
    def findall(self, path: str) -> list[Element]: ...
    def findtext(self, path: str) -> str | None: ...
    def getparent(self) -> Element | None: ...
    def iter(self, tag: str) -> Iterator[Element]: ...
    def itersiblings(self, tag: str, *, preceding: bool) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def xpath(self, path: str) -> Any: ...  # noqa: ANN401 - what a path yields is known to whoever wrote it


class Program(Protocol):
    """A compiled XPath."""

    def __call__(self, node: Element, **variables: object) -> object:
        """Evaluate at a node."""


_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_NOT_IN_NAMES = re.compile(r"[^\w.-]")
_CALLED = re.compile(r"\bo:([\w-]+)\(")
_FUNCTIONS: dict[str, Callable[..., object]] = {}

NotWellFormed = etree.XMLSyntaxError
XPathRefused = etree.XPathError


def parse(data: bytes) -> Element:
    """Parse a document in UTF-8, whatever it says of itself, without touching network, entities or comments.

    Raises:
        NotWellFormed: The bytes are no XML.
    """
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return cast("Element", etree.fromstring(data, parser))


def element(tag: str) -> Element:
    """A new element without parent."""
    return cast("Element", etree.Element(tag))


def child(parent: Element, tag: str, text: str = "") -> Element:
    """Append a new element to a parent."""
    made = cast("Element", etree.SubElement(parent, tag))
    made.text = text or None
    return made


def is_xml_text(text: str) -> bool:
    """Whether XML can hold a text: no control characters, no lone surrogates."""
    return _FORBIDDEN.search(text) is None


def xml_text(text: str, instead: str = "") -> str:
    """A text without what XML cannot hold, such as the control characters that come along when a text is pasted."""
    return _FORBIDDEN.sub(instead, text)


def tag(text: str) -> str:
    """A text as the name of an element."""
    name = _NOT_IN_NAMES.sub("_", text)
    return name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"


def attribute(node: Element, name: str, default: str = "") -> str:
    """An attribute, or the default where it is absent or empty."""
    return node.get(name) or default


def text_at(node: Element, path: str) -> str:
    """The text of the element at a path, "" if there is none."""
    return node.findtext(path) or ""


def local(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def without_namespace(root: Element) -> Element:
    """Strip the namespace of XForms from all elements: pyxform leaves instances in it, and paths do not name it."""
    for node in root.iter("*"):
        node.tag = node.tag.removeprefix(XFORMS)
    return root


@lru_cache(maxsize=4096)
def program(xpath: str, namespaces: tuple[tuple[str, str], ...] = ()) -> Program:
    """Compile an XPath whose functions are those of `register`.

    Many questions of a form share an expression such as `. >= 0`; they share the program too. lxml declares every
    function and namespace anew at each evaluation, so a program is given only those it names.

    Raises:
        XPathRefused: libxml2 does not accept it.
    """
    called = {(FUNCTIONS, name): _FUNCTIONS[name] for name in _CALLED.findall(xpath) if name in _FUNCTIONS}
    known = {prefix: uri for prefix, uri in {**PREFIXES, **dict(namespaces)}.items() if f"{prefix}:" in xpath}
    try:
        made = etree.XPath(xpath, namespaces=known, extensions=called, regexp=False, smart_strings=False)
    except ValueError as fault:  # control characters, which no XML may hold
        raise XPathRefused(str(fault)) from fault
    return cast("Program", made)


@lru_cache(maxsize=4096)
def reads_exactly(number: str) -> bool:
    """Whether libxml2 reads a written number as it is: of a hundred fractions it misses one by the last digit."""
    return bool(program(number)(element("nothing")) == float(number))


def register(name: str, function: Callable[..., object]) -> None:
    """Make a function callable as `o:name` from every program."""
    _FUNCTIONS[name] = function


def serialised(root: Element) -> bytes:
    """The XML of an element, UTF-8, without declaration."""
    return cast("bytes", etree.tostring(root, encoding="utf-8", xml_declaration=False))
