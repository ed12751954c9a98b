"""A form being filled: its instance, what is computed from the answers, and what is shown of it."""

from wopdesk.xlsform.sheet.fields import Choice, Field, Unmet
from wopdesk.xlsform.sheet.sheet import Sheet

__all__ = ["Choice", "Field", "Sheet", "Unmet"]
