"""What the welcome shows and where it goes next, as values and functions of values. Knows neither Qt nor a desk.

The desk is imported only when something is to be made (`making`), so that the first page appears at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from wopdesk.ui.phrase import Phrase

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told

Step = Literal["who", "office", "how", "working", "kit", "ready", "whom", "restore", "recover"]
"""The pages: three short steps, and what follows from the third or stands beside the first."""
Way = Literal["invitation", "alone", "further", "found", "recover", "sample"]
Role = Literal["mentee", "mentor", "supporting", "facilitator"]
STEPS: tuple[Step, ...] = ("who", "office", "how")
ROLES: tuple[Role, ...] = ("mentee", "mentor", "supporting", "facilitator")
PWON = "PWON"
ON_PAPER, LATER = "yes", "later"
LAST = 4
"""Characters of the passphrase that are typed to show that it stands on paper."""


@dataclass(frozen=True)
class Typed:
    """All that a person typed or chose; it stays while pages come and go.

    Attributes:
        place: where the data file is to lie.
        name, position: of the person.
        role: the office's profile, "" while none was chosen.
        office, city: name and place of the organisation.
        way: how to begin, "" while none was chosen.
        invitation, introduction: files for the ways that need one.
        code: as heard on the telephone.
        kit, paper: where the recovery kit's file was saved or lies, and where its passphrase was saved as a PDF.
        on_paper: `ON_PAPER` or `LATER`, "" while it was not said whether the passphrase stands on paper.
        last: the last characters of the passphrase, as read from paper.
        backup, keys: what is to be brought back.
        passphrase: of the recovery kit that is opened.
        left: a backup or an invitation, from which PWON begins again.
        loss: what became of PWON's computer, "" while it was not said.
    """

    place: Path
    name: str = ""
    position: str = ""
    role: str = ""
    office: str = ""
    city: str = ""
    way: str = ""
    invitation: Path | None = None
    introduction: Path | None = None
    code: str = ""
    kit: Path | None = None
    paper: Path | None = None
    on_paper: str = ""
    last: str = ""
    backup: Path | None = None
    keys: Path | None = None
    passphrase: str = field(default="", repr=False)
    left: Path | None = None
    loss: str = ""


@dataclass(frozen=True)
class Letter:
    """What a chosen file is: who wrote it and when (UTC day), and whether it invites."""

    sender: str
    day: str
    invitation: bool


@dataclass(frozen=True)
class Backup:
    """What a chosen backup holds: whose it is, how many saves, and the day (UTC) of the last one."""

    office: str
    saves: int
    day: str


@dataclass(frozen=True)
class Kit:
    """The recovery kit while it is on the screen: its passphrase, and what the file is to be called."""

    passphrase: str = field(repr=False)
    file: bytes = field(repr=False)
    name: str = "pwon.recovery-kit"


@dataclass(frozen=True)
class Ready:
    """A desk that was set up: its data file, its office, the code for the telephone, and how it began."""

    path: Path
    office: str
    code: str
    way: str


@dataclass(frozen=True)
class Content:
    """What the page shows.

    Attributes:
        step: which page.
        typed: what stands in its fields.
        problems: what is wrong with a field, by the field's name in `Typed`.
        fault: what went wrong outside, in three sentences.
        letter, backup: what the chosen file is, once it was looked at.
        said: what was done so far, while the page waits.
        kit: of a network that was founded.
        ready: what was set up.
        sample: whether a sample lies there already.
        refused: the name of the file that was chosen last and cannot be used.
    """

    step: Step
    typed: Typed
    problems: Mapping[str, Phrase] = field(default_factory=dict)
    fault: Told | None = None
    letter: Letter | None = None
    backup: Backup | None = None
    said: tuple[Phrase, ...] = ()
    kit: Kit | None = None
    ready: Ready | None = None
    sample: bool = False
    refused: str = ""

    @property
    def ways(self) -> tuple[Way, ...]:
        """How an office of this role can begin; the first is what most do."""
        if self.typed.role == "facilitator":
            return ("found", "further", "recover", "sample")
        return ("invitation", "alone", "further", "sample")

    @property
    def kit_lacks(self) -> Phrase | None:
        """What comes first: its file is saved, its passphrase stands on paper, or in a PDF till then."""
        now = self.typed
        steps = (
            (now.kit is None, "First save the encrypted file."),
            (not now.on_paper, "First say whether you have the passphrase on paper."),
            (now.on_paper == LATER and now.paper is None, "First save the passphrase as PDF."),
            (now.on_paper == ON_PAPER and not now.last, "First type the last four characters."),
        )
        return next((Phrase(text) for lacks, text in steps if lacks), None) if self.step == "kit" else None

    @property
    def file(self) -> Path | None:
        """The file that the chosen way begins with."""
        return self.typed.invitation if self.typed.way == "invitation" else self.typed.introduction


def first(place: Path, *, sample: bool = False) -> Content:
    """The first page."""
    return Content("who", Typed(place), sample=sample)


def typed(content: Content, name: str, value: object) -> Content:
    """What was typed or chosen in a field; its problem is gone, since it may be right now."""
    changed: Mapping[str, Any] = {name: value}
    fresh = replace(content.typed, **changed)
    if name == "role":
        fresh = _for_role(fresh)
    problems = {key: problem for key, problem in content.problems.items() if key != name}
    another = name in {"invitation", "introduction", "way", "role", "left"}
    letter, refused = (None, "") if another else (content.letter, content.refused)
    held = None if name in {"backup", "left"} else content.backup
    return replace(content, typed=fresh, problems=problems, letter=letter, refused=refused, backup=held)


def _for_role(fresh: Typed) -> Typed:
    """PWON's name is known, and its ways to begin are others."""
    office = PWON if fresh.role == "facilitator" else "" if fresh.office == PWON else fresh.office
    return replace(fresh, office=office, way="found" if fresh.role == "facilitator" else "invitation")


def forward(content: Content) -> Content:
    """The next page, or the same one with what is missing; after the last step the page waits for what is made."""
    problems = _missing(content)
    if problems:
        return replace(content, problems=problems, fault=None)
    at = STEPS.index(content.step)
    last: Step = "recover" if content.typed.way == "recover" else "working"
    after: Step = STEPS[at + 1] if at + 1 < len(STEPS) else last
    return replace(content, step=after, problems={}, fault=None, said=())


def back(content: Content) -> Content:
    """The page before."""
    at = STEPS.index(content.step) if content.step in STEPS else 0
    return replace(content, step=STEPS[max(0, at - 1)], problems={}, fault=None)


def failed(content: Content, told: Told, left: Step) -> Content:
    """The page from which it was tried, with all that was typed and what went wrong."""
    return replace(content, step=left if content.step == "working" else content.step, fault=told, said=())


def unreadable(content: Content, name: str, file: Path, told: Told) -> Content:
    """The page with what is wrong with a chosen file, which is let go; unless another one was chosen meanwhile."""
    if getattr(content.typed, name) != file:
        return content
    without = replace(typed(content, name, None), fault=told, refused=file.name)
    return replace(without, problems={**without.problems, **_missing_file(without)})


def looked(content: Content, file: Path, letter: Letter) -> Content:
    """What a chosen file is, unless another one was chosen meanwhile."""
    if file != content.file:
        return content
    problems = {**content.problems, **_for_another_way(content.typed.way, letter)}
    return replace(content, letter=letter, problems=problems, fault=None)


def _for_another_way(way: str, letter: Letter) -> dict[str, Phrase]:
    if way == "invitation" and not letter.invitation:
        return {"invitation": Phrase("This is no invitation. Choose the file with which PWON invited your office.")}
    if way == "further" and letter.invitation:
        return {"introduction": Phrase("This is PWON's invitation. Choose the file that your first computer made.")}
    return {}


def saving(content: Content, half: str, file: Path) -> Content:
    """Where one half of the recovery kit, `kit` or `paper`, is to be saved: never in the folder of the other one."""
    other = content.typed.paper if half == "kit" else content.typed.kit
    problems = {key: problem for key, problem in content.problems.items() if key != half}
    if other is not None and other.parent.resolve() == file.parent.resolve():
        problems[half] = Phrase(
            "Nothing was saved: the other half of the kit lies there. Whoever finds both can speak for PWON. Choose "
            "another place."
        )
    return replace(content, problems=problems)


def person(said: Typed) -> str:
    """The name as it stands beside what is saved: `Name, Position`."""
    return ", ".join(part for part in (_tidy(said.name), _tidy(said.position)) if part)


def office(said: Typed) -> str:
    """The office's name, with its city where the name does not say it: `WASA Faisalabad`."""
    name, city = _tidy(said.office), _tidy(said.city)
    return name if not city or city.casefold() in name.casefold() else f"{name}, {city}"


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _missing(content: Content) -> dict[str, Phrase]:
    said = content.typed
    if content.step == "who":
        return {} if _tidy(said.name) else {"name": Phrase("Write your name, as it is to stand on papers.")}
    if content.step == "office":
        return _missing_of_office(said)
    if content.file is None:
        return _missing_file(content)
    if content.letter is not None and (other := _for_another_way(said.way, content.letter)):
        return other
    if said.way == "invitation" and not said.code.strip():
        ask = "Ask PWON for the invitation code on the telephone, or start alone and open the invitation later."
        return {"code": Phrase(ask)}
    return {}


def _missing_file(content: Content) -> dict[str, Phrase]:
    """That a file is to be chosen, and which one was no use."""
    values = {"file": content.refused} if content.refused else {}
    if content.typed.way == "invitation":
        text = "Choose the file that PWON sent, or start alone and open it later."
        refused = "{file} is not an invitation. Choose the file that PWON sent, or start alone and open it later."
        return {"invitation": Phrase(refused if values else text, values)}
    if content.typed.way == "further":
        text = "Choose the file that the first computer of your office made."
        refused = "{file} cannot be used. Choose the file that the first computer of your office made."
        return {"introduction": Phrase(refused if values else text, values)}
    return {}


def _missing_of_office(said: Typed) -> dict[str, Phrase]:
    if not said.role:
        return {"role": Phrase("Choose what your office is.")}
    return {} if _tidy(said.office) else {"office": Phrase("Write the name of the organisation.")}
