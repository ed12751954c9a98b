"""The cases beside a form of the corpus: what a person does, line by line, and what every field must be then.

A line that begins with a verb is done:

    case A TITLE                        a new sheet begins
    now MOMENT | person KEY TEXT        the moment and the person, before anything is done
    last PATH TEXT | given PATH TEXT    an answer of the sheet saved last; one that this sheet is opened with
    list NAME KEY=TEXT; KEY=TEXT …      one item of a list that is brought
    set PATH TEXT | clear PATH          an answer is given or taken back
    add REPEAT [PLACE] | remove ROW     a row comes (first, second …) or goes; a row is REPEAT[PLACE]
    finish MOMENT                       filling ends

Any other line says what must be so. Nothing is left out: what no line names is blank, asked, not required, open to be
changed and without fault, and what a line named once stays so until another line says otherwise.

    PATH = TEXT [FLAG, FLAG]            value and state: off, required, readonly, missing, type, choice, constraint
    PATH ~ PATTERN                      a value by chance
    REPEAT * COUNT                      how many rows there are
    PATH says TEXT, says/ur TEXT        its label; also `hints`, `guides`, `warns` (what is told of a bad answer)
    PATH offers VALUE=LABEL; …          its choices, in order; `offers/ur` in another language
    PATH carries SORT=FILE; …           the files beside its label
    PATH reads TEXT                     the labels of what was chosen
    titled TEXT                         the name of the sheet
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DONE = frozenset({"now", "person", "last", "given", "list", "set", "clear", "add", "remove", "finish"})
_SAID = re.compile(r"(?P<path>\S+) (?P<verb>=|~|\*|says|hints|guides|warns|offers|carries|reads)(?:/(?P<tongue>\w+))?")


@dataclass(frozen=True)
class Line:
    """One line of a case.

    Attributes:
        number: In its file.
        verb: What is done or said.
        path: Of what; "" for the sheet itself.
        text: The rest.
        language: Of words; "" for the form's own.
    """

    number: int
    verb: str
    path: str = ""
    text: str = ""
    language: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it is something to do."""
        return self.verb in DONE


@dataclass(frozen=True)
class Case:
    """What is done to one sheet, and what must come of it."""

    title: str
    lines: tuple[Line, ...]


def read_cases(text: str) -> Iterator[Case]:
    """The cases of a file; blank lines part nothing, `#` begins a remark."""
    title, found = "", list[Line]()
    for number, written in enumerate(text.splitlines(), 1):
        said = written.strip()
        if said.startswith("case "):
            if title:
                yield Case(title, tuple(found))
            title, found = said[5:], []
        elif said and not said.startswith("#"):
            found.append(_line(number, said))
    yield Case(title, tuple(found))


def pairs(text: str) -> dict[str, str]:
    """`a=One; b=Two` as a table."""
    return {key.strip(): said.strip() for key, _, said in (part.partition("=") for part in text.split(";") if part)}


def _line(number: int, said: str) -> Line:
    verb, _, rest = said.partition(" ")
    if verb in {"now", "finish", "titled"}:
        return Line(number, verb, text=rest)
    if verb in DONE:
        path, _, text = rest.partition(" ")
        return Line(number, verb, path, text)
    found = _SAID.match(said)
    assert found, f"line {number}: {said}"
    return Line(number, found["verb"], found["path"], said[found.end() :].strip(), found["tongue"] or "")
