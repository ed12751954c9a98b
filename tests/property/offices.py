"""Several offices at work, at random: what they type, send, lose, restore, copy and forge, and who may know of it."""

from __future__ import annotations

import io
import json
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image

from tests import story
from tests.desk.offices import NAMES, REPORT, ROLES, Network, Ticking, approve, join, open_partnership
from tests.property.oracle import Oracle
from tests.store.desks import visible
from wopdesk.desk import departures, documents, filing, inbox, outbox, reviewing, settling, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.settling import KEEP, REMOVE
from wopdesk.exchange.carriers import search_files
from wopdesk.records.batch import Batch, BlobRef, Operation, Value
from wopdesk.records.fields import row_field
from wopdesk.records.ids import BlobId, OpId, RecordId, Space
from wopdesk.records.review import ACCEPT, COMMENT, RETURN
from wopdesk.store import drafts, outgoing, reading

CIRCLES = {"one": "pa", "two": "pbd"}
"""Two partnerships: of PWON with mentee a, and of PWON with mentor b and mentee d."""
MONTHS = ("2026-03", "2026-04")


def build_two(folder: Path) -> None:
    """Four offices, a second computer of a, and the two partnerships."""
    with ExitStack() as stack:
        net = Network(folder, Ticking(date(2026, 3, 1)), stack)
        for name in "pabd":
            net.new(name, ROLES[name], NAMES[name])
        for name in "abd":
            join(net, net.desk(name))
            approve(net, net.desk(name))
        for circle, members in CIRCLES.items():
            answers = {**story.PARTNERSHIP, "about/code": f"WOP-{circle.upper()}"}
            answers["about/mentee"] = net.desk("a" if circle == "one" else "d").office
            answers["about/mentor"] = net.b.office
            open_partnership(net.p, [net.desk(name) for name in members[1:]], answers)
        for name in "abd":
            net.send(net.p, net.desk(name))
            net.send(net.desk(name), net.p)
        net.second("a2", "a")


@dataclass
class World:
    """One history.

    Attributes:
        said: texts that were typed, with the offices that may know them.
        files: attached photos and versions by digest, with the offices that may have them.
        mail: what is on its way, by the desk that will receive it.
        bad: desks whose key was cut.
        done: troubles that happened, with their hour.
    """

    net: Network
    rng: Random
    troubles: frozenset[str] = frozenset()
    said: dict[str, set[str]] = field(default_factory=dict)
    files: dict[str, set[str]] = field(default_factory=dict)
    mail: list[tuple[str, list[Path]]] = field(default_factory=list)
    names: list[str] = field(default_factory=lambda: ["p", "a", "a2", "b", "d"])
    bad: set[str] = field(default_factory=set)
    done: set[tuple[str, int]] = field(default_factory=set)

    def desk(self, name: str) -> Desk:
        return self.net.desk(name)

    def home(self, circle: str) -> Space:
        """The space of a partnership."""
        for space in self.desk("p").store.names.spaces.values():
            with self.desk("p").store.reading() as connection:
                for row in reading.records(connection, "partnership", space.id):
                    if reading.values(connection, row.id, space.id).get("about/code") == f"WOP-{circle.upper()}":
                        return space
        raise KeyError(circle)

    # What people do

    def text(self, *offices: str) -> str:
        """A text that nobody typed before; these offices may know it."""
        mark = f"mark{secrets.token_hex(8)}"
        self.said[mark] = set("".join(offices))
        return mark

    def work(self, name: str) -> None:
        """Something that a person at this desk might do now."""
        choices = [self.utility, self.settle]
        if name[0] in "ad":
            choices += [self.report, self.report, self.row, self.photo, self.submit]
        if name[0] in "pbd":
            choices += [self.plan]
        if name[0] in "pb":
            choices += [self.review]
        if "hostile" in self.troubles and name == "b":
            choices += [self.forge] * 3
        act: Callable[[str], None] = self.rng.choice(choices)
        act(name)

    def report(self, name: str) -> None:
        home = self.home("one" if name[0] == "a" else "two")
        answers = {"about/period": self.rng.choice(MONTHS), **REPORT}
        answers[self.rng.choice(["about/prepared_by", "progress/figures[1]/remark"])] = self.text(name[0])
        filing.start(self.desk(name), "monthly_report", home, answers)

    def row(self, name: str) -> None:
        report = self._own(name)
        rows = report.rows.get("findings/found", []) if report else []
        if report and rows and self.rng.random() < 0.4:
            filing.remove_row(self.desk(name), report.id, "findings/found", self.rng.choice(rows))
        elif report:
            number = self.rng.randint(1, len(rows) + 1)
            told = {"findings/nothing": "", f"findings/found[{number}]/finding": self.text(name[0])}
            filing.answer(self.desk(name), report.id, told)

    def photo(self, name: str) -> None:
        report = self._own(name)
        if report is None:
            return
        picture = io.BytesIO()
        Image.frombytes("RGB", (8, 8), self.rng.randbytes(192)).save(picture, "PNG")
        digest = filing.attach(self.desk(name), report.id, "work/photos[1]/photo", picture.getvalue())
        self.files.setdefault(digest, set()).add(name[0])
        consent = self.rng.choice(["yes", "no"])
        told = {"work/nothing": "", "work/other": "x", "work/photos[1]/caption": self.text(name[0])}
        filing.answer(self.desk(name), report.id, {**told, "work/photos[1]/consent": consent})

    def submit(self, name: str) -> None:
        report = self._own(name)
        if report is not None:
            self._submit(name, report, CIRCLES["one" if name[0] == "a" else "two"])

    def plan(self, name: str) -> None:
        plan = self._one(name, "work_plan", self.home("two"))
        if plan is None:
            return
        members = CIRCLES["two"]
        mark = self.text(name[0])
        filing.answer(self.desk(name), plan.id, {"about/steps": mark})
        if self.rng.random() < 0.5:
            self._share(name, plan, members)
        if self.rng.random() < 0.3:
            self._submit(name, plan, members)

    def utility(self, name: str) -> None:
        home = self.desk(name).identity.programme
        assert home is not None
        mark = self.text(name[0])
        utility = filing.start(self.desk(name), "utility", home, {"about/name": mark})
        if self.rng.random() < 0.5:
            self._share(name, utility, "pabd")

    def review(self, name: str) -> None:
        found = [one for one in documents.documents(self.desk(name), "monthly_report") if one.latest]
        if found:
            report = self.rng.choice(found)
            circle = "one" if report.home == self.home("one") else "two"
            verdict = self.rng.choice([ACCEPT, RETURN, COMMENT])
            reviewing.review(self.desk(name), report.id, verdict, self.text(CIRCLES[circle]))

    def settle(self, name: str) -> None:
        for one in settling.all_differences(self.desk(name))[:1]:
            field_name = one.difference.field
            values = [KEEP, REMOVE] if row_field(field_name) else [v.value for v in one.difference.choices]
            value = self.rng.choice(values)
            text = value.sha256 if isinstance(value, BlobRef) else value or ""
            settling.settle(self.desk(name), one.document.id, field_name, text)

    def forge(self, name: str) -> None:
        """A member writes what it must not: others' fields, foreign parents, false foundings, names of files."""
        desk, home = self.desk(name), self.home("two")
        with desk.store.reading() as connection:
            rows = reading.records(connection)
            history = [one for row in rows for one in reading.history(connection, row.id)]
        target = self.rng.choice(history)
        file = self.rng.choice([*self.files, "0" * 64])
        fields: list[tuple[str, Value]] = [
            ("about/steps", file),
            ("about/x", BlobRef(BlobId(file))),
            ("@version", BlobRef(BlobId(file))),
            (target.field, "forged"),
            ("@kind", None),
            ("@later/unknown", "1"),
            (f"@review/{'d' * 64}/{self.desk('p').office}", "{}"),
        ]
        ops = tuple(
            Operation(RecordId(target.record), name, value, (OpId(self.rng.choice(history).op),))
            for name, value in dict(self.rng.sample(fields, 3)).items()
        )
        forms = {kind: one.form for kind, one in desk.shelf.kinds.items()}
        desk.store.save(home, Batch(desk.now, "Somebody", forms, ops))

    def _own(self, name: str) -> Document | None:
        found = [one for one in documents.documents(self.desk(name), "monthly_report") if one.has_draft]
        found = [one for one in found if one.founding.owner == self.desk(name).office]
        return self.rng.choice(found) if found else None

    def _one(self, name: str, kind: str, home: Space) -> Document | None:
        found = documents.documents(self.desk(name), kind, home)
        return found[0] if found else None

    def _share(self, name: str, document: Document, members: str) -> None:
        """Let partners see what was typed in a record that they share."""
        with self.desk(name).store.reading() as connection:
            history = reading.history(connection, document.id)
        texts = {str(one.value) for one in history if one.author in self.desk(name).identity.keys}
        for mark in texts & self.said.keys():
            self.said[mark] |= set(members)
        with self.desk(name).store.writing() as connection:
            drafts.share(connection, document.id)

    def _submit(self, name: str, document: Document, members: str) -> None:
        try:
            digest = submitting.submit(self.desk(name), document.id)
        except DeskFault:
            return
        (made,) = [
            one for one in documents.find_document(self.desk(name), document.id).versions if one.digest == digest
        ]
        self.files[digest] = set(members)
        for text in made.version.answers.values():
            for known in (self.said, self.files):
                if text in known:
                    known[text] |= set(members)
        if document.kind.rules.drafted == "home":
            self._share(name, document, members)

    # What the post does

    def post(self, name: str, to: str, loss: float = 0.0) -> None:
        """Send from a desk to an office; the mail may be lost, and may come twice."""
        files = outbox.export(self.desk(name), self.desk(to).office, self.net.folder / secrets.token_hex(4))
        self.check_bundles(files, to)
        for other in self.names:
            if other[0] == to and other != name and self.rng.random() >= loss:
                self.mail += [(other, files)] * (1 + (self.rng.random() < 0.2))

    def deliver(self, count: int) -> None:
        """Some of the mail comes in, in any order."""
        for _ in range(min(count, len(self.mail))):
            name, files = self.mail.pop(self.rng.randrange(len(self.mail)))
            if name in self.names:
                for receipt in inbox.receive(self.desk(name), files):
                    assert receipt.refused is None, receipt.refused

    def check_bundles(self, files: list[Path], to: str) -> None:
        """No text and no file in these bundles is one that the recipient must not know."""
        for _, search in search_files(files):
            for found in search.found:
                bundle = found.read()
                parts = [one.data for one in (*bundle.segments, *bundle.statements)]
                self._check(b"\n".join([bundle.envelope.data, *parts, *bundle.blobs.values()]), to)
                stray = [blob for blob in bundle.blobs if to not in self.files.get(blob, to)]
                assert not stray, (stray, to)

    def check_files(self) -> None:
        """No data file holds what its office must not know."""
        for name in list(self.net.desks):
            self.net.close(name)
        for path in self.net.folder.glob("*.wopdesk*"):
            if path.is_file():
                self._check(path.read_bytes(), path.name[0])

    def _check(self, data: bytes, office: str) -> None:
        strangers = {mark for mark, offices in self.said.items() if office not in offices}
        found = {mark for mark in strangers if mark.encode() in data}
        assert not found, (found, office)

    # How it ends

    def partners(self, name: str) -> list[str]:
        """Offices to which a desk writes."""
        if name[0] == "p":
            return ["a", "b", "d"]
        return ["p", *(["a"] if name[0] == "a" else []), *(["bd".replace(name[0], "")] if name[0] in "bd" else [])]

    def quieten(self) -> None:
        """All is shared and sent, nothing is lost any more, until nothing is new."""
        good = [name for name in self.names if name not in self.bad]
        for name in good:
            desk = self.desk(name)
            for record in documents.documents(desk):
                with desk.store.writing() as connection:
                    drafts.share(connection, record.id)
            outbox.sign_all(desk, tuple(desk.store.names.spaces.values()))
        for texts in (self.said, self.files):
            for offices in texts.values():
                offices |= {"*"}
        before: list[Any] = []
        for _ in range(14):
            self.net.clock.later(8)
            for name in good:
                for to in self.partners(name):
                    self._carry(name, to)
            now = [self.held(name) for name in good]
            if now == before:
                return
            before = now
        raise AssertionError("they never have enough")

    def _carry(self, name: str, to: str) -> None:
        if not any(other[0] == to and other != name for other in self.names):
            return
        files = outbox.export(self.desk(name), self.desk(to).office, self.net.folder / secrets.token_hex(4))
        for other in self.names:
            if other[0] == to and other != name:
                for receipt in inbox.receive(self.desk(other), files):
                    assert receipt.refused is None, receipt.refused

    def held(self, name: str) -> tuple[frozenset[str], frozenset[str], int]:
        """Segments and statements that a desk holds, and how many files."""
        with self.desk(name).store.reading() as connection:
            segments = frozenset(outgoing.read_graph(connection, ()).after)
            statements = frozenset(one.signed.id for one in outgoing.read_held_statements(connection))
            blobs = connection.exec_driver_sql("SELECT count(*) FROM blob").scalar_one()
        return segments, statements, blobs

    def spaces(self, name: str) -> set[str]:
        """Spaces of a desk's office."""
        desk = self.desk(name)
        known = desk.store.names.spaces.values()
        left = {order.cut.member for order in self.desk("p").standing.cuts if order.cut.member}
        return {
            one.id
            for one in known
            if desk.standing.role(one, desk.office) is not None and (one.id, desk.office) not in left
        }

    def check_oracle(self) -> None:
        """Every desk shows what an oracle computes from all files together, in the spaces that are its own."""
        segments: dict[str, bytes] = {}
        statements: dict[str, tuple[str, bytes]] = {}
        good = [name for name in self.names if name not in self.bad]
        for name in good:
            desk = self.desk(name)
            with desk.store.reading() as connection:
                graph = outgoing.read_graph(connection, ())
                for one in outgoing.read_segments(connection, desk.store.names, graph.after):
                    segments[one.segment.id] = one.segment.data
                for said in outgoing.read_held_statements(connection):
                    signer = said.signed.signer
                    root = desk.identity.root if signer in desk.standing.authorities else signer
                    statements[said.signed.id] = (root, said.signed.statement.data)
        oracle = Oracle(self.desk("p").identity.root, list(statements.values()), _kinds(self.desk("p")))
        truth = oracle.visible(list(segments.values()), [])
        place = {name: Space(*json.loads(data.split(b"\n")[0])["space"]).id for name, data in segments.items()}
        for name in good:
            own = self.spaces(name)
            assert {one for one, space in place.items() if space in own} <= self.held(name)[0], f"{name} lacks mail"
            expected = {cell: ops for cell, ops in truth.items() if cell[0] in own}
            shown = {cell: ops for cell, ops in visible(self.desk(name).store).items() if cell[0] in own}
            assert not _unlike(shown, expected), f"{name} shows something else"


Cells = dict[tuple[str, str, str], set[str]]
"""Visible operations by space, record and field."""


def _unlike(shown: Cells, expected: Cells) -> dict[tuple[str, str, str], tuple[set[str], set[str]]]:
    """Cells that are not as expected: what is shown, and what should be."""
    cells = {cell for cell in shown.keys() | expected.keys() if shown.get(cell) != expected.get(cell)}
    return {cell: (shown.get(cell, set()), expected.get(cell, set())) for cell in cells}


def _kinds(desk: Desk) -> dict[str, dict[str, Any]]:
    """Kinds as the oracle knows them."""
    return {
        name: {
            "home": kind.rules.home,
            "owner": kind.rules.owner,
            "founders": sorted(kind.rules.founders),
            "writers": sorted(kind.rules.writers),
            "reviewers": sorted(kind.rules.reviewers),
            "form": kind.form,
        }
        for name, kind in desk.shelf.kinds.items()
    }


def cut(world: World) -> None:
    """The second computer of a is stolen; PWON cuts its key and the thief goes on."""
    world.bad.add("a2")
    departures.cut(world.desk("p"), world.desk("a2").identity.key)


def part(world: World) -> None:
    """The mentor leaves the second partnership."""
    departures.cut_member(world.desk("p"), world.home("two"), world.desk("b").office)


def lose_disk(world: World) -> None:
    """A message of d is lost, the next one arrives, and then its disk is gone."""
    world.report("d")
    world.submit("d")
    world.post("d", "p", loss=1)
    world.report("d")
    world.submit("d")
    world.post("d", "p")
    world.deliver(len(world.mail))
    world.names.remove("d")
