"""One record as its pages show it now: which pages are asked, how each stands, what is wrong, how things are called.

Changes nothing of what is filled in; `filling` does. Knows no Qt and no desk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from wopdesk.programme.consent import withheld
from wopdesk.programme.filed import DRAFT, RETURNED
from wopdesk.ui.form.parts import Page
from wopdesk.ui.screens.document import progress
from wopdesk.ui.screens.document.asking import Manner, Say, label_and_unit, plainly
from wopdesk.ui.screens.document.background import Background
from wopdesk.ui.screens.document.editing import Editing
from wopdesk.ui.screens.document.fresh import Fresh
from wopdesk.ui.screens.document.manners import manner_of
from wopdesk.ui.screens.document.pages import PageMaker
from wopdesk.ui.screens.document.present import Present
from wopdesk.ui.screens.document.progress import Listed, PageState, Progress
from wopdesk.ui.screens.document.standing import Standing
from wopdesk.xlsform import Form, Group, Sheet


class Showing:
    """A record as it stands.

    Attributes:
        background: what stands around it.
        editing: whether it can be changed now: a version that was sent is read until somebody wants to correct it.
    """

    def __init__(self, form: Form, sheet: Sheet, background: Background, language: str, tr: Say = plainly) -> None:
        self.background = background
        self.editing = background.writable and (background.state in {DRAFT, RETURNED} or background.correcting)
        self._form, self._edits, self._fresh = form, Editing(sheet), Fresh(form)
        self._language, self._tr = language, tr
        self._shown = wrong_in(sheet)
        self._seen: Present | None = None

    @property
    def standing(self) -> Standing:
        """What it holds now, to say later that so much is kept."""
        return self._edits.standing

    @property
    def language(self) -> str:
        """In which everything is said."""
        return self._language

    @property
    def pages(self) -> tuple[Group, ...]:
        """The pages that are asked now."""
        return self._present.pages

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._edits.history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return self._edits.history.can_redo

    @property
    def undo_leads_to(self) -> str:
        """Where what will be taken back next was done; "" where there is nothing."""
        return next((step.at for step in reversed(self._edits.history.steps[0])), "")

    @property
    def redo_leads_to(self) -> str:
        """Where what will be done again next was done; "" where there is nothing."""
        return next((step.at for step in reversed(self._edits.history.steps[1])), "")

    def page(self, number: int) -> Page:
        """A page as it stands now."""
        return self._present.maker.page(self.pages[number])

    def page_of(self, path: str) -> int | None:
        """The number of the page on which a question, row or repeat stands; None while it is not asked."""
        return self._present.number_of(path)

    def asked(self) -> list[str]:
        """Paths of all questions that stand on a page, in order."""
        return self._present.all_paths

    def forget(self) -> None:
        """Look at every field anew."""
        self._edits.fields.forget_all()
        self._seen = None

    def speak(self, language: str, tr: Say) -> None:
        """Say everything in this language."""
        self._language, self._tr, self._seen = language, tr, None

    @property
    def answers(self) -> Mapping[str, str]:
        """What is answered now, by path."""
        return self._edits.sheet.answers()

    def stages(self) -> tuple[PageState, ...]:
        """How each page stands."""
        return tuple(map(self._stage, range(len(self.pages))))

    def _stage(self, number: int) -> PageState:
        now, path = self._present, self.pages[number].path
        kept = frozenset[str]() if self.editing else withheld(self.answers)
        paths, manner = [one for one in now.paths[number] if one not in kept], now.maker.manner
        state = progress.page_state((path, now.title(number, self._language)), paths, self._edits.fields, self._shown)
        remarks, changes = set(paths) & set(manner.remarks), set(paths) & set(manner.was)
        return progress.noted(state, remarks, changes, read=not self.editing or path in self._shown)

    @property
    def told(self) -> frozenset[str]:
        """Pages that were looked at, and questions of which it is told that something is wrong or missing."""
        pages = {group.path for group in self.pages}
        return frozenset(path for path in self._shown if path in pages or self._edits.fields.is_wrong(path))

    def tell(self, paths: Collection[str]) -> None:
        """Tell what is wrong or missing there from now on."""
        self._shown |= set(paths)
        self._seen = None

    @property
    def first_remarked(self) -> str:
        """The path of the first question at which something was remarked; "" where nothing was."""
        remarks = self._present.maker.manner.remarks
        return next((path for path in self._present.all_paths if path in remarks), "")

    def progress(self) -> Progress:
        """How far it is."""
        return progress.progress(self._present.all_paths, self._edits.fields, self._shown)

    def problems(self, *, shown: bool = False) -> tuple[Listed, ...]:
        """Everything that keeps it from being sent, in the order of the form; only what is shown, if that is asked."""
        return self._present.problems(self._language, self._shown if shown else None)

    def is_open(self, repeat: str) -> bool:
        """Whether rows can be added and removed by hand."""
        found = self._present.repeat(repeat)
        return self.editing and found is not None and not found.fixed and not found.group.counted

    def holds_photos(self, repeat: str) -> bool:
        """Whether its rows are photos, each with what is said of it."""
        found = self._present.repeat(repeat)
        return found is not None and bool(found.asked) and found.asked[0].type == "image"

    def is_written(self, repeat: str, row: str) -> bool:
        """Whether anything is answered in a row."""
        return any(path.startswith(f"{repeat}[{row}]/") for path in self.standing.texts)

    def first_in(self, path: str) -> str:
        """The name of the first question in the rows of a repeat; "" where the path is none."""
        found = self._present.repeat(path) if not path.endswith("]") else None
        return found.asked[0].path.rpartition("/")[2] if found is not None and found.asked else ""

    def name_of(self, path: str) -> str:
        """A field as a person names it: its row, and what is asked; of a row what it is, of a repeat its label."""
        field = self._edits.fields.find(path)
        if field is None:
            return self._present.row_of(path) or self._present.label(path, self._language) or path
        asked = label_and_unit(field, self._language)[0]
        return " – ".join(part for part in dict.fromkeys((self._present.row_of(path), asked)) if part)

    def looking(self) -> Iterator[None]:
        """Look at what changed, with pauses, so that it is known when it is wanted; a change meanwhile ends that."""
        if self._seen is not None:
            return
        standing, sheet = self.standing, self._edits.sheet
        answers = sheet.answers()
        yield
        rows = sheet.rows()
        yield
        manner = self._manner(answers, rows)
        yield
        if self.standing is standing:
            self._seen = self._looked(manner)

    @property
    def _present(self) -> Present:
        if self._seen is None:
            sheet = self._edits.sheet
            self._seen = self._looked(self._manner(sheet.answers(), sheet.rows()))
        return self._seen

    def _looked(self, manner: Manner) -> Present:
        fields = self._edits.fields, self._fresh
        maker = PageMaker(self._edits.sheet, fields, manner, self.background.kind.rows)
        return Present(self._form, self._edits.fields, maker)

    def _manner(self, answers: Mapping[str, str], rows: Mapping[str, Sequence[str]]) -> Manner:
        said = Manner(self._language, self._tr, readonly=not self.editing, shown=self._shown)
        return manner_of(said, self.background, answers, rows)


def wrong_in(sheet: Sheet) -> set[str]:
    """What is answered and not good: that is told whoever looks at it."""
    return {one.path for one in sheet.problems() if one.lack != "missing"}
