"""The functions of ODK's XPath, a module per topic; importing this package makes them known."""

from wopdesk.xlsform.functions import coding, dates, geography, logic, nodesets, numbers, selects, strings
from wopdesk.xlsform.functions.registry import REGISTRY, Function

__all__ = ["REGISTRY", "Function", "coding", "dates", "geography", "logic", "nodesets", "numbers", "selects", "strings"]
