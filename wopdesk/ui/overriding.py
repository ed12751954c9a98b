"""`override`, for all that Qt or a class of ours below Qt's calls in place of its own.

PySide6 6.12 expects of a fault in such a method what Python does from 3.12 on: that it is an object at once. In Python
3.11 one that comes out of C, as of `int("x")` or of a widget that is gone, is a class and a text until somebody catches
it, and PySide, which looks into it, ends the process without a word: what is typed is not kept, and nothing is told. So
it is caught here and let go on. See docs/decisions/0010-faults-are-objects-before-qt-sees-them.md.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing_extensions import override
else:

    def override(method: Callable[Given, Result]) -> Callable[Given, Result]:
        """Mark a method that takes the place of another one, and let its faults be objects."""

        @wraps(method)
        def called(*given: Given.args, **named: Given.kwargs) -> Result:
            try:
                return method(*given, **named)
            except BaseException:  # noqa: TRY203  # to be caught is what makes it an object
                raise

        called.__override__ = True
        return called


__all__ = ["override"]
