"""Tables that are being filled: their rows and files are kept with what is typed, and become one save."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from tests.desk.offices import Network
from tests.desk.test_photos import camera
from wopdesk.desk import arranging, documents, filing, paths, typing
from wopdesk.desk.arranging import Table
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.typing import Typed
from wopdesk.store import outgoing, reading

FOUND, FACED = "findings/found", "obstacles/faced"
COLUMN = {FOUND: "finding", FACED: "obstacle"}
A, B, C, D = (letter * 16 for letter in "abcd")


def test_rows_and_texts_are_there_when_the_file_opens_again(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {f"{FOUND}[{A}]/finding": "Leak"}, {FOUND: (B, A)})
    net.close("a")
    assert typing.typed(net.a, report.id) == Typed({f"{FOUND}[{A}]/finding": "Leak"}, {FOUND: (B, A)})
    assert documents.find_document(net.a, report.id).rows == report.rows


def test_all_that_was_done_is_one_save(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {f"{FOUND}[{A}]/finding": "Leak"}, {FOUND: (A, B)})
    typing.save_typed(net.a, report.id)
    typing.keep_typing(net.a, report.id, {f"{FOUND}[{C}]/finding": "Valve", "findings/nothing": ""}, {FOUND: (B, C)})
    typing.keep_typing(net.a, report.id, {f"{FACED}[{D}]/obstacle": "Money"}, {FACED: (D,)})
    before = batches(net.a, report)
    saved = typing.save_typed(net.a, report.id)
    assert len(batches(net.a, report) - before) == 1
    assert {repeat: saved.rows[repeat] for repeat in COLUMN} == {FOUND: [B, C], FACED: [D]}
    assert f"{FOUND}[{A}]/finding" not in saved.answers
    assert not saved.differences
    assert typing.typed(net.a, report.id) == Typed({}, {})


def batches(desk: Desk, document: Document) -> set[str]:
    return {one.op.partition(":")[0] for one in history(desk, document)}


def history(desk: Desk, document: Document) -> list[reading.Entered]:
    with desk.store.reading() as connection:
        return reading.history(connection, document.id)


def test_saving_twice_writes_once(net: Network) -> None:
    report = net.report(net.a)
    begun = batches(net.a, report)
    for _ in range(2):
        typing.keep_typing(net.a, report.id, {f"{FOUND}[{A}]/finding": "Leak"}, {FOUND: (A,)})
        typing.save_typed(net.a, report.id)
    assert len(batches(net.a, report) - begun) == 1
    assert len(history(net.a, report)) == len({(one.field, one.space) for one in history(net.a, report)})


def test_a_row_that_was_taken_away_and_brought_back_before_saving_keeps_its_answers(net: Network) -> None:
    report = net.report(net.a)
    saved = with_rows(net.a, report, A, B)
    typing.keep_typing(net.a, report.id, {}, {FOUND: (B,)})
    assert typing.typed(net.a, report.id).rows == {FOUND: (B,)}
    typing.keep_typing(net.a, report.id, {}, {FOUND: (A, B)})
    assert typing.save_typed(net.a, report.id).answers == saved.answers


def with_rows(desk: Desk, report: Document, *rows: str) -> Document:
    typing.keep_typing(desk, report.id, {f"{FOUND}[{row}]/finding": row for row in rows}, {FOUND: rows})
    return typing.save_typed(desk, report.id)


def test_a_row_that_was_taken_away_and_saved_comes_back_when_it_is_wanted_again(net: Network) -> None:
    report = net.report(net.a)
    with_rows(net.a, report, A, B)
    typing.keep_typing(net.a, report.id, {}, {FOUND: (B,)})
    typing.save_typed(net.a, report.id)
    typing.keep_typing(net.a, report.id, {}, {FOUND: (B, A)})
    saved = typing.save_typed(net.a, report.id)
    assert saved.rows[FOUND] == [B, A]
    assert not saved.differences


def test_what_was_typed_in_a_row_that_was_taken_away_is_not_restored(net: Network) -> None:
    report = net.report(net.a)
    with_rows(net.a, report, A, B)
    typing.keep_typing(net.a, report.id, {f"{FOUND}[{A}]/evidence": "Seen"})
    typing.keep_typing(net.a, report.id, {}, {FOUND: (B,)})
    assert typing.typed(net.a, report.id) == Typed({}, {FOUND: (B,)})
    assert typing.save_typed(net.a, report.id).rows[FOUND] == [B]


def test_rows_stand_in_the_order_in_which_they_were_put(net: Network) -> None:
    report = net.report(net.a)
    with_rows(net.a, report, A, B, C)
    for order in ((C, A, B), (C, D, A, B), (B, D, C, A), (A, B, C, D)):
        typing.keep_typing(net.a, report.id, {}, {FOUND: order})
        assert tuple(typing.save_typed(net.a, report.id).rows[FOUND]) == order


def test_a_row_that_came_in_meanwhile_stays(net: Network) -> None:
    report = net.report(net.a)
    with_rows(net.a, report, A, B)
    second = net.second()
    typing.keep_typing(net.a, report.id, {f"{FOUND}[{B}]/evidence": "Seen"}, {FOUND: (B,)})
    other = filing.add_row(second, report.id, FOUND)
    net.meet(net.a, second)
    assert typing.typed(net.a, report.id).rows == {FOUND: (B, other)}
    typing.keep_typing(net.a, report.id, {}, {FOUND: (B,)})
    assert typing.save_typed(net.a, report.id).rows[FOUND] == [B, other]


def test_a_row_that_came_in_meanwhile_and_was_seen_can_be_taken_away(net: Network) -> None:
    report = net.report(net.a)
    with_rows(net.a, report, A)
    second = net.second()
    typing.keep_typing(net.a, report.id, {}, {FOUND: (A, B)})
    other = filing.add_row(second, report.id, FOUND)
    net.meet(net.a, second)
    typing.keep_typing(net.a, report.id, {}, {FOUND: typing.typed(net.a, report.id).rows[FOUND]})
    typing.keep_typing(net.a, report.id, {}, {FOUND: (A, B)})
    saved = typing.save_typed(net.a, report.id)
    assert other not in saved.rows[FOUND]
    assert set(saved.rows[FOUND]) == {A, B}


@pytest.mark.parametrize("touched", [False, True])
def test_a_row_that_somebody_took_away_comes_back_only_with_what_was_typed_in_it(
    net: Network, *, touched: bool
) -> None:
    report = net.report(net.a)
    with_rows(net.a, report, A, B)
    second = net.second()
    texts = {f"{FOUND}[{A}]/evidence": "Seen"} if touched else {}
    typing.keep_typing(net.a, report.id, texts, {FOUND: (A, B, C)})
    filing.remove_row(second, report.id, FOUND, A)
    net.meet(net.a, second)
    expected = (A, B, C) if touched else (B, C)
    assert typing.typed(net.a, report.id) == Typed(texts, {FOUND: expected})
    saved = typing.save_typed(net.a, report.id)
    assert saved.rows[FOUND] == list(expected)
    assert saved.answers.get(f"{FOUND}[{A}]/evidence") == ("Seen" if touched else None)


def test_rows_that_a_list_makes_are_neither_added_nor_taken_away(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {}, {"progress/figures": (A,)})
    assert typing.save_typed(net.a, report.id).rows == report.rows


def test_what_was_typed_in_rows_that_no_form_has_any_more_is_kept(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {f"findings/former[{A}]/text": "Text"}, {"findings/former": (A,)})
    assert typing.save_typed(net.a, report.id).answers[f"findings/former[{A}]/text"] == "Text"
    assert typing.unsaved(net.a) == []


def test_a_photo_is_kept_at_once_and_sent_to_nobody_before_it_is_saved(net: Network) -> None:
    report = net.report(net.a, work__nothing="")
    row = f"work/photos[{A}]"
    kept = typing.keep_file(net.a, report.id, f"{row}/photo", camera((300, 200)), "IMG-20261014-WA0003.jpg")
    assert kept.beside == {f"{row}/taken": "2026-03-14", f"{row}/place": "31.41819, 73.07906"}
    net.close("a")
    with net.a.store.reading() as connection:
        assert reading.blob(connection, kept.answer) is not None
        assert outgoing.blobs_of(connection, net.a.identity.team.id) == []
    typing.keep_typing(net.a, report.id, {f"{row}/place": "Zone 3"}, {"work/photos": (A,)})
    saved = typing.save_typed(net.a, report.id)
    assert saved.rows["work/photos"] == [A]
    assert saved.answers[f"{row}/photo"] == kept.answer
    assert saved.answers[f"{row}/place"] == "Zone 3"
    assert saved.answers[f"{row}/taken"] == "2026-03-14"
    with net.a.store.reading() as connection:
        assert [blob for blob, _, _ in outgoing.blobs_of(connection, net.a.identity.team.id)] == [kept.answer]


def test_the_day_in_a_name_of_whatsapp_is_an_answer_unless_one_was_typed(net: Network) -> None:
    report = net.report(net.a, work__nothing="")
    row, photo = f"work/photos[{A}]", camera((80, 60), exif=False)
    named = typing.keep_file(net.a, report.id, f"{row}/photo", photo, "IMG-20261014-WA0003.jpg")
    assert named.beside == {f"{row}/taken": date(2026, 10, 14).isoformat()}
    assert typing.keep_file(net.a, report.id, f"{row}/photo", photo, "IMG-20261015-WA0003.jpg").beside == {}
    computer = typing.keep_file(
        net.a, report.id, f"work/photos[{B}]/photo", photo, "WhatsApp Image 2026-10-14 at 09.12"
    )
    assert computer.beside == {f"work/photos[{B}]/taken": "2026-10-14"}


def test_a_file_is_kept_only_where_one_is_asked(net: Network) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault, match="does not take a file"):
        typing.keep_file(net.a, report.id, "about/prepared_by", camera((80, 60)))
    assert typing.unsaved(net.a) == []


@pytest.mark.parametrize("seed", range(12))
def test_edits_that_were_kept_and_saved_make_the_same_record_as_edits_that_were_written(
    net: Network, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - a history
    written, kept = net.report(net.a, "2026-03"), net.report(net.a, "2026-04")
    wizard = Wizard(net.a, kept.id, {})
    same: dict[str, str] = {}
    for _ in range(30):
        repeat = random.choice(list(COLUMN))
        rows = documents.find_document(net.a, written.id).rows.get(repeat, [])
        match random.choice(["add", "remove", "text", "text", "plain", "save"]):
            case "add":
                same[filing.add_row(net.a, written.id, repeat)] = wizard.add(repeat)
            case "remove" if rows:
                row = random.choice(rows)
                filing.remove_row(net.a, written.id, repeat, row)
                wizard.remove(repeat, same[row])
            case "text" if rows:
                row, text = random.choice(rows), random.choice(["", "Leak", " Valve"])
                filing.answer(net.a, written.id, {f"{repeat}[{row}]/{COLUMN[repeat]}": text})
                wizard.type(f"{repeat}[{same[row]}]/{COLUMN[repeat]}", text)
            case "plain":
                text = random.choice(["", "A", "B"])
                filing.answer(net.a, written.id, {"about/prepared_by": text})
                wizard.type("about/prepared_by", text)
            case "save":
                typing.save_typed(net.a, kept.id)
    typing.save_typed(net.a, kept.id)
    typing.save_typed(net.a, kept.id)
    assert plain(documents.find_document(net.a, kept.id)) == plain(documents.find_document(net.a, written.id))


class Wizard:
    """A screen that keeps what is done in it, as the wizard does."""

    def __init__(self, desk: Desk, record: str, rows: dict[str, list[str]]) -> None:
        self.desk, self.record, self.rows = desk, record, rows

    def add(self, repeat: str) -> str:
        row = paths.new_row()
        self._keep(repeat, [*self.rows.get(repeat, []), row])
        return row

    def remove(self, repeat: str, row: str) -> None:
        self._keep(repeat, [one for one in self.rows[repeat] if one != row])

    def type(self, path: str, text: str) -> None:
        typing.keep_typing(self.desk, self.record, {path: text})

    def _keep(self, repeat: str, rows: list[str]) -> None:
        self.rows[repeat] = rows
        typing.keep_typing(self.desk, self.record, {}, {repeat: tuple(rows)})


def plain(document: Document) -> tuple[dict[str, int], dict[str, str], int]:
    """A record's answers with rows by number, so that two records can be compared."""
    rows = document.rows
    answers = {paths.numbered(path, rows): text for path, text in document.answers.items() if path != "about/period"}
    return {repeat: len(ids) for repeat, ids in rows.items() if ids}, answers, len(document.differences)


def test_order_keys_make_the_order_that_is_wanted() -> None:
    random = Random(7)  # noqa: S311 - many orders
    for _ in range(300):
        rows = random.sample("abcdefgh", random.randint(1, 8))
        known = {row: random.choice(["1", "2", "2i", "3", ""]) for row in rows if random.random() < 0.6}
        keys = {**known, **arranging.order_keys(rows, known)}
        assert [row for _, row in sorted((keys[row], row) for row in rows)] == rows


def test_order_keys_that_serve_stay() -> None:
    assert arranging.order_keys("ab", {"a": "1", "b": "1"}) == {}
    assert arranging.order_keys("abx", {"a": "1", "b": "2"}) == {"x": "3"}
    assert arranging.order_keys("axb", {"a": "1", "b": "2"}) == {"x": "11"}
    assert arranging.order_keys("bcad", {"a": "1", "b": "2", "c": "3", "d": "4"}).keys() == {"a"}


def test_a_table_without_changes_is_as_it_stands() -> None:
    assert Table(("a", "b"), ("a", "b")).meets(["a", "c", "b"]) == ["a", "c", "b"]
    assert Table((), ()).meets(["c"]) == ["c"]
    assert Table(("a", "b"), ()).meets(["a", "b"], stay=["a"]) == ["a"]
