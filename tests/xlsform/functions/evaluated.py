"""A document with something of everything, and the value of an expression over it."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from wopdesk.xlsform import xml
from wopdesk.xlsform.evaluation import NotEvaluated, evaluate

DOCUMENT = """<data version="3">
  <n>5</n><blank/><comma>2,5</comma><name>Ali</name><urdu>پانی کا بل</urdu><day>2026-10-31</day>
  <moment>2026-10-31T09:30:00.000+05:00</moment><several>a c b</several><yes>true</yes>
  <row><v>1</v><w>x</w></row><row><v/><w/></row><row><v>3</v><w>z</w></row>
  <mixed><v>4</v><v/><v>many</v><v>-2</v></mixed>
  <trace>31.5 74.3 0 0; 31.5 74.4 0 0</trace>
  <shape>0 0;0 1;1 1;1 0;0 0</shape><bow>0 0;1 1;1 0;0 1;0 0</bow>
  <places><p>31.5 74.3</p><p>31.5 74.4</p></places>
  <instance id="wells"><root>
    <item><name>w1</name><depth>80</depth></item><item><name>w2</name><depth>120</depth></item>
  </root></instance>
  <itext><translation lang="en"><text id="pump"><value>Pump</value></text></translation>
    <translation lang="ur"><text id="pump"><value>پمپ</value></text></translation></itext>
</data>"""
NOW = datetime(2026, 10, 31, 9, 12, tzinfo=ZoneInfo("Asia/Karachi"))
REFUSED: Final = "⊘"

Row = tuple[str, object]


def result(expression: str, context: str = "/data/n", *, language: str = "", now: datetime = NOW) -> object:
    """The value, of nodes their texts; `REFUSED` where there is none."""
    document = xml.parse(DOCUMENT.encode())
    try:
        found = evaluate(expression, document, context, now=now, language=language)
    except NotEvaluated:
        return REFUSED
    return [xml.text_at(node, ".") or node.text or "" for node in found] if isinstance(found, list) else found


def agrees(found: object, expected: object) -> bool:
    """Whether a value is the expected one: of the same sort, fractions to twelve digits."""
    if isinstance(expected, float) and isinstance(found, float):
        return math.isclose(found, expected, rel_tol=1e-12, abs_tol=1e-12) or (
            math.isnan(found) and math.isnan(expected)
        )
    return type(found) is type(expected) and found == expected
