"""Document kinds as kind.toml describes them, and the form ids that their files have.

Owns the meaning of kind.toml. Knows nothing of what a form asks.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wopdesk.programme.wording import Wording, wording
from wopdesk.records.digest import digest
from wopdesk.records.kinds import ROLES, KindRules
from wopdesk.sentence import Sentence, quoted

_REQUIRED = {"kind", "code", "step", "title", "home", "drafted", "owner", "founders", "reference", "layout"}
_OPTIONAL = {"writers", "reviewers", "decides", "receives", "signs", "one_per", "former"}
_TABLES = {"due", "datasets", "rows", "previous", "moved"}
_TEXTS = {"kind", "code", "step", "home", "drafted", "owner", "decides", "reference", "layout"}
_LISTS = {"founders", "writers", "reviewers", "receives", "signs", "one_per", "former"}
_CHOICES = {"home": {"programme", "partnership"}, "drafted": {"team", "home"}, "owner": {"author", "founder"}}


class KindError(ValueError):
    """A kind.toml that does not say what it must. Our own file, so this is a fault of the build."""

    def __init__(self, file: Path, fault: str) -> None:
        """Name the file and what is wrong in it."""
        self.told = Sentence("{file}: {fault}", file=file, fault=Sentence.of(fault))
        super().__init__(self.told)


class _Unfit(ValueError):
    """What a kind.toml says and must not; `fault` is a clause."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class Due:
    """When a document is due.

    Attributes:
        every: `month` for one per calendar month, empty for once.
        from_, until: paths in the partnership that bound the period.
        rule: name of the due rule in programme.toml.
    """

    rule: str
    every: str = ""
    from_: str = ""
    until: str = ""


@dataclass(frozen=True)
class RowSource:
    """Which dataset fills a repeat: one row per item, and which columns go into which fields of the row."""

    dataset: str
    set: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True)
class PreviousRule:
    """Whose answers stand beside the fields: the newest earlier record, ordered by the answer at `by`.

    Attributes:
        by: path of the answer that orders the records of a partnership.
        fields: paths without row ids whose answers are brought.
        match: per repeat, the field by which rows are the same; without one, rows with the same id are.
    """

    by: str
    fields: tuple[str, ...]
    match: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True)
class Kind:
    """All that kind.toml says of a kind of document.

    Attributes:
        code: the document's code in the guidelines' matrix (D15), empty when it has none.
        step: the step to which it belongs (3.2.2).
        receives: roles that get it.
        signs: who signs on paper, as `role:function`.
        one_per: answers that make the record's key; empty means one per space, None means any number.
        reference: template of the reference printed on it.
        layout: which layout prints it.
        datasets: instance name of the form → provider.
        rows: repeat → the dataset that fills it.
        moved: old path → new path.
        form: id of the form as it stands.
        folder: where form and kind.toml lie.
        rules: what merging knows of it.
    """

    kind: str
    code: str
    step: str
    title: Wording
    receives: tuple[str, ...]
    signs: tuple[str, ...]
    one_per: tuple[str, ...] | None
    reference: str
    layout: str
    due: Due | None
    datasets: Mapping[str, str] = field(hash=False)
    rows: Mapping[str, RowSource] = field(hash=False)
    previous: PreviousRule | None = field(hash=False)
    moved: Mapping[str, str] = field(hash=False)
    form: str
    folder: Path
    rules: KindRules


def form_id(xform: bytes, kind: bytes) -> str:
    """`H("form", form.xml, kind.toml)` with line ends LF, so that a checkout with other line ends has the same id."""
    return digest("form", _with_lf(xform), _with_lf(kind))


def load_kinds(folder: Path) -> dict[str, Kind]:
    """Every kind under the forms folder, by name: each subfolder with a kind.toml and its compiled form.

    Raises:
        KindError: a kind.toml breaks the rules of this module, or its form.xml is missing.
    """
    kinds = (load_kind(file.parent) for file in sorted(folder.glob("*/kind.toml")))
    return {kind.kind: kind for kind in kinds}


def load_kind(folder: Path) -> Kind:
    """One kind from its folder.

    Raises:
        KindError: as `load_kinds`.
    """
    file = folder / "kind.toml"
    try:
        return read_kind(file.read_bytes(), (folder / "form.xml").read_bytes(), folder)
    except FileNotFoundError as error:
        raise KindError(file, Sentence("{file} is missing", file=Path(error.filename).name)) from error


def read_kind(source: bytes, xform: bytes, folder: Path) -> Kind:
    """One kind from the bytes of its two files.

    Args:
        source: kind.toml.
        xform: form.xml, which is only hashed here.
        folder: what the kind is called, and where further files of it may lie.

    Raises:
        KindError: kind.toml breaks the rules of this module.
    """
    try:
        return _read_kind(tomllib.loads(source.decode()), form_id(xform, source), folder)
    except RecursionError as error:
        raise KindError(folder / "kind.toml", "it is nested too deeply") from error
    except _Unfit as error:
        raise KindError(folder / "kind.toml", error.fault) from error
    except (TypeError, ValueError, KeyError) as error:
        raise KindError(folder / "kind.toml", quoted(error)) from error


def _with_lf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _read_kind(values: dict[str, Any], form: str, folder: Path) -> Kind:
    _check(values, folder.name)
    return Kind(
        kind=values["kind"],
        code=values["code"],
        step=values["step"],
        title=wording(values["title"]),
        receives=tuple(values.get("receives", ())),
        signs=tuple(values.get("signs", ())),
        one_per=tuple(values["one_per"]) if "one_per" in values else None,
        reference=values["reference"],
        layout=values["layout"],
        due=_read_due(values.get("due")),
        datasets=values.get("datasets", {}),
        rows={repeat: RowSource(row["from"], row.get("set", {})) for repeat, row in values.get("rows", {}).items()},
        previous=_read_previous(values.get("previous")),
        moved=values.get("moved", {}),
        form=form,
        folder=folder,
        rules=_read_rules(values, form),
    )


def _check(values: dict[str, Any], folder: str) -> None:
    missing, unknown = _REQUIRED - values.keys(), values.keys() - _REQUIRED - _OPTIONAL - _TABLES
    if missing or unknown:
        raise _Unfit(Sentence("missing {missing}, unknown {unknown}", missing=sorted(missing), unknown=sorted(unknown)))
    _check_shapes(values)
    if values["kind"] != folder:
        raise _Unfit(Sentence("kind is {kind!r} but the folder is {folder!r}", kind=values["kind"], folder=folder))
    for key, allowed in _CHOICES.items():
        if values[key] not in allowed:
            raise _Unfit(
                Sentence("{key} is {said!r}, not one of {allowed}", key=key, said=values[key], allowed=sorted(allowed))
            )
    named = {role for key in ("founders", "writers", "reviewers", "receives") for role in values.get(key, ())}
    if strange := (named | ({values["decides"]} if values.get("decides") else set())) - set(ROLES):
        raise _Unfit(Sentence("unknown roles {roles}", roles=sorted(strange)))
    unfilled = {row["from"] for row in values.get("rows", {}).values()} - values.get("datasets", {}).keys()
    if unfilled:
        raise _Unfit(Sentence("rows come from datasets that are not named: {lists}", lists=sorted(unfilled)))


def _check_shapes(values: dict[str, Any]) -> None:
    """Refuse what is of another shape than its readers expect: a published kind comes from outside."""
    rows, previous = _table(values, "rows"), _table(values, "previous")
    tables = [_table(values, "due"), _table(values, "datasets"), _table(values, "moved"), _without(previous, "fields")]
    inner = [_table(previous, "match"), *(_table(row, "set") for row in _tables(rows))]
    texts = [values[key] for key in _TEXTS & values.keys()]
    texts += [text for table in (*tables, *_tables(rows)) for text in _without(table, "match", "set").values()]
    texts += [text for table in inner for text in table.values()]
    lists = [values[key] for key in _LISTS & values.keys()] + [previous.get("fields", [])]
    if not all(isinstance(one, list) for one in lists):
        raise _Unfit("a list was expected where there is none")
    if not all(isinstance(one, str) for one in [*texts, *(item for one in lists for item in one)]):
        raise _Unfit("a text was expected where there is none")


def _table(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = values.get(name, {})
    if not isinstance(found, dict):
        raise _Unfit(Sentence("{name} is no table", name=name))
    return found


def _tables(values: dict[str, Any]) -> list[dict[str, Any]]:
    return [_table(values, name) for name in values]


def _without(table: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in names}


def _read_due(table: dict[str, str] | None) -> Due | None:
    if table is None:
        return None
    return Due(table["rule"], table.get("every", ""), table.get("from", ""), table.get("until", ""))


def _read_previous(table: dict[str, Any] | None) -> PreviousRule | None:
    return PreviousRule(table["by"], tuple(table["fields"]), table.get("match", {})) if table else None


def _read_rules(values: dict[str, Any], form: str) -> KindRules:
    return KindRules(
        kind=values["kind"],
        home=values["home"],
        drafted=values["drafted"],
        owner=values["owner"],
        founders=frozenset(values["founders"]),
        writers=frozenset(values.get("writers", ())),
        reviewers=frozenset(values.get("reviewers", ())),
        decides=values.get("decides", ""),
        forms=frozenset([form, *values.get("former", ())]),
    )
