"""The desk in Urdu says nothing in English: screens, dialogs, tool tips and cells, also where something goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from tests.journeys import latin
from tests.journeys.conftest import Sit
from tests.journeys.person import Person
from tests.journeys.typed_in import typed
from wopdesk.desk import documents, partners
from wopdesk.desk.desk import Desk, opened
from wopdesk.desk.typing import keep_typing
from wopdesk.ui import i18n
from wopdesk.ui.screens.settings.screen import SettingsScreen
from wopdesk.ui.screens.settings.view import SECTIONS
from wopdesk.ui.shell.places import PLACES
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.xlsform.markdown import read_markdown

NEVER_CHANGES = "A version that was sent never changes. If something is wrong later, you correct it and send the next."


@dataclass
class Look:
    """Reads everything that a person comes to, and notes what is in Latin letters without a reason."""

    person: Person
    written: frozenset[str] = frozenset()
    strange: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    def go(self, where: Where) -> None:
        """Go to a screen and read it."""
        self.person.session.window.go(where)
        self.read(f"{where.screen} {where.path}{where.kind}")

    def read(self, where: str) -> None:
        """Read the window as it stands once the desk has answered."""
        if self.person.session.office is not None:
            self.ask(lambda _desk: None)
        QApplication.processEvents()
        allowed = latin.Allowed(self.written)
        for said in set(latin.told(self.person.front)):
            words = allowed.strange(said)
            if words:
                self.strange.setdefault(said, (where, words))

    def ask(self, job: Callable[[Desk], object]) -> object:
        """What the desk answers."""
        answers: list[object] = []
        office = self.person.session.office
        assert office is not None
        office.ask(job, answers.append)
        self.person.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def click(self, english: str, *, last: bool = False) -> None:
        """Click what is called so in Urdu, and read what comes."""
        self.person.click(ur(english), last=last)
        self.read(f"after {english}")

    def dialog(self, english: str) -> None:
        """Click what opens a dialog, read that, and leave it."""
        asked = QTimer(self.person.session.frame, interval=20)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                asked.stop()
                self.read(f"dialog {english}")
                dialog.reject()

        asked.timeout.connect(look)
        asked.start()
        self.person.click(ur(english))
        self.person.qtbot.waitUntil(lambda: not asked.isActive())


def ur(english: str) -> str:
    return i18n.words("ur")[english]


Looking = Callable[[str], AbstractContextManager[Look]]


@pytest.fixture
def looking(desks: Path, sit: Sit, qapp: QApplication) -> Looking:
    """Sit down at a desk that speaks Urdu; whoever stands up has read no English."""

    @contextmanager
    def looking(name: str) -> Iterator[Look]:
        Preferences(desks / f"{name}.ini").language = "ur"
        wear(qapp, Appearance("light", "ur"))
        with sit(name) as person:
            person.sees(ur("Home"))
            look = Look(person)
            look.written = cast("frozenset[str]", look.ask(typed))
            yield look
        assert not look.strange, "\n".join(
            f"{where}: {words} in {said}" for said, (where, words) in look.strange.items()
        )

    return looking


def test_a_word_without_a_reason_is_noticed() -> None:
    allowed = latin.Allowed(["Sample Engineer"])
    assert allowed.strange("\u2068Sample Engineer\u2069: PWON, a.wopx, 7K3M-Q0ZD-2PXA") == []
    assert allowed.strange("Sample Engineers, take \u2068all\u2069") == ["Sample", "Engineers", "take", "all"]


@pytest.mark.parametrize("name", ["coordinator", "mentee", "mentor"])
def test_every_screen(looking: Looking, name: str) -> None:
    with looking(name) as look:
        for place in PLACES:
            look.go(Where(place.key))
        look.go(Where("differences"))
        for section in SECTIONS:
            look.go(Where("settings", path=section.key))
        for space in cast("list[str]", look.ask(lambda desk: [one.id for one in partners.partnership_spaces(desk)])):
            look.go(Where("partnership", space=space))


@pytest.mark.parametrize("name", ["coordinator", "mentee", "mentor"])
def test_every_kind_of_document(looking: Looking, name: str) -> None:
    with looking(name) as look:
        for record in cast("list[str]", look.ask(one_of_each)):
            look.go(Where("document", record=record))


def test_dialogs(looking: Looking) -> None:
    with looking("coordinator") as look:
        look.go(Where("home"))
        look.dialog("New document …")
        look.go(Where("partnerships"))
        look.dialog("New partnership …")


def test_files_that_cannot_be_taken(looking: Looking, told: Path, tmp_path: Path) -> None:
    with looking("mentee") as look:
        look.go(Where("exchange"))
        look.person.drop(*troubles(told, tmp_path))
        look.person.sees(ur("Put away"))
        look.read("files that cannot be taken")
        look.go(Where("home"))
        look.go(Where("exchange"))


def test_a_form_that_differs_and_one_that_cannot_be_used(looking: Looking, tmp_path: Path) -> None:
    with looking("coordinator") as look:
        look.go(Where("settings", path="forms"))
        good, bad = cast("tuple[Path, Path]", look.ask(partial(forms, folder=tmp_path)))
        look.written |= names_in(good) | names_in(bad) | {"todday", "kin"}
        settings = look.person.session.window.screen_shown
        assert isinstance(settings, SettingsScreen)
        settings.view.forms.asked.emit("form_look", ("advice_note", good))
        look.person.sees(ur("What differs"))
        look.read("a form that differs")
        settings.view.forms.asked.emit("form_look", ("advice_note", bad))
        look.person.sees(ur("Mend what is named, then try again."))
        look.read("a form that cannot be used")


def test_what_was_typed_before_an_end_in_between(looking: Looking, desks: Path) -> None:
    with opened(desks / "mentee.wopdesk") as desk:
        record = monthly_report(desk, "returned")
        keep_typing(desk, record, {"about/prepared_by": "Sample Engineer"}, {})
    with looking("mentee") as look:
        look.go(Where("home"))
        look.go(Where("document", record=record))


def test_what_a_person_is_asked_in_the_settings(looking: Looking) -> None:
    with looking("mentee") as look:
        look.go(Where("settings", path="backups"))
        look.click("Back up now")
        look.click("Bring it back …")
        look.go(Where("settings", path="file"))
        look.click("Check now")
        look.person.sees(ur("Everything in the data file is what it claims to be."))
        look.read("a file that was checked")
        look.go(Where("settings", path="people"))
        look.click("Correct the name")


def test_what_a_person_is_asked_about_offices(looking: Looking) -> None:
    with looking("coordinator") as look:
        look.go(Where("offices"))
        look.person.takes_in("WASA Lahore")
        look.person.open_row(ur("Offices"), "WASA Lahore")
        look.read("an office")
        look.person.click(ur("{office} takes part no more in {partnership} …").rpartition("}")[2].strip())
        look.read("whether it is to take part no more")


def test_what_a_person_is_asked_before_a_report_goes(looking: Looking) -> None:
    with looking("mentee") as look:
        look.go(Where("document", record=cast("str", look.ask(partial(monthly_report, state="returned")))))
        look.person.takes_in(ur("{office} returned it to be corrected").rpartition("}")[2].strip())
        look.click("Review and send")
        look.click("Submit …")
        look.person.takes_in(ur(NEVER_CHANGES))
        look.click("Submit it now")
        look.person.sees(ur("Save the PDF …"))
        look.read("how it goes")


def test_what_came_and_what_it_brought(looking: Looking, told: Path) -> None:
    with looking("coordinator") as look:
        look.go(Where("exchange"))
        look.person.drop(told / "monthly-report-2026-10.pdf")
        look.person.sees(ur("Put away"))
        look.read("what came")
        look.click("Details for the curious")


def test_the_first_page(sit: Sit, desks: Path, qapp: QApplication) -> None:
    Preferences(desks / "nobody.ini").language = "ur"
    wear(qapp, Appearance("light", "ur"))
    with sit("nobody") as person:
        look = Look(person)
        person.sees(ur("Who are you?"))
        look.read("the first page")
    assert not look.strange


def monthly_report(desk: Desk, state: str) -> str:
    """A monthly report in this state."""
    return next(str(one.id) for one in documents.documents(desk, "monthly_report") if one.state == state)


def names_in(form: Path) -> frozenset[str]:
    """What an editor of forms wrote: names of sheets, columns, questions and lists, and labels."""
    found: set[str] = set()
    for sheet, table in read_markdown(form.read_text(encoding="utf-8")).items():
        found |= {sheet, *(part for column in table.columns for part in (column, *column.split("::")))}
        for row in table.rows:
            for column, text in row.cells.items():
                found |= {text, *text.split()} if column in {"type", "name", "list_name"} else {text}
    return frozenset(found)


def one_of_each(desk: Desk) -> list[str]:
    """A record of each kind in each state."""
    found = {(one.kind.kind, one.state): str(one.id) for one in documents.documents(desk)}
    return list(found.values())


def troubles(told: Path, folder: Path) -> list[Path]:
    """Files of which each is refused for another reason."""
    (bundle, *_) = sorted((told / "bundles").glob("pwon-to-wasa-faisalabad-*.wopx"))
    short, other, photo = folder / "short.wopx", folder / "other.wopx", folder / "photo.wopx"
    short.write_bytes(bundle.read_bytes()[:-200])
    other.write_bytes(next((told / "bundles").glob("*-to-wasa-lahore-*.wopx")).read_bytes())
    photo.write_bytes(b"\xff\xd8" + bytes(400))
    return [short, other, photo]


def forms(desk: Desk, folder: Path) -> tuple[Path, Path]:
    """The advice note as it could be published, with something of each sort changed; and as it could not."""
    source = desk.shelf.files("advice_note").source.decode()
    good, bad = folder / "good.md", folder / "bad.md"
    changed = source.replace("| text | author | Given by", "| text | advisor | Given by").replace(
        "Lesson learned", "What was learned"
    )
    changed = changed.replace("| | advice_kind | solution | Solution | حل |\n", "").replace(
        "| | text | subject |", "| | note | subject |"
    )
    good.write_text(changed + "| | advice_kind | warning | Warning | انتباہ |\n", encoding="utf-8")
    wrong = source.replace(". <= today()", ". <= todday(", 1).replace("| date | due |", "| dat | due |")
    wrong = wrong.replace("${kind} != 'lesson'", "${kin} != 'lesson'").replace(
        "| text | text | Advice", "| text | 1 text | Advice"
    )
    bad.write_text(wrong.replace("select_one advice_kind", "select_one advice_kinds"), encoding="utf-8")
    return good, bad
