"""However a sheet came to be as it is, it reads as one opened with the same answers; and every change is told."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.xlsform.written import FORMS, TODAY, fields, form, survey
from wopdesk.xlsform import Form, Group, Part, Question, Sheet, load

NESTED = survey(
    "type | name | label | relevant | calculation | constraint | required",
    "integer | limit | Limit | | | |",
    "begin_group | g | G | ${limit} != 3 | | |",
    "begin_repeat | outer | Outer ${total} | ${limit} > 0 | | |",
    "integer | a | A | | | . <= ${limit} | ${limit} > 5",
    "calculate | place | | | position(..) | |",
    "begin_repeat | inner | Inner | ../a != 2 | | |",
    "integer | b | B of ${a} | | | count(../../inner[b = current()/.]) = 1 | yes",
    "calculate | c | | | ${b} * ${a} + coalesce(${sub}, 0) * 0 + position(..) | |",
    "end_repeat | | | | | |",
    "calculate | sub | | | sum(${b}) | |",
    "calculate | before | | | indexed-repeat(${a}, ${outer}, position(..) - 1) | |",
    "text | t | T | ${sub} > 4 and ${total} < 20 | | |",
    "end_repeat | | | | | |",
    "end_group | | | | | |",
    "calculate | total | | | sum(${c}) + count(${outer}) | |",
    "calculate | large | | | count(${outer}[a > 2]) | |",
)
ROWS = tuple(letter * 16 for letter in "abc")
TEXTS = ("", "1", "2", "3", "7", "-4", "2.5", "x", "2026-10-05", "yes", "no", "OK", "done", "not_yet", "mentee")
LISTS = {
    "targets": [{"id": ROWS[0], "name": "NRW", "unit": "%", "baseline": "41", "target": "30"}],
    "open_advice": [{"id": ROWS[1], "title": "Close the valve", "given": "2026-09-12", "due": "2026-10-20"}],
    "month": [{"period": "2026-10", "label": "October 2026"}],
    "work_plan_activities": [{"id": "1", "title": "Survey", "planned": "60", "done": "40"}],
    "indicators": [{"name": "x", "label": "NRW", "unit": "%", "better": "lower"}],
    "offices": [{"name": "1", "label": "One"}, {"name": "2", "label": "Two"}],
    "open_requests": [{"name": "1", "label": "How?"}],
}
Edit = tuple[str, int, tuple[str, ...], str]


@cache
def shape(name: str) -> Form:
    return form(NESTED) if name == "nested" else load(FORMS / name / "form.xml")


edits = st.lists(
    st.tuples(
        st.sampled_from(("set", "set", "set", "add", "remove")),
        st.integers(0, 200),
        st.tuples(st.sampled_from(ROWS), st.sampled_from(ROWS)),
        st.sampled_from(TEXTS),
    ),
    max_size=25,
)
shapes = st.sampled_from(("nested", "nested", "monthly_report", "work_plan", "partnership", "advice_note", "utility"))


class Typing:
    """A person at a sheet, and a plain record of what was typed."""

    def __init__(self, shaped: Form) -> None:
        self.form = shaped
        self.sheet = shaped.sheet(today=TODAY, datasets=LISTS, fresh=False)
        self.values: dict[str, str] = {}
        self.rows: dict[str, list[str]] = {}

    def reopened(self) -> Sheet:
        return self.form.sheet(self.values, TODAY, LISTS, rows=self.rows, fresh=False)

    def do(self, edit: Edit) -> frozenset[str]:
        action, which, rows, text = edit
        wanted = [part for part in parts(self.form) if isinstance(part, Group) == (action != "set")]
        if not wanted:
            return frozenset()
        path = located(wanted[which % len(wanted)], rows, self.form)
        return getattr(self, f"_{action}")(path, rows[0], text)  # type: ignore[no-any-return]

    def _set(self, path: str, _row: str, text: str) -> frozenset[str]:
        if not self._there(path.rpartition("]")[0]) or self.sheet.field(path).type == "note":
            return frozenset()
        changed = self.sheet.set(path, text)
        self.values[path] = text
        return changed

    def _add(self, path: str, row: str, _text: str) -> frozenset[str]:
        if not self._there(path.rpartition("]")[0]) or row in self.rows.get(path, ()):
            return frozenset()
        self.rows.setdefault(path, []).append(row)
        changed = self.sheet.add_row(path, row)
        self.values |= {place: text for place, text in self.sheet.answers().items() if place in changed}  # defaults
        return changed

    def _remove(self, path: str, row: str, _text: str) -> frozenset[str]:
        if not self._there(path.rpartition("]")[0]) or row not in self.rows.get(path, ()):
            return frozenset()
        self.rows[path].remove(row)
        gone = f"{path}[{row}]"
        self.values = {place: text for place, text in self.values.items() if not place.startswith(gone)}
        self.rows = {place: rows for place, rows in self.rows.items() if not place.startswith(gone)}
        return self.sheet.remove_row(gone)

    def _there(self, around: str) -> bool:
        """Whether the row around a path exists; "" is the sheet itself."""
        repeat, _, row = around.rpartition("[")
        return not around or row in self.rows.get(repeat, ())


def parts(shaped: Form) -> list[Part]:
    """Repeats and questions."""
    found: list[Part] = []
    waiting: list[Part] = list(shaped.pages)
    while waiting:
        part = waiting.pop(0)
        waiting.extend(part.parts if isinstance(part, Group) else ())
        if isinstance(part, Question) or part.repeats:
            found.append(part)
    return found


def located(part: Part, rows: tuple[str, ...], shaped: Form) -> str:
    """The path of a part in certain rows of the repeats around it."""
    repeats = [other.path for other in parts(shaped) if isinstance(other, Group)]
    around = sorted(path for path in repeats if part.path.startswith(f"{path}/"))
    path = part.path
    for repeat, row in zip(reversed(around), reversed(rows[: len(around)]), strict=True):
        path = f"{repeat}[{row}]{path[len(repeat) :]}"
    return path


@settings(max_examples=200)
@given(shapes, edits)
def test_a_sheet_reads_the_same_however_it_was_filled(name: str, done: list[Edit]) -> None:
    typing = Typing(shape(name))
    for edit in done:
        typing.do(edit)
    again = typing.reopened()
    assert again.unplaced == {}
    assert fields(typing.form, typing.sheet) == fields(typing.form, again)
    assert typing.sheet.answers() == again.answers()
    assert typing.sheet.problems() == again.problems()
    assert typing.sheet.shown() == again.shown()
    assert typing.sheet.title == again.title


@settings(max_examples=100)
@given(shapes, edits)
def test_whatever_reads_differently_after_a_change_is_told(name: str, done: list[Edit]) -> None:
    typing = Typing(shape(name))
    before = fields(typing.form, typing.sheet)
    for edit in done:
        told = typing.do(edit)
        after = fields(typing.form, typing.sheet)
        differing = {path for path, field in after.items() if path in before and before[path] != field}
        appeared = {path for path, field in after.items() if path not in before and field.relevant}
        assert differing | appeared <= told
        before = after


@settings(max_examples=100)
@given(shapes, edits)
def test_answers_survive_being_written_down(name: str, done: list[Edit]) -> None:
    typing = Typing(shape(name))
    for edit in done:
        typing.do(edit)
    answers, rows = typing.sheet.answers(), typing.sheet.rows()
    again = typing.form.sheet(answers, TODAY, LISTS, rows=rows, fresh=False)
    assert (again.answers(), again.rows()) == (answers, rows)
    assert again.computed() == typing.sheet.computed()
    assert again.problems() == typing.sheet.problems()


def test_what_only_names_its_own_element_waits_for_nothing_and_a_name_at_any_depth_means_that_name() -> None:
    lines = ("type | name | label | calculation", "begin_repeat | r | R |", "integer | a | A |")
    shape = form(survey(*lines, "calculate | me | | local-name()", "end_repeat | | |", "calculate | n | | sum(//a)"))
    sheet = shape.sheet({"r[x]/a": "1", "r[y]/a": "2"})
    assert sheet.computed() == {"r[x]/me": "me", "r[y]/me": "me", "n": "3"}
    assert sheet.set("r[y]/a", "5") == {"r[y]/a", "n"}
    assert sheet.computed()["n"] == "6"
