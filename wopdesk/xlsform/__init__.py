"""Forms by ODK's rules: an XLSForm is loaded, sheets of it are filled, and everything that follows is computed.

Knows nothing of records, stores or screens; forms come from files, lists and the day come as arguments.
"""

from wopdesk.xlsform.definition import Group, Part, Question
from wopdesk.xlsform.form import Form
from wopdesk.xlsform.loading import build, compiled, compiled_text, load, load_xform
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.sheet import Choice, Field, Sheet, Unmet
from wopdesk.xlsform.wording import Wording

__all__ = [
    "Choice",
    "Field",
    "Form",
    "FormError",
    "Group",
    "Part",
    "Problem",
    "Question",
    "Sheet",
    "Unmet",
    "Wording",
    "build",
    "compiled",
    "compiled_text",
    "load",
    "load_xform",
]
