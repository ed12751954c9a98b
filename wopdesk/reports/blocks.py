"""What a document consists of. Layouts build these values; the renderer draws them and knows no kind of document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
    """A text with a longer one below it, such as an activity and what was done."""

    text: str
    detail: str


Cell = str | Chip | Bar | Detailed


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
    """Labels with values, several beside each other."""

    items: tuple[tuple[str, str], ...]
    columns: int = 4


@dataclass(frozen=True)
class Tile:
    """One figure in the band below the title; `share` from 0 to 100 draws a bar."""

    label: str
    value: str
    note: str = ""
    tone: str = INFO
    share: int | None = None


@dataclass(frozen=True)
class Tiles:
    """A band of figures."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Heading:
    """A heading, with a number in front of it if it has one; it becomes a bookmark."""

    text: str
    number: str = ""
    level: int = 1


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
    """One line over periods, with the target as a dashed line. None is a gap."""

    title: str
    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    target: float | None = None
    caption: str = ""


@dataclass(frozen=True)
class Photo:
    """A JPEG as it is, with its caption; without bytes the reason stands in its place."""

    caption: str
    jpeg: bytes | None = None
    absent: str = ""


@dataclass(frozen=True)
class Photos:
    """Photos, two beside each other."""

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


Block = Title | Facts | Tiles | Heading | Paragraph | Callout | Table | Chart | Photos | Signatures


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
    day: date | None = None
