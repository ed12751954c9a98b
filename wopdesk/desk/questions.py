"""Which paths of a form can be answered, and to which a row can be added."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.desk.faults import DeskFault
from wopdesk.desk.paths import Step, steps, template
from wopdesk.sentence import Sentence
from wopdesk.xlsform import Form, Group, Question


def type_of(form: Form, path: str) -> str:
    """The type of the question at a path, whose rows are named by ids.

    Raises:
        DeskFault: there is no such question, or the path does not say in which rows it stands.
    """
    found = _found(form, path)
    if found is None:
        raise _unknown(Sentence("There is no question '{path}' in this form.", path=path), form)
    return found.type


def asks(form: Form, path: str) -> bool:
    """Whether there is a question at a path, whose rows are named by ids."""
    return _found(form, path) is not None


def has_rows(form: Form, path: str) -> bool:
    """Whether rows can be added at a path, whose outer rows are named by ids."""
    place, repeats = template(path), _repeats(form)
    around = [one for one in repeats if place.startswith(f"{one}/")]
    return place in repeats and not path.endswith("]") and _named(steps(path)) == around


def _found(form: Form, path: str) -> Question | None:
    place = template(path)
    found = next((one for one in form.questions if one.path == place and one.type != "note"), None)
    return found if _named(steps(path)) == [one for one in _repeats(form) if place.startswith(f"{one}/")] else None


def check_place(form: Form, path: str) -> None:
    """Refuse what is neither a question nor a group of questions: a remark can stand at those only.

    Raises:
        DeskFault: it is none.
    """
    groups = {group.path for page in form.pages for group in _groups(page)}
    if template(path) not in groups | {one.path for one in form.questions}:
        raise _unknown(Sentence("There is no question '{path}' in this form.", path=path), form)


def check_repeat(form: Form, path: str) -> None:
    """Refuse what is no repeat: rows can be added to repeats only, each in a row of the repeat around it.

    Raises:
        DeskFault: it is none.
    """
    if not has_rows(form, path):
        listed = ", ".join(_repeats(form))
        raise DeskFault(
            Sentence("There are no rows '{path}' in this form.", path=path),
            Sentence("Rows can be added to: {listed}.", listed=listed),
        )


def _unknown(what: str, form: Form) -> DeskFault:
    groups = ", ".join(page.path for page in form.pages)
    return DeskFault(
        what, Sentence("Its parts are: {groups}. wopdesk show lists the questions of a record.", groups=groups)
    )


def _named(through: list[Step]) -> list[str]:
    return [template(step.repeat) for step in through]


def _repeats(form: Form) -> list[str]:
    """Paths of repeats without rows, outer ones before those inside."""
    return [group.path for page in form.pages for group in _groups(page) if group.repeats]


def _groups(group: Group) -> Iterator[Group]:
    yield group
    for part in group.parts:
        if not isinstance(part, Question):
            yield from _groups(part)
