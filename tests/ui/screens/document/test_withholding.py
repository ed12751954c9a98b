"""A photo without consent: its office is told that it stays, others that it was withheld, and no name is read."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.fixed import begun
from tests.ui.screens.document.shown import Seat, filling, pager
from wopdesk.desk import filing, submitting
from wopdesk.ui.form.parts import Cards
from wopdesk.ui.form.photo_tile import PhotoView
from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.document.confirm import Confirm
from wopdesk.ui.screens.document.summary import review
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
ROW = "work/photos[1]"
PICTURE = {f"{ROW}/caption": "Crew with Sample Person", f"{ROW}/consent": "no", f"{ROW}/place": "Sample zone"}


@pytest.fixture
def jpeg() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "JPEG")
    return file.getvalue()


def reported(net: Network, photo: bytes) -> str:
    """October's report with a photo without consent, at PWON."""
    report = net.report(net.a, "2026-10")
    filing.attach(net.a, report.id, f"{ROW}/photo", photo)
    filing.answer(net.a, report.id, {"work/nothing": "", "work/other": "Valves", **PICTURE})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    return report.id


def test_who_reads_it_learns_that_it_was_withheld(net: Network, sit: Sit, jpeg: bytes) -> None:
    record = reported(net, jpeg)
    screen = sit("p").open(Where("document", record=record))
    number = filling(screen).page_of("work/photos")
    assert number is not None
    pager(screen).turn(number)
    page = screen.view.stack.currentWidget()
    assert page is not None
    (view,) = page.findChildren(PhotoView)
    assert view.none == "Withheld: no consent"
    lines = [line.accessibleName() for line in page.findChildren(QLineEdit) if line.isVisible()]
    assert not {"Caption", "Place", "Taken on"} & set(lines)
    assert filling(screen).stages()[number].state == "done"
    facts = [fact.text for part in review(filling(screen)).parts for fact in part.facts if "photos" in fact.path]
    assert facts[0].startswith("Withheld: no consent")
    assert "Sample zone" not in " ".join(facts)


def test_its_office_sees_it_as_ever(net: Network, sit: Sit, jpeg: bytes) -> None:
    record = reported(net, jpeg)
    screen = sit("a").open(Where("document", record=record))
    pager(screen).turn(filling(screen).page_of("work/photos") or 0)
    page = screen.view.stack.currentWidget()
    assert page is not None
    (view,) = page.findChildren(PhotoView)
    assert view.held
    assert {"Crew with Sample Person", "Sample zone"} <= {line.text() for line in page.findChildren(QLineEdit)}


def test_who_writes_it_is_asked_for_the_photo_as_ever() -> None:
    one = begun()
    one.answer("work/nothing", "")
    row = one.add_row("work/photos")
    one.answer(f"work/photos[{row}]/consent", "no")
    (photos,) = (part for part in one.page(one.page_of("work/photos") or 0).parts if isinstance(part, Cards))
    asked = {part.path.rpartition("/")[2]: part for part in photos.cards[0].parts if isinstance(part, Question)}
    assert asked["photo"].absent == ""
    assert "caption" in asked


def test_the_question_before_submitting_says_that_it_stays(net: Network, sit: Sit, jpeg: bytes) -> None:
    seat = sit("a")
    screen = seat.open(Where("document", record=reported(net, jpeg)))
    screen.view.wanted.emit("correct")
    screen.view.wanted.emit("submit")
    seat.wait(screen.view.confirm.isVisible)
    told = [words.text() for words in screen.view.confirm.findChildren(QLabel)]
    assert any("1 photo stays in your office" in text for text in told)


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "1 photo stays"), (2, "2 photos stay")])
def test_how_many_photos_stay_is_said_before_it_is_submitted(qtbot: QtBot, count: int, said: str) -> None:
    one = begun()
    one.answer("work/nothing", "")
    for consent in ("yes", *["no"] * count):
        row = one.add_row("work/photos")
        one.answer(f"work/photos[{row}]/consent", consent)
    assert review(one).staying == count
    confirm = Confirm()
    qtbot.addWidget(confirm)
    confirm.ask(1, ("Sample PWON",), None, review(one).staying)
    told = " ".join(words.text() for words in confirm.findChildren(QLabel))
    assert said in told
    assert ("stay in your" in told or "stays in your" in told) is bool(count)
