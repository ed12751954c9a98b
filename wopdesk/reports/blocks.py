"""What a document consists of. Layouts build these values; the renderer draws them and knows no kind of document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wopdesk.reports.asking import Ask, EmptyTable

INFO, GOOD, WARN, BAD, QUIET = "info", "good", "warn", "bad", "quiet"
"""Tones: what a colour means."""

START, END = "start", "end"
"""Alignment of a column: where reading starts, or where figures end."""


@dataclass(frozen=True)
class Chip:
    """A short status in a coloured pill."""

    text: str
    tone: str = QUIET


@dataclass(frozen=True)
class Bar:
    """A share done from 0 to 100, with a mark where it should be by plan."""

    done: int
    planned: int | None = None
    tone: str = INFO


@dataclass(frozen=True)
class Detailed:
    """A text with a longer one below it, such as an activity and what was done; a plain one is no title of it."""

    text: str
    detail: str
    plain: bool = False


@dataclass(frozen=True)
class Strong:
    """A figure that the eye is to find first."""

    text: str


@dataclass(frozen=True)
class Spark:
    """A small line without axes; None is a gap."""

    values: tuple[float | None, ...]
    target: float | None = None


Cell = str | Chip | Bar | Detailed | Strong | Spark


@dataclass(frozen=True)
class Column:
    """One column of a table; widths are shares of the page's width."""

    title: str
    width: float = 1
    align: str = START


@dataclass(frozen=True)
class Title:
    """The head of a document: its kind in small letters, the title, a line below."""

    kicker: str
    title: str
    subtitle: str = ""


@dataclass(frozen=True)
class Facts:
    """Labels with values, several beside each other; labels in capitals, unless units in them must stay as typed."""

    items: tuple[tuple[str, str], ...]
    columns: int = 4
    as_typed: bool = False


@dataclass(frozen=True)
class Tile:
    """One figure in the band below the title.

    Attributes:
        label: what it is.
        value: in large letters.
        note: one or two lines below.
        tone: what its colour means.
        state: the same in words, in a pill.
        share: from 0 to 100, drawn as a bar.
        planned: where the bar should be.
    """

    label: str
    value: str
    note: str = ""
    tone: str = INFO
    state: str = ""
    share: int | None = None
    planned: int | None = None


@dataclass(frozen=True)
class Tiles:
    """A band of figures."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Heading:
    """A heading, with a number in front of it if it has one and a remark below it; it becomes a bookmark."""

    text: str
    number: str = ""
    level: int = 1
    remark: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text in any script; line ends are kept."""

    text: str
    style: str = "body"


@dataclass(frozen=True)
class Callout:
    """A few lines that must not be overlooked."""

    title: str
    text: str
    tone: str = INFO


@dataclass(frozen=True)
class Table:
    """Rows under titled columns; rows and their texts may run over pages."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Chart:
    """One line over periods, with the target as a dashed line. None is a gap.

    One that stretches takes what room the first page has left, and is left out where that is too low.
    """

    title: str
    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    target: float | None = None
    caption: str = ""
    stretches: bool = False


@dataclass(frozen=True)
class Charts:
    """Small charts, two beside each other."""

    charts: tuple[Chart, ...]


@dataclass(frozen=True)
class Photo:
    """A JPEG as it is, with its caption; without bytes the reason stands in its place."""

    caption: str
    jpeg: bytes | None = None
    absent: str = ""


@dataclass(frozen=True)
class Photos:
    """Photos, in rows of equal height."""

    photos: tuple[Photo, ...]


@dataclass(frozen=True)
class Signer:
    """A place for one signature in ink."""

    role: str
    name: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Signatures:
    """Places for signatures, kept together on one page."""

    signers: tuple[Signer, ...]
    note: str = ""


@dataclass(frozen=True)
class Remarks:
    """Lines to write on by hand; they take what room the page has left above the signatures that follow."""

    title: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page, unless a third of this one or more would stay empty."""


Block = (
    Title
    | Facts
    | Tiles
    | Heading
    | Paragraph
    | Callout
    | Table
    | Chart
    | Charts
    | Photos
    | Remarks
    | Signatures
    | NewPage
    | Ask
    | EmptyTable
)


@dataclass(frozen=True)
class Document:
    """A document ready to be drawn.

    Attributes:
        kind: such as `Monthly report`.
        reference: printed on each page.
        title: of the document as a whole.
        organisation: the letterhead.
        programme: the line below the letterhead.
        status: version and day, or that it is a draft.
        code: short code of the version's digest, empty for a draft.
        seal: text of the QR, empty for none.
        watermark: large letters behind the text of each page, such as `DRAFT`.
        warning: a line at the head of each page, such as that the office is not confirmed.
        keywords: for the document's properties.
        language: `en` or `ur`.
        grey: whether it is printed without colours.
        day: of submission, None for a draft; never the day of printing, so that a paper printed again is the same.
    """

    kind: str
    reference: str
    title: str
    organisation: str
    blocks: Sequence[Block]
    programme: str = ""
    status: str = ""
    code: str = ""
    seal: str = ""
    watermark: str = ""
    warning: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"
    grey: bool = False
    day: date | None = None
