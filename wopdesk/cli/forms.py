"""Commands for those who edit forms: find every fault, compile form.md into the form.xml beside it; more join here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from wopdesk import xlsform
from wopdesk.cli.forms_excel import FOLDER, diff, import_form, xlsx
from wopdesk.cli.forms_fill import fill
from wopdesk.cli.forms_publish import list_forms, publish
from wopdesk.cli.output import counted, say
from wopdesk.cli.telling import REFUSED, say_aloud
from wopdesk.desk.agreement import disagreements
from wopdesk.desk.faults import DeskFault
from wopdesk.places import forms_folder
from wopdesk.programme.kinds import KindError, load_kind
from wopdesk.xlsform import FormError
from wopdesk.xlsform.abroad import refused_by_collect
from wopdesk.xlsform.beside import faults_beside
from wopdesk.xlsform.files import read_workbook

_KINDS = click.argument("kinds", nargs=-1, metavar="[KIND]...")


@click.group("forms")
def forms() -> None:
    """Check and compile forms, take them to Excel and back, try them, and publish them."""


for _command in (diff, fill, import_form, list_forms, publish, xlsx):
    forms.add_command(_command)


@forms.command("build")
@FOLDER
@_KINDS
@click.pass_context
def build(ctx: click.Context, *, folder: Path | None, kinds: tuple[str, ...]) -> None:
    """Compile form.md of every kind, or of some, into form.xml."""
    bad = 0
    for place in _places(folder, kinds):
        try:
            fresh = xlsform.build(place)
            say(f"{place.name}: {'compiled' if fresh else 'was up to date'}.")
        except FormError as error:
            bad += 1
            _tell(place.name, error)
    _end(ctx, bad, "form.xml of these kinds stays as it was.")


@forms.command("lint")
@click.argument("targets", nargs=-1, metavar="[KIND|FILE]...")
@FOLDER
@click.pass_context
def lint(ctx: click.Context, *, targets: tuple[str, ...], folder: Path | None) -> None:
    """Name every fault in the forms of some kinds, or of all, or in XLSForm files (.md, .xlsx, .xls, .csv, .xml)."""
    files = [Path(one) for one in targets if Path(one).suffix]
    kinds = [one for one in targets if not Path(one).suffix]
    bad = sum(_lint_file(file) for file in files)
    bad += sum(_lint_kind(place) for place in (_places(folder, kinds) if kinds or not files else ()))
    _end(ctx, bad, "Nothing was changed.")


def _places(folder: Path | None, kinds: Sequence[str]) -> list[Path]:
    """The folders of kinds.

    Raises:
        DeskFault: there is no such kind, or no form at all.
    """
    root = folder or forms_folder()
    known = {file.parent.name: file.parent for file in sorted(root.glob("*/form.md"))}
    unknown = [kind for kind in kinds if kind not in known]
    if unknown or not known:
        what = f"There is no form.md for '{unknown[0]}' in {root}." if unknown else f"There are no forms in {root}."
        raise DeskFault(what, f"There are: {', '.join(known) or 'none'}.")
    return [known[kind] for kind in kinds] if kinds else list(known.values())


def _lint_file(file: Path) -> bool:
    try:
        form = xlsform.load(file)
    except FormError as error:
        _tell(str(file), error)
        return True
    if found := list(faults_beside(form, file.parent)):
        _tell(str(file), FormError(found))
        return True
    say(f"{file}: in order, {counted(len(form.questions), 'question')}.")
    if file.suffix != ".xml":
        _warn(str(file), file)
    return False


def _lint_kind(place: Path) -> bool:
    """Lint form.md, form.xml and kind.toml; whether something is wrong."""
    try:
        made, kind = xlsform.compiled(place), load_kind(place)
    except (FormError, KindError) as error:
        _tell(place.name, error)
        return True
    if (place / "form.xml").read_bytes() != made:
        say_aloud(f"{place.name}: form.xml is older than form.md; 'wopdesk forms build' compiles it.")
        return True
    found = disagreements(kind, xlsform.load(place / "form.xml"))
    for one in found:
        say_aloud(f"{place.name}: {one}")
    if not found:
        say(f"{place.name}: in order.")
    _warn(place.name, place / "form.md")
    return bool(found)


def _warn(name: str, source: Path) -> None:
    """Say what runs here and not in ODK Collect; that is no fault."""
    for one in refused_by_collect(read_workbook(source)):
        say(f"{name}: {one} (it runs here)")


def _tell(name: str, error: FormError | KindError) -> None:
    for line in str(error).splitlines():
        say_aloud(f"{name}: {line}")


def _end(ctx: click.Context, bad: int, safe: str) -> None:
    if bad:
        count = "1 form has faults" if bad == 1 else f"{bad} forms have faults"
        say_aloud(f"{count}, named above by sheet and line.", safe, "Mend them, then try again.")
        ctx.exit(REFUSED)
