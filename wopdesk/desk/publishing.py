"""Publishing a form: PWON changes what is asked, and every office asks so once its bundle has arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wopdesk.desk import fitness
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.forming import kind_of, moved_paths, sheets_of
from wopdesk.desk.published import Published, arrived
from wopdesk.desk.shelf import Files
from wopdesk.desk.succession import following
from wopdesk.desk.writing import changes
from wopdesk.programme import published
from wopdesk.programme.kinds import form_id
from wopdesk.programme.published import FORM, FORM_ID, SETTINGS, SOURCE, XFORM
from wopdesk.programme.wording import Wording
from wopdesk.records.batch import Batch, BlobRef, Operation, write_batch
from wopdesk.records.digest import sha256
from wopdesk.records.fields import KIND, VERSION
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import BlobId, Founding, OpId, Space
from wopdesk.records.text import Unreadable
from wopdesk.records.version import HIGHEST, Version, read_version
from wopdesk.sentence import Sentence, joined
from wopdesk.store import arrivals, reading
from wopdesk.store.sqlite import Connection
from wopdesk.xlsform import compiled_text, load_xform
from wopdesk.xlsform.differences import Difference, differences
from wopdesk.xlsform.markdown import read_markdown, remarks, write_markdown
from wopdesk.xlsform.workbook import Workbook


class Unfit(DeskFault):
    """A form that offices could not use.

    Attributes:
        faults: everything that is wrong with it, in words.
    """

    def __init__(self, form: Wording, faults: Sequence[str]) -> None:
        """With what must be mended."""
        self.faults = tuple(faults)
        super().__init__(
            Sentence("The form '{form}' cannot be published: {faults}.", form=form, faults=joined(faults)),
            "Mend what is named, then try again.",
        )


@dataclass(frozen=True)
class Proposal:
    """A form that may be published.

    Attributes:
        kind: whose form it is.
        base: the id of the form in use with which it was compared.
        files: its files.
        changes: what differs from the form in use.
        moved: old path → new path of questions that are asked elsewhere or under another name.
        same: whether it is the form in use, to the letter.
    """

    kind: str
    base: str
    files: Files
    changes: tuple[Difference, ...]
    moved: Mapping[str, str] = field(hash=False)
    same: bool


def propose(desk: Desk, target: str, folder: Path, kind: str = "") -> Proposal:
    """Read a changed form, judge it as offices will, and see what differs from the one in use.

    Args:
        desk: the desk.
        target: an XLSForm file, or a kind in the folder.
        folder: a folder of forms, in which the kind may have a kind.toml of its own.
        kind: whose form a file is; by default as the form's own id says.

    Raises:
        FormError: it is not in order; lists everything that is wrong.
        DeskFault: there is no such form or kind, or offices could not use it.
    """
    sheets, settings = sheets_of(target, folder), b""
    if not Path(target).suffix:
        kind, own = target, folder / target / "kind.toml"
        settings = own.read_bytes() if own.is_file() else b""
    kind = kind or kind_of(sheets)
    if kind not in desk.shelf.shipped:
        raise _no_kind(desk, kind)
    found = _proposal(desk, kind, sheets, settings)
    wrong = () if found.same else fitness.faults(desk.shelf, kind, found.files)
    if wrong:
        raise Unfit(desk.shelf.kinds[kind].title, wrong)
    return found


def _proposal(desk: Desk, kind: str, sheets: Workbook, settings: bytes) -> Proposal:
    now = desk.shelf.files(kind)
    text = now.source.decode()
    before = read_markdown(text)
    source = write_markdown(sheets, remarks(text))
    xform, moved = compiled_text(source), moved_paths(before, sheets)
    wanted = (settings or now.settings).replace(b"\r\n", b"\n")
    present = desk.shelf.kinds[kind].form
    if form_id(xform, wanted) == present:
        return Proposal(kind, present, now, (), {}, same=True)
    held = load_xform(xform).elements
    following_on = following(wanted.decode(), present, (moved, held)).encode()
    files = Files(source.encode(), xform, following_on)
    return Proposal(kind, present, files, differences(before, sheets), moved, same=False)


def as_excel(desk: Desk, kind: str) -> bytes:
    """The form in use as a workbook, to be changed in Excel.

    Raises:
        DeskFault: there is no such kind.
    """
    from wopdesk.reports.form_workbook import form_workbook  # noqa: PLC0415  # openpyxl is loaded when a workbook is made

    if kind not in desk.shelf.kinds:
        raise _no_kind(desk, kind)
    sheets = read_markdown(desk.shelf.files(kind).source.decode())
    return form_workbook(sheets, desk.shelf.form(kind).title)


def _no_kind(desk: Desk, kind: str) -> DeskFault:
    return DeskFault(
        Sentence("There is no kind of document called '{kind}'.", kind=kind),
        Sentence("There are: {listed}.", listed=", ".join(sorted(desk.shelf.shipped))),
    )


def publish(desk: Desk, proposal: Proposal) -> str:
    """Put a form into the programme's space, and go by it; the digest of its version.

    It goes to every office with what is sent next.

    Raises:
        DeskFault: this is not PWON's desk, the form is in use already, or another one was published since it was
            compared: what differs would be taken back unseen.
    """
    programme = desk.identity.programme
    if not desk.is_facilitator or programme is None:
        raise DeskFault("Only PWON changes the forms of the programme.", "Tell PWON what should be asked.")
    desk.learn()
    _refuse_stale(proposal, desk.shelf.kinds[proposal.kind].form)
    founding = published.founding(programme.id, desk.office, proposal.kind)
    files = {SOURCE: proposal.files.source, XFORM: proposal.files.xform, SETTINGS: proposal.files.settings}
    with desk.store.writing() as connection:
        version = _version(connection, founding, {name: sha256(data) for name, data in files.items()})
        blobs = {sha256(data): data for data in (*files.values(), version.blob)}
        arrivals.write_blobs(connection, blobs)
        desk.store.enter(connection, programme, write_batch(_batch(desk, connection, (founding, programme), version)))
    desk.learn()
    return version.digest


def _refuse_stale(proposal: Proposal, in_use: str) -> None:
    if proposal.same or form_id(proposal.files.xform, proposal.files.settings) == in_use != proposal.base:
        raise DeskFault("This form is in use already.", "Change it in Excel, then publish it.")
    if in_use != proposal.base:
        raise DeskFault(
            "Another form was published since you looked at what differs.",
            "Change the form that is in use now in Excel, and bring that back.",
        )


def _version(connection: Connection, founding: Founding, answers: Mapping[str, str]) -> Version:
    """The version after those that stand now."""
    cells = reading.cells(connection, founding.record, founding.home)
    former = [one.value.sha256 for one in cells.get(VERSION, ()) if isinstance(one.value, BlobRef)]
    numbers = [_number(reading.blob(connection, one)) for one in former]
    return Version(
        number=min(HIGHEST, 1 + max(numbers, default=0)),
        record=founding.record,
        form=FORM_ID,
        after=tuple(sorted(former)),
        answers=answers,
        rows={},
        computed={},
        shown={},
        previous={},
    )


def _number(data: bytes | None) -> int:
    try:
        return read_version(data).number if data is not None else 0
    except Unreadable:
        return 0


def _batch(desk: Desk, connection: Connection, at: tuple[Founding, Space], version: Version) -> Batch:
    """One save that attaches the files, so that they go where the record goes, and names the version of them."""
    founding, space = at
    cells = reading.cells(connection, founding.record, space.id)
    named = {**version.answers, VERSION: version.digest}
    wanted = {field: BlobRef(BlobId(name)) for field, name in named.items()}
    ops = [] if KIND in cells else [Operation(founding.record, KIND, write_founding(founding), ())]
    for name, value, parents in changes(cells, wanted):
        ops.append(Operation(founding.record, name, value, tuple(map(OpId, parents))))
    return Batch(desk.now, desk.person, {FORM: FORM_ID}, tuple(ops))


def published_forms(desk: Desk) -> dict[str, tuple[Published, ...]]:
    """Every form that PWON published and that counts, by kind, the newest first. The desk goes by no other one."""
    return dict(arrived(desk.store, desk.shelf))
