"""What the fields of a record are to hold, so that questions are answered and rows stand as a person wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wopdesk.desk import arranging, filling, paths, questions
from wopdesk.desk.arranging import Table
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.cells import Cells, is_present
from wopdesk.records.fields import RowField
from wopdesk.records.ids import BlobId, Founding, is_hex
from wopdesk.records.order import is_order_key, order_between
from wopdesk.sentence import Sentence
from wopdesk.xlsform import Sheet

FILES = frozenset({"image", "file", "audio", "video", "binary"})
"""Question types whose answer is a file."""
_UNASKED = "file"
"""The type of a question that an older form asked: a digest that answers it is that of a file."""
_AS_SAVED: Mapping[str, Table] = {}


def wanted(
    desk: Desk, document: Document, answers: Mapping[str, str], tables: Mapping[str, Table] = _AS_SAVED
) -> dict[str, Value]:
    """What fields are to hold, so that these questions are answered and these repeats have these rows.

    Args:
        desk: the desk.
        document: the record.
        answers: texts by path; a row may be named by its number. Those in rows that are taken away say nothing.
        tables: rows by repeat, outer rows named by their ids.

    Raises:
        DeskFault: no such question, row or repeat, or a key answer, which cannot change.
    """
    for repeat in tables:
        questions.check_repeat(desk.shelf.form(document.kind.kind), repeat)
    rows = filling.known_rows(desk, document)
    found = begin_from(desk, document)
    orders = in_order(desk, document, tables)
    _arrange(document, (orders, rows), found)
    texts = named({path: text for path, text in answers.items() if stands(path, orders)}, rows)
    check_paths(desk, document, texts)
    for path in texts:
        found = rows_on(path, document.cells, rows) | found
    sheet = filling.sheet_of(desk, document, added=rows)
    for path, text in texts.items():
        found[path] = canonical_answer(sheet, path, text)
    return found


def _arrange(
    document: Document, of: tuple[Mapping[str, list[str]], dict[str, list[str]]], found: dict[str, Value]
) -> None:
    """Enter rows in order into the rows known and the fields wanted, with nothing in those that are taken away."""
    orders, rows = of
    present = {repeat: rows.get(repeat, []) for repeat in orders}
    gone = [RowField(repeat, row) for repeat in orders for row in present[repeat] if row not in orders[repeat]]
    rows |= orders
    for repeat, order in orders.items():
        if repeat not in document.kind.rows:
            found |= _placed(document.cells, repeat, order, found)
    for row in gone:
        found |= dict.fromkeys([row.field, *filter(row.holds, [*document.cells, *found])])
    for repeat in [repeat for repeat in rows if not stands(repeat, orders)]:
        del rows[repeat]


def stands(path: str, orders: Mapping[str, Sequence[str]]) -> bool:
    """Whether all rows through which a path leads are among those that their repeats are to have."""
    return all(step.row in orders.get(step.repeat, (step.row,)) for step in paths.steps(path))


def in_order(desk: Desk, document: Document, tables: Mapping[str, Table]) -> dict[str, list[str]]:
    """The rows that each repeat is to have, as they fit what the record and its lists hold now."""
    rows = filling.known_rows(desk, document) if tables else {}
    brought = filling.brought_rows(desk, document) if tables else {}
    found: dict[str, list[str]] = {}
    for repeat, table in tables.items():
        present = rows.get(repeat, [])
        order = table.meets(present, brought.get(repeat, ()))
        # Where a list makes the rows, none is added by hand; one whose item is gone meanwhile goes with it.
        found[repeat] = [row for row in order if row in present] if repeat in document.kind.rows else order
    return found


def _placed(cells: Cells, repeat: str, order: Sequence[str], found: Mapping[str, Value]) -> dict[str, Value]:
    """Order keys that must be written so that the rows stand in this order."""
    known: dict[str, str] = {}
    for row in order:
        place = RowField(repeat, row)
        keys = [one.value for one in cells.get(place.field, ())] if is_present(cells, place) else []
        said = [key for key in [found.get(place.field), *keys] if isinstance(key, str) and is_order_key(key)]
        if said or keys:
            known[row] = min(said, default="")
    return {RowField(repeat, row).field: key for row, key in arranging.order_keys(order, known).items()}


def key_answers(desk: Desk, founding: Founding) -> dict[str, str]:
    """The answers that make a record's key; they cannot be changed."""
    one_per = desk.shelf.kinds[founding.kind].one_per
    return dict(zip(one_per, founding.text.split("/"), strict=True)) if one_per else {}


def named(answers: Mapping[str, str], rows: dict[str, list[str]]) -> dict[str, str]:
    """Answers by path with row ids; `rows` grows by the rows that are new."""
    texts = {}
    for path, text in answers.items():
        name = paths.named(path, rows)
        texts[name] = text
        for step in paths.steps(name):
            known = rows.setdefault(step.repeat, [])
            if step.row not in known:
                known.append(step.row)
    return texts


def check_paths(desk: Desk, document: Document, texts: Iterable[str]) -> None:
    """Refuse answers that have no place in the form, and those that make the record what it is.

    Raises:
        DeskFault: one of them is such.
    """
    form, fixed = desk.shelf.form(document.kind.kind), key_answers(desk, document.founding)
    for path in texts:
        if path in fixed:
            raise DeskFault(
                Sentence("{path} makes this record what it is and cannot change.", path=path), "Start the right one."
            )
        questions.type_of(form, path)


def begin_from(desk: Desk, document: Document) -> dict[str, Value]:
    """From what editing starts, besides what stands in the draft already.

    Where only versions are here, the rows and answers of the newest become the draft.
    """
    if document.has_draft or document.latest is None:
        return {}
    found: dict[str, Value] = {}
    for repeat, ids in document.rows.items():
        last = ""
        for row in ids:
            last = order_between(last)
            found[RowField(repeat, row).field] = last
    types = {question.path: question.type for question in desk.shelf.form(document.kind.kind).questions}
    for path, text in document.answers.items():
        found[path] = _file_or_text(types.get(paths.template(path), _UNASKED), text)
    return found


def without_place(desk: Desk, document: Document, texts: Mapping[str, str]) -> dict[str, Value]:
    """What was typed under an older form and has no place in the one in use, to be kept as it is."""
    form = desk.shelf.form(document.kind.kind)
    return {
        path: _file_or_text(_UNASKED, text) or None for path, text in texts.items() if not questions.asks(form, path)
    }


def _file_or_text(kind: str, text: str) -> Value:
    return BlobRef(BlobId(text)) if kind in FILES and is_hex(text) else text


def rows_on(path: str, cells: Cells, rows: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """Existence of the rows that a path leads through, where they have none yet."""
    found: dict[str, Value] = {}
    for step in paths.steps(path):
        row = RowField(step.repeat, step.row)
        if not is_present(cells, row):
            before = rows[step.repeat][: rows[step.repeat].index(step.row)]
            found[row.field] = key_after(before, cells, step.repeat)
    return found


def key_after(before: Sequence[str], cells: Cells, repeat: str) -> str:
    """An order key behind the rows before it; each place without a key of its own counts one on."""
    last = ""
    for row in before:
        visible = cells.get(RowField(repeat, row).field, ())
        own = next((one.value for one in visible if isinstance(one.value, str)), None)
        last = max(last, own) if own else order_between(last)
    return order_between(last)


def canonical_answer(sheet: Sheet, path: str, text: str) -> Value:
    """An answer as it is kept: a choice may be named by its label, a file is named by its digest.

    What an older form asked is kept as it is.
    """
    try:
        sheet.set(path, text)
    except KeyError:
        return _file_or_text(_UNASKED, text) or None
    field = sheet.field(path)
    labelled = [choice.value for choice in field.choices if text in choice.label.said.values()]
    if text and len(labelled) == 1 and text not in {choice.value for choice in field.choices}:
        sheet.set(path, labelled[0])
        field = sheet.field(path)
    if field.value == "":
        return None
    return _file_or_text(field.type, field.value)
