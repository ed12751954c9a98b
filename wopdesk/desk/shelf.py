"""The forms folder as the desk uses it: kinds, steps and indicators at once, each form when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from wopdesk import xlsform
from wopdesk.programme.indicators import Indicator, load_indicators
from wopdesk.programme.kinds import Kind, load_kinds
from wopdesk.programme.steps import Programme, load_programme
from wopdesk.records.kinds import KindRules
from wopdesk.xlsform import Form


@dataclass(frozen=True)
class Shelf:
    """Everything under `forms/`."""

    folder: Path
    kinds: Mapping[str, Kind] = field(hash=False)
    _forms: dict[str, Form] = field(default_factory=dict, hash=False, repr=False)

    def form(self, kind: str) -> Form:
        """The compiled form of a kind."""
        if kind not in self._forms:
            self._forms[kind] = xlsform.load(self.folder / kind / "form.xml")
        return self._forms[kind]

    @property
    def rules(self) -> dict[str, KindRules]:
        """What merging must know of each kind."""
        return {name: kind.rules for name, kind in self.kinds.items()}

    @cached_property
    def programme(self) -> Programme:
        """The steps, documents and due rules."""
        return load_programme(self.folder / "programme.toml")

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that targets can be set for."""
        return tuple(load_indicators(self.folder / "indicators.csv"))


def open_shelf(folder: Path) -> Shelf:
    """Read the kinds of a forms folder."""
    return Shelf(folder, load_kinds(folder))
