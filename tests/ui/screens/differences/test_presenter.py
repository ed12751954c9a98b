"""What the screen of differences is told, with two real computers of one office."""

import io

from PIL import Image

from tests.desk.offices import Network
from wopdesk.desk import documents, filing, settling, typing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.ui.screens.differences import presenter
from wopdesk.ui.screens.differences.content import Difference, Differing

FOUND = "findings/found"


def two(net: Network) -> tuple[Desk, Desk, Document]:
    """Two computers of the mentee with the same report."""
    second = net.second()
    second.person = "Sample Supervisor"
    report = net.report(net.a)
    net.meet(net.a, second)
    return net.a, second, report


def only(desk: Desk, language: str = "en", record: str = "") -> tuple[Differing, Difference]:
    (document,) = presenter.content(desk, language, record).documents
    (difference,) = document.differences
    return document, difference


def test_both_answers_come_with_who_where_and_when(net: Network) -> None:
    first, second, report = two(net)
    filing.answer(first, report.id, {"progress/figures[1]/value": "12.5"})
    filing.answer(second, report.id, {"progress/figures[1]/value": "14"})
    net.meet(first, second)
    document, difference = only(first)
    assert (document.title, document.mark, document.owner) == ("Monthly report", "2026-03", "WASA Faisalabad")
    assert document.may_settle
    assert difference.row == 1
    assert difference.part
    assert difference.label
    assert difference.other is not None
    assert difference.other.type == "decimal"
    sides = {side.value: side for side in difference.sides}
    assert set(sides) == {"12.5", "14"}
    (here,), (there,) = sides["12.5"].who, sides["14"].who
    assert (here.name, here.place) == ("Sample Engineer", "here")
    assert (there.name, there.place) == ("Sample Supervisor", "own")
    assert here.at < there.at


def test_the_question_comes_in_the_language_of_the_screen(net: Network) -> None:
    first, second, report = two(net)
    for desk, name in ((first, "One"), (second, "Two")):
        filing.answer(desk, report.id, {"about/prepared_by": name})
    net.meet(first, second)
    assert only(first)[1].label != only(first, "ur")[1].label


def test_settling_it_at_one_computer_settles_it_for_all(net: Network) -> None:
    first, second, report = two(net)
    for desk, name in ((first, "One"), (second, "Two")):
        filing.answer(desk, report.id, {"about/prepared_by": name})
    net.meet(first, second)
    presenter.settle(second, *only(second)[1].key, "Two")
    net.meet(first, second)
    for desk in (first, second):
        assert presenter.content(desk, "en").count == 0
        assert documents.find_document(desk, report.id).answers["about/prepared_by"] == "Two"


def test_an_answer_that_was_taken_away_is_a_side(net: Network) -> None:
    first, second, report = two(net)
    filing.answer(first, report.id, {"about/prepared_by": ""})
    filing.answer(second, report.id, {"about/prepared_by": "Two"})
    net.meet(first, second)
    _, difference = only(first)
    assert {(side.value, side.said is None) for side in difference.sides} == {("", True), ("Two", False)}
    presenter.settle(first, *difference.key, "")
    assert "about/prepared_by" not in documents.find_document(first, report.id).answers


def test_a_removed_row_that_was_changed_elsewhere_shows_what_stands_in_it(net: Network) -> None:
    first, second, report = two(net)
    row = filing.add_row(first, report.id, FOUND)
    told = {f"{FOUND}[{row}]/finding": "Leak", f"{FOUND}[{row}]/evidence": "Seen"}
    filing.answer(first, report.id, {"findings/nothing": "", **told})
    net.meet(first, second)
    filing.remove_row(first, report.id, FOUND, row)
    filing.answer(second, report.id, {f"{FOUND}[{row}]/finding": "Large leak"})
    net.meet(first, second)
    _, difference = only(first)
    assert difference.is_row
    assert difference.other is None
    assert difference.row == 1
    keep, remove = difference.sides
    assert (keep.value, remove.value) == (settling.KEEP, settling.REMOVE)
    assert "Large leak" in [one.value for one in keep.lines]
    assert [one.name for one in remove.who] == ["Sample Engineer"]
    presenter.settle(first, *difference.key, settling.REMOVE)
    assert FOUND not in documents.find_document(first, report.id).rows


def test_photos_are_shown_as_pictures(net: Network) -> None:
    first, second, report = two(net)
    row = filing.add_row(first, report.id, "work/photos")
    path = f"work/photos[{row}]/photo"
    net.meet(first, second)
    for desk, colour in ((first, "red"), (second, "blue")):
        data = io.BytesIO()
        Image.new("RGB", (64, 48), colour).save(data, "JPEG")
        typing.keep_file(desk, report.id, path, data.getvalue(), "photo.jpg")
        typing.save_typed(desk, report.id)
    net.meet(first, second)
    difference = next(one for one in presenter.content(first, "en").documents[0].differences if one.field == path)
    assert difference.other is None
    assert all(side.picture.startswith(b"\xff\xd8") for side in difference.sides)
    presenter.settle(first, *difference.key, difference.sides[1].value)
    assert documents.find_document(first, report.id).answers[path] == difference.sides[1].value


def test_one_record_alone_counts_the_others(net: Network) -> None:
    first, second, march = two(net)
    april = net.report(first, "2026-04")
    net.meet(first, second)
    for report in (march, april):
        for desk, name in ((first, "One"), (second, "Two")):
            filing.answer(desk, report.id, {"about/prepared_by": name})
    net.meet(first, second)
    assert presenter.content(first, "en").count == 2
    content = presenter.content(first, "en", april.id)
    assert (content.count, content.elsewhere) == (1, 1)
    assert content.documents[0].mark == "2026-04"
