"""Cases in which we knowingly differ, each with its reason; JavaRosa decides where the two references disagree."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """A set of cases and why we differ.

    Attributes:
        source: The file or method of the cases, a pattern.
        expression: Their expressions, a pattern.
        reason: Why.
    """

    source: str
    expression: str
    reason: str


NEEDS_CONTEXT = "needs an instance or functions that are not given with the case"
EXCEPTIONS = (
    Difference(
        "unsupported_functions",
        r"/union \| /expr|/descendant::blah|/cant//support|/text\(\)",
        "XPath that JavaRosa does not support and ODK Web Forms does: we evaluate it",
    ),
    Difference(
        r"xforms/(date|decimal-date-time|number)\.test",
        r".*\d{4}-\d{2}-\d{2}.*|date\((\.|1\.5)\)|\.",
        "a date is a day: JavaRosa counts whole days, ODK Web Forms fractions in the zone of the computer",
    ),
    Difference(
        r"xforms/date\.test",
        r"date(-time)?\((\"not a date\"|'nonsense'|number\('invalid'\))\)",
        "what is no date is an error in JavaRosa, an invalid date in ODK Web Forms",
    ),
    Difference(
        r"native/(number|string)\.test",
        r"(number|string|string-length|normalize-space)\(\)",
        "JavaRosa refuses these without an argument",
    ),
    Difference(
        r"xforms/(if|and-or)\.test",
        r".*(explode|substring\(\)).*",
        "unknown functions and missing arguments are refused when a form is loaded, before anything is evaluated",
    ),
    Difference(
        r"xforms/if\.test",
        r"if\(self::node\(\).*",
        "an empty answer is false in JavaRosa, though its node exists",
    ),
    Difference(
        r"xforms/(min|max)\.test", r"(min|max)\(\*\)", "empty cells are passed over, so that a table may have gaps"
    ),
    Difference(r"xforms/round\.test", r'round\("-1\.475", "2"\)', "JavaRosa rounds a half up, also below zero"),
    Difference(r"xforms/boolean-from-string", r".*'True'.*", "JavaRosa does not mind capitals"),
    Difference(r"xforms/geo\.test", r".*", "functions of place are not there yet"),
    Difference(
        r"xforms/jr-itext\.test", r".*", "the case does not tell its language, or wants nodes where JavaRosa gives text"
    ),
    Difference(
        r"native/string\.test|xforms/base64-decode",
        r"(?s)normalize-space\('.*|base64-decode\('AGEAYgBj'\)",
        "no XML can hold these control characters",
    ),
    Difference(
        r"native/(axis|node-type)\.test",
        r".*",
        "a browser keeps CDATA sections and the document type as nodes of their own, libxml2 does not",
    ),
    Difference(
        r"native/(nodeset|union-operator)\.test",
        r".*namespace::.*",
        "libxml2 lists the namespace `xml` among an element's own",
    ),
    Difference(
        r"native/(current|expression-evaluation)\.test",
        r"current\(\)|\.",
        "an expression in a form always has an element to stand on",
    ),
)


def reason(source: str, expression: str, needs: tuple[str, ...]) -> str:
    """Why we differ in a case, "" if there is no reason to."""
    if needs:
        return NEEDS_CONTEXT
    matching = (one for one in EXCEPTIONS if re.match(one.source, source) and re.fullmatch(one.expression, expression))
    return next((one.reason for one in matching), "")
