"""A form on paper, to be filled in by hand where there is no computer: every question numbered, with room to write.

What is computed is left out, and what is asked only sometimes says when. Rows of tables are empty; lists that are
brought by the programme leave a line. In black and white, because it will be copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wopdesk.reports import blocks
from wopdesk.reports.asking import Ask, EmptyTable, Room
from wopdesk.reports.blocks import Block, Document
from wopdesk.reports.choice_labels import labelled, worded
from wopdesk.reports.conditions import Conditions
from wopdesk.reports.words import Speech, Term
from wopdesk.xlsform.definition import Definition, Group, Part, Question
from wopdesk.xlsform.expressions.site import Names

_OWN_NUMBER = re.compile(r"^\s*\d+\s*[.):۔-]\s*")
_WOVEN_ON = re.compile(r"(?<=\w)…+$")
_SIGNERS = {
    "author": Term("Prepared by"),
    "team_leader": Term("Team leader"),
    "director": Term("Managing Director"),
}
_UNSEEN = frozenset({"hidden", "calculate"})
_ROOMS: dict[str, Room] = {
    "integer": "short",
    "decimal": "short",
    "range": "short",
    "date": "date",
    "time": "time",
    "datetime": "datetime",
    "select_one": "one",
    "select_multiple": "several",
    "rank": "order",
    "acknowledge": "tick",
}
_FILES = frozenset({"image", "audio", "video", "file"})
_MOST_CHOICES = 40
_COLUMNS = 6
"""Questions of a repeat that fit beside each other."""
_ROWS, _CARDS = 6, 2
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Subject:
    """What the paper is of: the kind's title, its code in the guidelines, and which functions sign it."""

    title: str
    code: str = ""
    signs: tuple[str, ...] = ()


def document(definition: Definition, subject: Subject, language: str = "en") -> Document:
    """The form as blocks.

    Args:
        definition: The form.
        subject: Its title and code.
        language: Of questions and of fixed words.
    """
    say = Speech(language)
    paper = _Paper(definition, say)
    paper.number()
    head: list[Block] = [
        blocks.Title(subject.code or say("Form"), subject.title, say("To be filled in by hand. * must be answered.")),
        *(Ask("", label) for label in (say("Office"), say("Filled in by"))),
        Ask("", say("Date"), "date", words=paper.words("date")),
    ]
    signers = tuple(blocks.Signer(say(_SIGNERS[who])) for who in subject.signs if who in _SIGNERS)
    return Document(
        kind=subject.title,
        reference=subject.code,
        title=subject.title,
        organisation="PWON",
        programme=say("Water Operators' Partnerships Programme  ·  Pakistan"),
        status=say("Form to be filled in by hand"),
        language=language,
        grey=True,
        blocks=[*head, *paper.body(), *([blocks.Signatures(signers)] if signers else [])],
    )


@dataclass
class _Paper:
    """One form on its way to paper.

    Attributes:
        numbers: by question and table, as printed.
    """

    definition: Definition
    say: Speech
    numbers: dict[Names, str] = field(default_factory=dict)

    def number(self) -> None:
        """Give every question and table its number, so that conditions can name what comes later."""
        for at, page in enumerate(self._pages(), 1):
            self._count(page.parts, f"{at}.", 0)

    def body(self) -> Iterator[Block]:
        """Pages as numbered sections."""
        for at, page in enumerate(self._pages(), 1):
            label = _OWN_NUMBER.sub("", page.label(self.say.language))
            yield blocks.Heading(label, str(at), remark=self._condition(page))
            yield from self._inside(page)

    def words(self, room: Room) -> tuple[str, ...]:
        """What stands below the boxes."""
        day = (self.say("Day"), self.say("Month"), self.say("Year"))
        clock = (self.say("Hour"), self.say("Minute"))
        return {"date": day, "time": clock, "datetime": (*day, *clock)}.get(room, ())

    def _pages(self) -> list[Group]:
        """The top-level groups; questions outside of groups are pages of their own, one after the other as one."""
        found: list[Group] = []
        for part in self.definition.layout:
            if isinstance(part, Group) and not part.repeats:
                found.append(part)
            elif found and found[-1].path == "":
                found[-1] = Group("", found[-1].label, (*found[-1].parts, part))
            else:
                found.append(Group("", part.label, (part,)))
        return [page for page in found if any(self._asked(page.parts))]

    def _asked(self, parts: Sequence[Part]) -> Iterator[Question]:
        for part in parts:
            if isinstance(part, Group):
                yield from self._asked(part.parts)
            elif part.type not in _UNSEEN:
                yield part

    def _count(self, parts: Sequence[Part], before: str, last: int) -> int:
        for part in parts:
            if isinstance(part, Group) and not part.repeats:
                last = self._count(part.parts, before, last)
            elif isinstance(part, Group):
                last += 1
                self.numbers[_names(part)] = f"{before}{last}"
                columns = [one for one in self._asked(part.parts) if one.type != "note"]
                for at, one in enumerate(columns):
                    letter = _LETTERS[at % 26] * (at // 26 + 1)
                    self.numbers[_names(one)] = f"{before}{last}{letter}"
            elif part.type not in _UNSEEN | {"note"}:
                last += 1
                self.numbers[_names(part)] = f"{before}{last}"
        return last

    def _inside(self, group: Group) -> Iterator[Block]:
        for part in group.parts:
            if isinstance(part, Question):
                yield from self._question(part)
            elif part.repeats:
                yield from self._repeat(part)
            else:
                label = part.label(self.say.language)
                when = self._condition(part)
                yield from [blocks.Heading(label, level=2, remark=when)] if label or when else []
                yield from self._inside(part)

    def _condition(self, group: Group) -> str:
        bind = self.definition.binds.get(_names(group))
        return self._conditions().sentence(bind.relevant) if bind is not None and group.path else ""

    def _question(self, one: Question) -> Iterator[Block]:
        if one.type in _UNSEEN:
            return
        if one.type == "note":
            yield from self._note(one)
        else:
            yield self._ask(one)

    def _note(self, one: Question) -> Iterator[Block]:
        """A note that says the same to everybody; others tell what was computed."""
        control, bind = self.definition.controls[_names(one)], self.definition.binds[_names(one)]
        if not control.label.references() and bind.relevant is None:
            yield blocks.Paragraph(worded(control.label, self.say.language), "small")

    def _ask(self, one: Question) -> Ask:
        names = _names(one)
        control, bind = self.definition.controls[names], self.definition.binds[names]
        labels = tuple(labelled(self.definition, names, self.say.language).values())
        room = self._room(one)
        if room in {"one", "several", "order"} and not 0 < len(labels) <= _MOST_CHOICES:
            room, labels = "line", ()
        return Ask(
            number=self.numbers[names],
            label=_WOVEN_ON.sub("", worded(control.label, self.say.language)) or one.path.rpartition("/")[2],
            room=room,
            hint=worded(control.hint, self.say.language) if not control.hint.references() else "",
            condition=self._conditions().sentence(bind.relevant),
            choices=labels,
            required=bind.required is not None and bind.required.constant is True,
            words=self.words(room) or self._to_do(one, labels),
        )

    def _to_do(self, one: Question, labels: Sequence[str]) -> tuple[str, ...]:
        if one.type in _FILES:
            return (self.say("Attach it and write its number or name here."),)
        if one.type == "geopoint":
            return (self.say("Latitude and longitude, or the place in words."),)
        chooses = one.type in {"select_one", "select_multiple"} and not labels
        return (self.say("From the list of the programme."),) if chooses else ()

    def _room(self, one: Question) -> Room:
        long = one.type == "text" and "multiline" in one.appearance
        return "long" if long else _ROOMS.get(one.type, "line")

    def _repeat(self, group: Group) -> Iterator[Block]:
        asked = [one for one in self._asked(group.parts) if one.type != "note"]
        number = self.numbers[_names(group)]
        label = group.label(self.say.language)
        yield blocks.Heading(label or self.say("Rows"), number, level=2, remark=self._condition(group))
        columns = [column for one in asked for column in self._columns(one)]
        plain = not any(isinstance(part, Group) for part in group.parts)
        if plain and len(columns) <= _COLUMNS:
            yield EmptyTable(tuple(columns), _ROWS)
            return
        for at in range(1, _CARDS + 1):
            yield blocks.Heading(self.say("Row {number}", number=at), level=2)
            for one in asked:
                yield self._ask(one)
        yield blocks.Paragraph(self.say("For further rows copy this page."), "caption")

    def _columns(self, one: Question) -> Iterator[Ask]:
        """The column of a question; where its label is only woven in from a list, what is asked about comes first."""
        made = self._ask(one)
        if not re.search(r"\w", made.label):
            yield Ask("", self.say("What it is about"))
            made = replace(made, label=self.say("Answer"))
        yield made

    def _conditions(self) -> Conditions:
        def label(names: Names, value: str) -> str:
            return labelled(self.definition, names, self.say.language).get(value, value)

        ticked = frozenset(names for names, one in self.definition.controls.items() if one.type == "acknowledge")
        return Conditions(self.numbers, ticked, label, self.say)


def _names(part: Part) -> Names:
    return tuple(part.path.split("/")) if part.path else ()
