"""Field names of an operation: answer paths, and the reserved fields that begin with `@`."""

from __future__ import annotations

import re
from dataclasses import dataclass

KIND, VERSION, BEHALF, RETIRED = "@kind", "@version", "@behalf", "@retired"

_NAME = r"[A-Za-z_][A-Za-z0-9_.\-]*"
_ROW = r"[a-z2-7]{16}"
_STEP = rf"{_NAME}(?:\[{_ROW}\])?"
ANSWER = re.compile(rf"{_STEP}(?:/{_STEP}){{0,63}}")
_ROW_FIELD = re.compile(rf"@row/(?P<repeat>(?:{_STEP}/){{0,63}}{_NAME})/(?P<row>{_ROW})")
_REVIEW = re.compile(r"@review/(?P<digest>[0-9a-f]{64})/(?P<office>[0-9a-f]{32})")
_OTHER = re.compile(rf"@withdrawn/[0-9a-f]{{64}}|@scan/[0-9a-f]{{64}}/{_NAME}")


@dataclass(frozen=True)
class RowField:
    """`@row/<repeat>/<row>`: the existence and order of one row."""

    repeat: str
    row: str

    @property
    def field(self) -> str:
        """The field's name."""
        return f"@row/{self.repeat}/{self.row}"

    @property
    def prefix(self) -> str:
        """What the fields and nested rows of this row begin with: `work/activities[k3f9…]/`."""
        return f"{self.repeat}[{self.row}]/"

    def holds(self, field: str) -> bool:
        """Whether `field` is a field of this row or the `@row` of a row nested in it."""
        return field.startswith((self.prefix, f"@row/{self.prefix}"))


@dataclass(frozen=True)
class ReviewField:
    """`@review/<digest>/<office>`: one office's verdict on one version."""

    digest: str
    office: str

    @property
    def field(self) -> str:
        """The field's name."""
        return f"@review/{self.digest}/{self.office}"


def row_field(field: str) -> RowField | None:
    """The row that `field` speaks of, or None."""
    found = _ROW_FIELD.fullmatch(field) if field.startswith("@row/") else None
    return RowField(found["repeat"], found["row"]) if found else None


def enclosing(field: str) -> list[str]:
    """Prefixes of the rows that hold a field, the outermost first: those rows of which `RowField.holds` is true."""
    name = field.removeprefix("@row/")
    ends = [at + 2 for at in range(len(name) - 1) if name.startswith("]/", at)]
    return [name[:end] for end in ends]


def review_field(field: str) -> ReviewField | None:
    """The review that `field` is, or None."""
    found = _REVIEW.fullmatch(field) if field.startswith("@review/") else None
    return ReviewField(found["digest"], found["office"]) if found else None


def is_answer(field: str) -> bool:
    """Whether `field` is an answer's path."""
    return ANSWER.fullmatch(field) is not None


def is_known(field: str) -> bool:
    """Whether this version of the program can judge the field; another one is held."""
    if not field.startswith("@"):
        return is_answer(field)
    plain = field in {KIND, VERSION, BEHALF, RETIRED}
    return plain or any(pattern.fullmatch(field) is not None for pattern in (_ROW_FIELD, _REVIEW, _OTHER))
