"""Single cases of merging that a random history meets seldom."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.property.histories import FORM, OWN, RECORDS, RULES, SPACES
from tests.records.statements import PROGRAMME_SPACE, admit, cut, join, key, member, office
from tests.store.desks import arrival, make_store, views, visible
from wopdesk.records.batch import Batch, Operation, Value, write_batch
from wopdesk.records.cells import answers, differences, rows, settling
from wopdesk.records.digest import sha256
from wopdesk.records.fields import RowField
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import BatchIds, Key, OpId
from wopdesk.records.permission import Held
from wopdesk.records.segment import Segment
from wopdesk.records.statement import SignedStatement
from wopdesk.store import reading
from wopdesk.store.arrivals import Arrival
from wopdesk.store.opening import open_store
from wopdesk.store.store import Store

HOME, NOTE = SPACES[0], RECORDS[0]
KIND = (NOTE.record, "@kind", write_founding(NOTE), ())
EVERYBODY = (
    office("p", "own"),
    office("a", "a1"),
    member(PROGRAMME_SPACE, "p", "facilitator"),
    member(HOME, "a", "mentee"),
)
ROW = RowField("work/done", "r" * 16)


def line(*ops: tuple[str, str, Value, tuple[str, ...]], at: int = 0) -> bytes:
    made = tuple(Operation(rec, field, value, tuple(map(OpId, parents))) for rec, field, value, parents in ops)  # type: ignore[arg-type]
    return write_batch(Batch(f"2026-10-31T09:12:{at:02}Z", "Sample Engineer", {"note": FORM}, made))


def note(field: str, value: Value, *parents: str) -> tuple[str, str, Value, tuple[str, ...]]:
    return NOTE.record, field, value, parents


def op(text: bytes, index: int, author: Key = key("a1")) -> str:  # noqa: B008 - a constant
    return f"{BatchIds(HOME.id, author).of(text)}:{index}"


def segment(*lines: bytes, after: tuple[Segment, ...] = (), author: Key = key("a1")) -> Segment:  # noqa: B008
    return Segment(HOME, author, tuple(one.id for one in after), lines)


@pytest.fixture
def desk(tmp_path: Path) -> Store:
    return make_store(tmp_path / "x.wopdesk")


def held(store: Store) -> set[Held | None]:
    with store.reading() as connection:
        return {one.held for one in reading.held(connection)}


@pytest.mark.parametrize("together", [True, False])
def test_a_batch_counts_if_any_of_its_segments_does(desk: Store, together: bool) -> None:  # noqa: FBT001
    first = line(KIND, note("about/x", "1"))
    lost, kept = segment(first), segment(line(KIND, at=1), first)
    order = cut("a1", spaces={HOME.id: (kept.id,)})
    if together:
        desk.take(arrival([*EVERYBODY, order, lost, kept]))
    else:
        for one in [*EVERYBODY, order, lost, kept]:
            desk.take(arrival([one]))
    assert held(desk) == set()
    before = views(desk)
    desk.rebuild()
    assert views(desk) == before


def test_a_predecessor_that_arrives_behind_a_cut_counts(desk: Store) -> None:
    texts = [line(KIND, at=0), line(note("about/x", "1"), at=1), line(note("about/y", "2"), at=2)]
    first = segment(texts[0])
    middle = segment(texts[1], after=(first,))
    last = segment(texts[2], after=(middle,))
    desk.take(arrival([*EVERYBODY, first, last, cut("a1", spaces={HOME.id: (last.id,)})]))
    desk.take(arrival([middle]))
    assert held(desk) == set()
    before = views(desk)
    desk.rebuild()
    assert views(desk) == before


def test_a_hidden_operation_does_not_launder_what_replaced_it(desk: Store) -> None:
    first = line(KIND, note("about/x", "1"))
    foreign = line(KIND, note("about/y", "evil", op(first, 1)), at=1)
    washed = line(KIND, note("about/y", "washed", op(foreign, 1)), at=2)
    desk.take(arrival([*EVERYBODY, segment(first, foreign, washed)]))
    cells = visible(desk)
    assert cells[HOME.id, NOTE.record, "about/x"] == {op(first, 1)}
    assert cells[HOME.id, NOTE.record, "about/y"] == {op(washed, 1)}


def test_an_unknown_key_counts_from_its_approval(desk: Store) -> None:
    desk.take(arrival([segment(line(KIND, note("about/x", "1")))]))
    assert held(desk) == {Held.UNKNOWN_KEY}
    desk.take(arrival(EVERYBODY))
    assert held(desk) == set()


def test_an_unknown_form_counts_once_it_is_known(tmp_path: Path) -> None:
    old = {name: replace(kind, forms=frozenset()) for name, kind in RULES.items()}
    with closing(make_store(tmp_path / "x.wopdesk")) as desk:
        desk.take(arrival([*EVERYBODY, segment(line(KIND, note("about/x", "1")))]))
        expected = views(desk)
    with closing(open_store(tmp_path / "x.wopdesk", old)) as desk:
        assert held(desk) == {Held.UNKNOWN_FORM}
    with closing(open_store(tmp_path / "x.wopdesk", RULES)) as desk:
        assert views(desk) == expected


def test_what_another_program_wrote_is_seen(desk: Store) -> None:
    texts = [line(KIND, note("about/x", str(number)), at=number) for number in range(3)]
    other = open_store(desk.path, RULES)
    desk.take(arrival([*EVERYBODY, segment(texts[0])]))
    other.take(arrival([segment(texts[1]), join("a2"), admit("a1", "a2")]))
    desk.take(arrival([segment(texts[2], author=key("a2"))]))
    assert len(visible(desk)[HOME.id, NOTE.record, "about/x"]) == 3
    before = views(desk)
    desk.rebuild()
    assert views(desk) == before
    other.close()


def test_what_was_undone_is_forgotten(desk: Store) -> None:
    text = line(KIND, note("about/x", "1"))
    with pytest.raises(ZeroDivisionError), desk.writing() as connection:
        assert 1 / (not desk.enter(connection, HOME, text))
    assert views(desk)["op"] == set()
    with desk.writing() as connection:
        assert desk.enter(connection, HOME, text)
        assert not desk.enter(connection, HOME, text)
    before = views(desk)
    desk.rebuild()
    assert views(desk) == before


def test_one_transaction_at_a_time(desk: Store) -> None:
    with desk.writing(), pytest.raises(RuntimeError), desk.writing():
        pass
    assert desk.save(HOME, Batch("2026-10-31T09:12:44Z", "Sample Engineer", {}, (Operation(*KIND),)))


def test_own_batches_count_again_in_the_segment_that_signs_them(desk: Store) -> None:
    text = line(KIND, note("about/x", "1"))
    with desk.writing() as connection:
        desk.enter(connection, HOME, text)
    states = views(desk)["op"]
    (signed,) = desk.sign(HOME, lambda _data: b"signature", [])
    assert signed.segment.lines == (text,)
    assert views(desk)["op"] == states
    assert not desk.take(arrival([signed.segment]))
    before = views(desk)
    desk.rebuild()
    assert views(desk) == before
    assert signed.segment.author == OWN


def test_a_row_removed_here_and_edited_there_is_a_difference_and_keeping_it_loses_nothing(desk: Store) -> None:
    fields = ROW.field, f"{ROW.prefix}title", f"{ROW.prefix}share"
    made = line(KIND, note(fields[0], "m"), note(fields[1], "Pump"), note(fields[2], "40"))
    gone = line(*(note(field, None, op(made, index)) for index, field in enumerate(fields, 1)), at=1)
    edited = line(note(fields[1], "Pump 2", op(made, 2)), at=2)
    desk.take(arrival([*EVERYBODY, segment(made, gone)]))
    with desk.reading() as connection:
        assert rows(reading.cells(connection, NOTE.record, HOME.id)) == {}
    desk.take(arrival([segment(edited)]))
    with desk.reading() as connection:
        cells = reading.cells(connection, NOTE.record, HOME.id)
        before = reading.removed(connection, NOTE.record, HOME.id, ROW)
    (found,) = differences(cells)
    assert found.field == ROW.field
    assert before == {fields[0]: "m", fields[1]: "Pump", fields[2]: "40"}
    kept = line(
        *(note(field, value, *parents) for field, value, parents in settling(cells, found, "keep", before)), at=3
    )
    desk.take(arrival([segment(kept)]))
    with desk.reading() as connection:
        cells = reading.cells(connection, NOTE.record, HOME.id)
    assert differences(cells) == []
    assert answers(cells) == {fields[1]: "Pump 2", fields[2]: "40"}
    assert rows(cells) == {ROW.repeat: [ROW.row]}


def test_what_a_removal_replaced_is_found_through_an_earlier_removal(desk: Store) -> None:
    made = line(KIND, note(ROW.field, "m"), note(f"{ROW.prefix}title", "Pump"))
    gone = line(note(ROW.field, None, op(made, 1)), note(f"{ROW.prefix}title", None, op(made, 2)), at=1)
    again = line(note(ROW.field, None, op(gone, 0)), note(f"{ROW.prefix}title", None, op(gone, 1)), at=2)
    desk.take(arrival([*EVERYBODY, segment(made, gone, again)]))
    with desk.reading() as connection:
        found = reading.removed(connection, NOTE.record, HOME.id, ROW)
    assert found == {ROW.field: "m", f"{ROW.prefix}title": "Pump"}


def statement_ids(statements: tuple[SignedStatement, ...]) -> set[str]:
    return {one.id for one in statements}


def test_a_statement_is_kept_once(desk: Store) -> None:
    assert set(desk.take(arrival(EVERYBODY)).statements) == statement_ids(EVERYBODY)
    assert not desk.take(arrival(EVERYBODY))


def test_a_file_under_the_name_of_another_one_is_not_kept(store: Store) -> None:
    other = sha256(b"another file")
    changed = store.take(Arrival(blobs={other: b"something else"}))
    assert changed.blobs == ()
    with store.reading() as connection:
        assert reading.blob(connection, other) is None


def test_a_founding_counts_only_where_its_record_is_founded(desk: Store) -> None:
    there = member(SPACES[1], "a", "mentee")
    desk.take(arrival([*EVERYBODY, there, segment(line(KIND))]))
    desk.take(arrival([Segment(SPACES[1], key("a1"), (), (line(KIND, at=1),))]))
    assert held(desk) == {Held.BAD_KIND}
