"""The programme as PWON's guidelines describe it: fourteen steps, their documents, actors and rules, as data.

Read from forms/programme.toml, which names the guidelines' section of each fact.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wopdesk.programme.deadlines import DueRule
from wopdesk.programme.wording import Wording, wording


@dataclass(frozen=True)
class Named:
    """A fact with a stable code: an actor, a principle, an objective, a method, an output, a phase.

    Attributes:
        code: never changes.
        title: what people read.
        section: the place in the guidelines.
        also: other names under which it is found.
    """

    code: str
    title: Wording
    section: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A document of the programme, D01 to D24.

    Attributes:
        compilers, signers, recipients: codes of actors.
        kind: the kind in which it is written here, empty when it is not, or not yet.
        field: the answer in the partnership that shows that it is done, empty when there is none.
        due: name of its due rule, empty when it has none.
        opens: what can happen once it is there.
        ours: whether it is a proposal of ours that the guidelines do not name.
        notes: codes of findings about the source.
    """

    code: str
    title: Wording
    section: str
    compilers: tuple[str, ...]
    signers: tuple[str, ...]
    recipients: tuple[str, ...]
    kind: str
    field: str
    due: str
    opens: Wording | None
    ours: bool
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """What a document must contain, or an actor must prepare.

    Attributes:
        document: the document, empty for preparations.
        actor: who contributes or prepares it, empty when the compilers do.
        items: in the order of the guidelines.
    """

    document: str
    actor: str
    items: tuple[Wording, ...]


@dataclass(frozen=True)
class Step:
    """One of the fourteen steps.

    Attributes:
        code: the guidelines' section, such as `3.2.2`.
        name: a stable name for programs.
        phase: code of the phase.
        short: its name where room is short; a soft hyphen says where it may break.
        whole: whether it is of the programme as a whole and blocks no single partnership.
        actors: codes of those who act.
        organiser: who invites or hosts, empty when nobody is named.
        needs: steps that come before.
        done: documents that show that it is done; without any it counts as done once a later step is.
        documents: documents that it brings forth.
        opens: what it makes possible.
        attendees, witnesses: who is present; all attendees must be.
        agenda: of its meeting.
        contents: required contents of its documents.
        prepares: what actors are to prepare.
        notes: codes of findings about the source.
    """

    code: str
    name: str
    phase: str
    title: Wording
    short: Wording
    also: tuple[str, ...]
    whole: bool
    actors: tuple[str, ...]
    organiser: str
    venue: str
    needs: tuple[str, ...]
    done: tuple[str, ...]
    documents: tuple[str, ...]
    opens: Wording
    attendees: tuple[str, ...]
    witnesses: tuple[str, ...]
    agenda: tuple[Wording, ...]
    contents: tuple[Contents, ...]
    prepares: tuple[Contents, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Programme:
    """All of programme.toml.

    Attributes:
        pilot_months: least and most months that a pilot takes (2.6).
        main_team: least and most persons of a mentee's main team (3.1.1).
        large_team: most persons of its large team, the main team included.
    """

    title: Wording
    phases: tuple[Named, ...]
    steps: tuple[Step, ...]
    documents: Mapping[str, Document] = field(hash=False)
    due: Mapping[str, DueRule] = field(hash=False)
    actors: Mapping[str, Named] = field(hash=False)
    principles: tuple[Named, ...]
    objectives: tuple[Named, ...]
    methods: tuple[Named, ...]
    outputs: tuple[Named, ...]
    understandings: tuple[Named, ...]
    notes: Mapping[str, Wording] = field(hash=False)
    pilot_months: tuple[int, int]
    main_team: tuple[int, int]
    large_team: int


def load_programme(file: Path) -> Programme:
    """Read programme.toml.

    Raises:
        ValueError: it is not TOML, lacks something, or names what it does not define. A fault of the build.
    """
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
        programme = _read_programme(values)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{file}: {error!r}") from error
    if unknown := _undefined(programme):
        raise ValueError(f"{file} names what it does not define: {', '.join(unknown)}")
    return programme


def load_steps(file: Path) -> tuple[Step, ...]:
    """The fourteen steps of programme.toml, in order."""
    return load_programme(file).steps


def _read_programme(values: Mapping[str, Any]) -> Programme:
    return Programme(
        title=wording(values["programme"]["title"]),
        phases=_named(values["phase"]),
        steps=tuple(map(_read_step, values["step"])),
        documents={value["code"]: _read_document(value) for value in values["document"]},
        due={name: _read_due(name, value) for name, value in values["due"].items()},
        actors={actor.code: actor for actor in _named(values["actor"])},
        principles=_named(values["principle"]),
        objectives=_named(values["objective"]),
        methods=_named(values["method"]),
        outputs=_named(values["output"]),
        understandings=_named(values["understanding"]),
        notes={note["code"]: wording(note["text"]) for note in values["note"]},
        pilot_months=(values["pilot"]["months_least"], values["pilot"]["months_most"]),
        main_team=(values["team"]["main_least"], values["team"]["main_most"]),
        large_team=values["team"]["large_most"],
    )


def _named(values: Sequence[Mapping[str, Any]]) -> tuple[Named, ...]:
    return tuple(
        Named(value["code"], wording(value["title"]), value["section"], tuple(value.get("also", ())))
        for value in values
    )


def _read_due(name: str, value: Mapping[str, Any]) -> DueRule:
    working = "working_days" in value
    return DueRule(name, value["after"], value["working_days" if working else "days"], working)


def _read_document(value: Mapping[str, Any]) -> Document:
    return Document(
        code=value["code"],
        title=wording(value["title"]),
        section=value["section"],
        compilers=tuple(value["compilers"]),
        signers=tuple(value.get("signers", ())),
        recipients=tuple(value.get("recipients", ())),
        kind=value.get("kind", ""),
        field=value.get("field", ""),
        due=value.get("due", ""),
        opens=wording(value["opens"]) if "opens" in value else None,
        ours=value.get("ours", False),
        notes=tuple(value.get("note", ())),
    )


def _read_step(value: Mapping[str, Any]) -> Step:
    return Step(
        code=value["code"],
        name=value["name"],
        phase=value["phase"],
        title=wording(value["title"]),
        short=wording(value.get("short", value["title"])),
        also=tuple(value.get("also", ())),
        whole=value.get("programme", False),
        actors=tuple(value["actors"]),
        organiser=value.get("organiser", ""),
        venue=value.get("venue", ""),
        needs=tuple(value.get("needs", ())),
        done=tuple(value.get("done", ())),
        documents=tuple(value.get("documents", ())),
        opens=wording(value["opens"]),
        attendees=tuple(value.get("attendees", ())),
        witnesses=tuple(value.get("witnesses", ())),
        agenda=tuple(map(wording, value.get("agenda", ()))),
        contents=_contents(value.get("contents", ())),
        prepares=_contents(value.get("prepares", ())),
        notes=tuple(value.get("note", ())),
    )


def _contents(values: Sequence[Mapping[str, Any]]) -> tuple[Contents, ...]:
    return tuple(
        Contents(value.get("document", ""), value.get("actor", ""), _items(value["items"])) for value in values
    )


def _items(items: Sequence[Mapping[str, str]]) -> tuple[Wording, ...]:
    """An item's `source` (the number in the guidelines, X-01) is for readers of the file."""
    return tuple(wording({name: text for name, text in item.items() if name != "source"}) for item in items)


def _undefined(programme: Programme) -> list[str]:
    """Codes that are referred to and not defined."""
    steps, documents = programme.steps, programme.documents.values()
    people = [(one.attendees, one.witnesses, one.actors, (one.organiser, one.venue)) for one in steps]
    hands = [(one.compilers, one.signers, one.recipients) for one in documents]
    papers = [(one.documents, one.done, [part.document for part in one.contents]) for one in steps]
    named = [
        (programme.actors, {code for groups in (*people, *hands) for group in groups for code in group}),
        (programme.documents, {code for groups in papers for group in groups for code in group}),
        ({one.code for one in steps}, {code for one in steps for code in one.needs}),
        (programme.due, {one.due for one in documents}),
        (
            programme.notes,
            {code for notes in ([one.notes for one in steps] + [one.notes for one in documents]) for code in notes},
        ),
        ({phase.code for phase in programme.phases}, {one.phase for one in steps}),
    ]
    return sorted(code for defined, used in named for code in used - {""} - set(defined))
