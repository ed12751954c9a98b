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
        r"xforms/(date|number)\.test",
        r".*\d{4}-\d{2}-\d{2}.*|date\((\.|1\.5)\)|\.",
        "a date is a day: JavaRosa counts whole days, ODK Web Forms fractions in the zone of the computer",
    ),
    Difference(
        r"xforms/date\.test",
        r"date(-time)?\((\"not a date\"|'nonsense'|number\('invalid'\))\)",
        "what is no date is an error or no answer in JavaRosa, an invalid date in ODK Web Forms",
    ),
    Difference(
        r"xforms/if\.test",
        r"if\(self::node\(\).*",
        "an empty answer is false in JavaRosa, though its node exists",
    ),
    Difference(
        r"xforms/(min|max|sum)\.test",
        r"(min|max|sum)\((\*|node\(\)|/root/item)\)",
        "JavaRosa passes over what is no number, so that a table may have gaps (getodk/xforms-spec#371, web-forms#919)",
    ),
    Difference(r"xforms/round\.test", r'round\("-1\.475", "2"\)', "JavaRosa rounds a half up, also below zero"),
    Difference(r"xforms/boolean-from-string", r".*'True'.*", "JavaRosa does not mind capitals"),
    Difference(
        r"native/string\.test|xforms/base64-decode",
        r"(?s)normalize-space\('.*|base64-decode\('AGEAYgBj'\)",
        "no XML can hold these control characters",
    ),
    Difference(
        r"native/nodeset\.test",
        r"name\(namespace::node\(\)\)",
        "which namespace of an element comes first is each implementation's own choice (XPath 1.0 §5)",
    ),
)


def reason(source: str, expression: str, needs: tuple[str, ...]) -> str:
    """Why we differ in a case, "" if there is no reason to."""
    if needs:
        return NEEDS_CONTEXT
    matching = (one for one in EXCEPTIONS if re.match(one.source, source) and re.fullmatch(one.expression, expression))
    return next((one.reason for one in matching), "")
