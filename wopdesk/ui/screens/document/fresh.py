"""A form in which each repeat has one row and nothing is answered: it tells what a row asks before there is one."""

from __future__ import annotations

from functools import cached_property

from wopdesk.ui.screens.document.fields import Fields
from wopdesk.ui.screens.document.tables import FRESH
from wopdesk.xlsform import Form


class Fresh:
    """Is made when it is first asked for."""

    def __init__(self, form: Form) -> None:
        self._form = form

    @cached_property
    def fields(self) -> Fields:
        """The fields of its rows, each named `tables.FRESH`."""
        return Fields(self._form.sheet(rows=dict.fromkeys(self._form.repeats, (FRESH,)), fresh=True))
