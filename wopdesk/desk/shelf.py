"""The forms folder as the desk uses it: kinds, steps and indicators at once, each form when it is first needed.

Over the forms that came with the program lie those that PWON published and this desk can use (`published`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from wopdesk import xlsform
from wopdesk.programme import published
from wopdesk.programme.indicators import Indicator, load_indicators
from wopdesk.programme.kinds import Kind, load_kinds
from wopdesk.programme.steps import Programme, load_programme
from wopdesk.records.kinds import KindRules
from wopdesk.xlsform import Form


@dataclass(frozen=True)
class Files:
    """The files of a kind's form as they are in use.

    Attributes:
        source: form.md; empty where it was not published with the form.
        xform: form.xml.
        settings: kind.toml.
    """

    source: bytes
    xform: bytes
    settings: bytes


@dataclass(frozen=True)
class Shelf:
    """Everything under `forms/`, and what was published.

    Attributes:
        folder: the folder that came with the program.
        kinds: every kind as it is in use.
        shipped: every kind as it came with the program.
        published: the files of forms that were published and are in use, by kind.
    """

    folder: Path
    kinds: Mapping[str, Kind] = field(hash=False)
    shipped: Mapping[str, Kind] = field(hash=False)
    published: Mapping[str, Files] = field(default_factory=dict, hash=False, repr=False)
    _forms: dict[str, Form] = field(default_factory=dict, hash=False, repr=False)

    def form(self, kind: str) -> Form:
        """The compiled form of a kind."""
        if kind not in self._forms:
            self._forms[kind] = self.own_form(kind)
        return self._forms[kind]

    def own_form(self, kind: str) -> Form:
        """The same form for one caller alone: documents of lxml are never shared between threads."""
        if kind in self.published:
            return xlsform.load_xform(self.published[kind].xform)
        return xlsform.load(self.folder / kind / "form.xml")

    def files(self, kind: str) -> Files:
        """The files of the form in use; form.md as it came with the program where none was published."""
        place, found = self.folder / kind, self.published.get(kind)
        if found is not None:
            return found if found.source else replace(found, source=(place / "form.md").read_bytes())
        return Files(*((place / name).read_bytes() for name in ("form.md", "form.xml", "kind.toml")))

    def with_published(self, kinds: Mapping[str, Kind], files: Mapping[str, Files]) -> Shelf:
        """The shelf with other kinds in use, and the files of those that were published."""
        same = {name: form for name, form in self._forms.items() if self.published.get(name) == files.get(name)}
        return replace(self, kinds=kinds, published=files, _forms=same)

    @property
    def rules(self) -> dict[str, KindRules]:
        """What merging must know of each kind."""
        return {published.FORM: published.RULES, **{name: kind.rules for name, kind in self.kinds.items()}}

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
    kinds = load_kinds(folder)
    return Shelf(folder, kinds, kinds)
