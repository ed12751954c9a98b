"""Conformance cases of either shape, and whether our evaluation agrees with one."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from lxml import etree  # type: ignore[import-untyped]

from tests.conformance.exceptions import reason
from wopdesk.xlsform.evaluation import NotEvaluated, evaluate
from wopdesk.xlsform.values import Value, boolean, number, string
from wopdesk.xlsform.xml import without_namespace

NO_DOCUMENT = "<data/>"
_NOW = "2026-01-01T00:00:00Z"


@dataclass(frozen=True)
class Case:
    """One expression and what it should yield."""

    source: str
    expression: str
    type: str
    expected: Any
    document: str = NO_DOCUMENT
    context: str | None = "/"
    root: str = "/"
    factor: float = 0
    now: datetime = field(default_factory=lambda: datetime.fromisoformat(_NOW))
    needs: tuple[str, ...] = ()
    language: str = ""
    collect: bool = False

    @property
    def exception(self) -> str:
        """Why we knowingly differ, "" if we do not."""
        return reason(self.source, self.expression, self.needs)


def read(file: Path) -> list[Case]:
    """The cases of a file, whichever of the two shapes it has."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return list(_web_forms(data) if "docs" in data else _javarosa(data))


def failure(case: Case) -> str:
    """How our value differs from the expected one, "" if it does not."""
    try:
        value = _evaluated(case)
    except NotEvaluated as fault:
        return "" if case.type == "error" else f"refused: {fault}"
    except Exception as fault:  # noqa: BLE001 - one case of a file that nobody has seen must not hide the others
        return f"crashed: {fault!r}"
    return "" if _agrees(case, value) else f"{value!r}, expected {case.type} {case.expected!r}"


def _javarosa(data: Mapping[str, Any]) -> Iterator[Case]:
    for case in data["cases"]:
        needs = tuple(case.get("needs_context", ()))
        said = case["method"], case["expression"], case["type"], _plain(case.get("expected"))
        yield Case(*said, needs=needs, collect=True)


def _web_forms(data: Mapping[str, Any]) -> Iterator[Case]:
    now = datetime.fromisoformat(data.get("now", _NOW)).astimezone(ZoneInfo(data.get("tz", "UTC")))
    for case in data["cases"]:
        yield Case(
            case["file"],
            case["expression"],
            case["type"],
            _plain(case.get("expected")),
            data["docs"].get(case.get("doc"), NO_DOCUMENT),
            case.get("context", "/"),
            case.get("root", "/"),
            case.get("factor", 0),
            now,
            language=_language(case.get("test", "")),
        )


def _language(test: str) -> str:
    """The language a case is about, which only its name tells; "" for the document's own."""
    found = re.search(r"in language (\w+)", test)
    return found[1] if found and found[1] != "null" else ""


def _plain(expected: Any) -> Any:  # noqa: ANN401 - JSON
    """An expected value, with the numbers that JSON has no word for."""
    return float(expected["num"]) if isinstance(expected, dict) and "num" in expected else expected


def _evaluated(case: Case) -> Value:
    document = _parsed(case.document)
    return evaluate(
        case.expression,
        document,
        case.context or "",
        root=case.root,
        now=case.now,
        namespaces=_namespaces(document),
        language=case.language,
        collect=case.collect,
    )


def _parsed(document: str) -> Any:  # noqa: ANN401 - lxml's element
    """A document with its CDATA sections kept as nodes of their own, as browsers keep them."""
    return etree.fromstring(document.encode(), etree.XMLParser(strip_cdata=False))


def _namespaces(document: Any) -> dict[str, str]:  # noqa: ANN401 - lxml's element
    return {prefix: uri for node in document.iter() for prefix, uri in node.nsmap.items() if prefix}


def _agrees(case: Case, value: Value) -> bool:
    return case.type in _COMPARISONS and bool(_COMPARISONS[case.type](case, value))


def _rounded(case: Case, value: Value) -> bool:
    return _same(round(number(value) * case.factor), round(float(case.expected) * case.factor))


def _matches(case: Case, value: Value) -> bool:
    flags = re.IGNORECASE if "i" in case.expected["flags"] else 0
    return re.search(case.expected["regex"], string(value), flags) is not None


def _same(mine: float, theirs: float) -> bool:
    same = mine == theirs or (math.isnan(mine) and math.isnan(theirs))
    return same or math.isclose(mine, theirs, rel_tol=1e-12, abs_tol=1e-12)


def _same_nodes(case: Case, value: Value) -> bool:
    """Whether the nodes are those at the expected paths, in any order; what is no element is compared by its text."""
    document: Any = without_namespace(_parsed(case.document))
    paths = [item["node"].replace("/@xmlns:", "/namespace::") for item in case.expected]
    if document.getroottree().docinfo.internalDTD is not None:
        paths = [path for path in paths if path != "/node()[1]"]  # XPath knows no node for a document type
    spaces = _namespaces(document) or None
    wanted = [node for path in paths for node in document.xpath(path, namespaces=spaces)]
    return isinstance(value, list) and sorted(map(_described, value)) == sorted(map(_described, wanted))


def _described(node: Any) -> str:  # noqa: ANN401 - an element, a text or a namespace
    place = getattr(node, "getroottree", None)
    return str(place().getpath(node)) if place else str(node)


_COMPARISONS: Mapping[str, Callable[[Case, Value], bool]] = {
    "boolean": lambda case, value: boolean(value) == case.expected,
    "number": lambda case, value: _same(number(value), float(case.expected)),
    "number-rounded": _rounded,
    "string": lambda case, value: string(value) == case.expected,
    "string-length": lambda case, value: len(string(value)) == case.expected,
    "string-matches": _matches,
    "nodeset": _same_nodes,
    "nodeset-count": lambda case, value: isinstance(value, list) and len(value) == case.expected,
    "error": lambda _case, _value: False,
}
