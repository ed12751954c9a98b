"""No function without a row in a table, whatever is added to the register."""

import re

from tests.xlsform.functions import (
    test_coding,
    test_dates,
    test_geography,
    test_logic,
    test_nodesets,
    test_numbers,
    test_strings,
)
from wopdesk.xlsform.expressions.special import SPECIAL
from wopdesk.xlsform.functions import REGISTRY

WRITTEN_BY_US_ONLY = frozenset(
    {"at-least", "at-most", "choice-label", "equal", "itext", "less", "more", "place", "row", "shuffled", "unequal"}
)
TOPICS = (test_coding, test_dates, test_geography, test_logic, test_nodesets, test_numbers, test_strings)


def test_every_function_has_a_row() -> None:
    tried = {name for topic in TOPICS for text, _ in topic.TABLE for name in re.findall(r"([a-z][\w:-]*)\(", text)}
    assert (set(REGISTRY) | set(SPECIAL)) - WRITTEN_BY_US_ONLY <= tried
