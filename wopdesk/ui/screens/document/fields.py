"""Fields of a sheet, each looked at once until something that it depends on changes."""

from __future__ import annotations

from collections.abc import Iterable

from wopdesk.ui.screens.document.speaking import as_said
from wopdesk.xlsform import Field, Sheet


class Fields:
    """The fields of one sheet. Whoever changes the sheet says which paths may read differently."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[str, Field | None] = {}

    def __getitem__(self, path: str) -> Field:
        """The field at a path.

        Raises:
            KeyError: there is none.
        """
        found = self.find(path)
        if found is None:
            raise KeyError(path)
        return found

    def find(self, path: str) -> Field | None:
        """The field at a path, None where there is none."""
        if path not in self._known:
            try:
                self._known[path] = as_said(self._sheet.field(path))
            except KeyError:
                self._known[path] = None
        return self._known[path]

    def is_wrong(self, path: str) -> bool:
        """Whether something is wrong or missing at a path; what else would be said there is not put together for it."""
        if path in self._known:
            found = self._known[path]
            return found is not None and found.problem is not None
        try:
            return self._sheet.unmet(path) is not None
        except KeyError:
            return False

    def forget(self, paths: Iterable[str]) -> None:
        """These may read differently now."""
        for path in paths:
            self._known.pop(path, None)

    def forget_all(self) -> None:
        """Rows came or went: whatever stands in them is looked at anew."""
        self._known.clear()
