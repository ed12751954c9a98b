"""Forms that PWON changes in the field: published, received by ordinary bundles, and filled from then on."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.offices import Network, open_at, shelf, taken
from wopdesk.desk import (
    aside,
    documents,
    filing,
    filling,
    fitness,
    inbox,
    looking,
    previewing,
    publishing,
    settling,
    submitting,
    typing,
    upkeep,
)
from wopdesk.desk.desk import Desk, desk_at
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.forming import brought, keep
from wopdesk.desk.looking import Incoming
from wopdesk.desk.publishing import Proposal
from wopdesk.desk.shelf import Shelf, open_shelf
from wopdesk.places import forms_folder
from wopdesk.records.kinds import KindRules
from wopdesk.records.permission import Held
from wopdesk.store import reading

KIND = "monthly_report"


def edited(folder: Path, *changes: tuple[str, str]) -> str:
    """The monthly report as PWON edited it."""
    text = (forms_folder() / KIND / "form.md").read_text(encoding="utf-8")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    file = folder / "edited.md"
    file.write_text(text, encoding="utf-8")
    return str(file)


def publish(desk: Desk, file: str) -> str:
    """Publish a form; the digest of its version."""
    return publishing.publish(desk, publishing.propose(desk, file, forms_folder()))


def current(desk: Desk) -> str:
    """The id of the form in use."""
    return desk.shelf.kinds[KIND].form


RENAMED = ("| prepared_by |", "| written_by |")
ADDED = (
    "| | select_one yes_no | nil_return |",
    "| | text | telephone | Telephone | ٹیلی فون |\n| | select_one yes_no | nil_return |",
)


def test_only_PWON_publishes(net: Network, tmp_path: Path) -> None:
    proposal = publishing.propose(net.a, edited(tmp_path, RENAMED), forms_folder())
    with pytest.raises(DeskFault, match="Only PWON"):
        publishing.publish(net.a, proposal)


def test_a_published_form_is_in_use_where_it_arrived(net: Network, tmp_path: Path) -> None:
    shipped = shelf().kinds[KIND].form
    publish(net.p, edited(tmp_path, RENAMED))
    assert current(net.p) != shipped
    assert current(net.a) == shipped
    (receipt,) = net.send(net.p, net.a)
    assert [str(note) for note in receipt.notes if "Monthly report" in str(note)]
    assert current(net.a) == current(net.p)
    net.close("a")
    assert current(net.a) == current(net.p)
    assert "about/written_by" in net.a.shelf.form(KIND).elements
    assert not upkeep.check(net.a)
    assert not upkeep.check(net.p)


def test_a_form_is_named_before_it_is_taken(net: Network, tmp_path: Path) -> None:
    net.send(net.p, net.a)
    publish(net.p, edited(tmp_path, RENAMED))
    (incoming,) = looking.look(net.a, net.files(net.p, net.a))
    assert isinstance(incoming, Incoming)
    told = previewing.preview(net.a, incoming.bundle)
    ((kind, mark, number),) = [(one.title, one.mark, one.number) for one in told.submissions if one.new]
    assert (kind, mark, number) == ("Form", "Monthly report", 1)
    assert (told.photos, told.drafts) == (0, ())


def test_the_same_form_is_not_published_twice(net: Network, tmp_path: Path) -> None:
    file = edited(tmp_path, RENAMED)
    publish(net.p, file)
    assert publishing.propose(net.p, file, forms_folder()).same
    with pytest.raises(DeskFault, match="in use already"):
        publish(net.p, file)


def test_what_was_published_meanwhile_is_not_taken_back_unseen(net: Network, tmp_path: Path) -> None:
    first = publishing.propose(net.p, edited(tmp_path, RENAMED), forms_folder())
    second = publishing.propose(net.p, edited(tmp_path, ADDED), forms_folder())
    publishing.publish(net.p, first)
    with pytest.raises(DeskFault, match="since you looked"):
        publishing.publish(net.p, second)
    with pytest.raises(DeskFault, match="in use already"):
        publishing.publish(net.p, first)
    assert [one.number for one in publishing.published_forms(net.p)[KIND]] == [1]
    assert {"about/written_by"} == {"about/written_by", "about/telephone"} & set(net.p.shelf.form(KIND).elements)


def test_what_another_program_published_is_not_taken_back_either(net: Network, tmp_path: Path) -> None:
    """A command at the same data file, while the window shows what differs."""
    proposal = publishing.propose(net.p, edited(tmp_path, ADDED), forms_folder())
    with closing(open_at(net.folder / "p.wopdesk", net.clock)) as other:
        publish(other, edited(tmp_path, RENAMED))
    with pytest.raises(DeskFault, match="since you looked"):
        publishing.publish(net.p, proposal)


def test_to_list_what_was_published_changes_nothing(net: Network, tmp_path: Path) -> None:
    before = net.p.shelf
    with closing(open_at(net.folder / "p.wopdesk", net.clock)) as other:
        publish(other, edited(tmp_path, RENAMED))
    assert [one.number for one in publishing.published_forms(net.p)[KIND]] == [1]
    assert net.p.shelf is before


def test_a_mentee_of_the_older_form_goes_on_and_its_report_is_merged_back(net: Network, tmp_path: Path) -> None:
    """The coordinator changes the form; what the mentee began before is finished under it, through real bundles."""
    report = net.report(net.a, about__nil_return="yes", about__nil_reason="Sample reason")
    early = net.report(net.a, "2026-04")
    submitting.submit(net.a, early.id)
    publish(net.p, edited(tmp_path, RENAMED, ADDED))
    net.send(net.a, net.p)  # written under the form that came with the program, received under the new one
    assert documents.find_document(net.p, early.id).answers["about/written_by"] == "Sample Engineer"
    net.send(net.p, net.a)
    begun = documents.find_document(net.a, report.id)
    sheet = filling.sheet_of(net.a, begun)
    assert sheet.field("about/written_by").value == "Sample Engineer"
    assert sheet.unplaced == {}
    filing.answer(net.a, report.id, {"about/telephone": "042 000", "about/nil_return": "no"})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    seen = documents.find_document(net.p, report.id)
    assert seen.state == "submitted"
    assert seen.latest is not None
    assert seen.latest.version.form == current(net.p)
    assert seen.latest.version.answers["about/written_by"] == "Sample Engineer"
    assert seen.latest.version.answers["about/telephone"] == "042 000"
    for desk in (net.a, net.p):
        assert not upkeep.check(desk)


class OlderShelf(Shelf):
    """The forms of a version of the program that came before forms were published."""

    @property
    def rules(self) -> dict[str, KindRules]:
        return {name: kind.rules for name, kind in self.kinds.items()}


def older(net: Network, name: str) -> Desk:
    """The desk of this name with an older version of the program."""
    net.close(name)
    new = shelf()
    path = net.folder / f"{name}.wopdesk"
    net.desks[name] = desk_at(path, OlderShelf(new.folder, new.shipped, new.shipped), "Sample Engineer", net.clock)
    return net.desks[name]


def test_an_older_program_holds_a_form_and_relays_it(net: Network, tmp_path: Path) -> None:
    publish(net.p, edited(tmp_path, RENAMED))
    mentor = older(net, "b")
    taken(inbox.receive(mentor, net.files(net.p, mentor)))
    assert current(mentor) == shelf().kinds[KIND].form
    with mentor.store.reading() as connection:
        assert {one.held for one in reading.held(connection)} == {Held.UNKNOWN_FORM}
    net.send(mentor, net.a)  # it never heard of PWON's own file
    assert current(net.a) == current(net.p) != current(mentor)
    net.close("b")
    assert current(net.b) == current(net.p)  # and knows it as soon as the program is a newer one
    assert not upkeep.check(net.b)


def test_what_was_written_under_a_form_counts_as_soon_as_that_has_arrived(net: Network, tmp_path: Path) -> None:
    publish(net.p, edited(tmp_path, ADDED))
    net.send(net.p, net.a)
    report = net.report(net.a, about__telephone="042 000")
    submitting.submit(net.a, report.id)
    (file,) = net.files(net.a, net.b)
    mentor = older(net, "b")
    taken(inbox.receive(mentor, [file]))
    assert documents.find_document(mentor, report.id).latest is None
    net.close("b")
    latest = documents.find_document(net.b, report.id).latest
    assert latest is not None
    assert latest.version.answers["about/telephone"] == "042 000"
    assert not upkeep.check(net.b)


def test_answers_without_a_place_are_kept_and_shown(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a, about__nil_return="yes", about__nil_reason="Sample reason")
    publish(
        net.p,
        edited(tmp_path, ("| | text | nil_reason | Why was nothing done?", "| | text | cause | What was the cause?")),
    )
    net.send(net.p, net.a)
    document = documents.find_document(net.a, report.id)
    sheet = filling.sheet_of(net.a, document)
    assert sheet.unplaced == {"about/nil_reason": "Sample reason"}
    (one,) = aside.kept_aside(net.a, document, sheet.unplaced)
    assert (one.question("en"), one.answer("en")) == ("Why was nothing done?", "Sample reason")
    filing.answer(net.a, report.id, {"about/cause": "Another reason"})
    assert documents.find_document(net.a, report.id).answers["about/nil_reason"] == "Sample reason"


def test_an_answer_that_moved_can_be_taken_away(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a)
    publish(net.p, edited(tmp_path, RENAMED))
    net.send(net.p, net.a)
    filing.answer(net.a, report.id, {"about/written_by": ""})
    assert not {"about/written_by", "about/prepared_by"} & documents.find_document(net.a, report.id).answers.keys()
    filing.answer(net.a, report.id, {"about/written_by": "Another Engineer"})
    assert documents.find_document(net.a, report.id).answers["about/written_by"] == "Another Engineer"


def test_an_edit_under_the_older_form_meets_what_moved_as_a_difference(net: Network, tmp_path: Path) -> None:
    """One computer of the mentee goes by the new form already, the other one does not: neither overwrites the other."""
    other, report = net.second(), net.report(net.a)
    net.send(net.a, other)
    publish(net.p, edited(tmp_path, RENAMED))
    net.send(net.p, net.a)
    filing.answer(net.a, report.id, {"about/written_by": "New form"})
    filing.answer(other, report.id, {"about/prepared_by": "Older form"})
    taken(inbox.receive(net.a, net.files(other, net.a)))
    (difference,) = documents.find_document(net.a, report.id).differences
    assert {one.value for one in difference.choices} == {"New form", "Older form"}
    settling.settle(net.a, report.id, difference.field, "Older form")
    document = documents.find_document(net.a, report.id)
    assert document.answers["about/written_by"] == "Older form"
    assert filling.sheet_of(net.a, document).unplaced == {}


def test_what_was_typed_and_not_saved_moves_over(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a, about__nil_return="yes")
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Typed Engineer", "about/nil_reason": "Typed reason"})
    change = ("| | text | nil_reason | Why was nothing done?", "| | text | cause | What was the cause?")
    publish(net.p, edited(tmp_path, RENAMED, change))
    net.send(net.p, net.a)
    assert typing.typed(net.a, report.id).texts == {
        "about/written_by": "Typed Engineer",
        "about/nil_reason": "Typed reason",
    }
    saved = typing.save_typed(net.a, report.id)
    assert saved.answers["about/written_by"] == "Typed Engineer"
    assert saved.answers["about/nil_reason"] == "Typed reason"
    assert typing.unsaved(net.a) == []


def spoilt(net: Network, **files: bytes) -> None:
    """PWON's desk publishes what no form is, as somebody would who took it over."""
    good = net.p.shelf.files(KIND)
    publishing.publish(net.p, Proposal(KIND, current(net.p), replace(good, **files), (), {}, same=False))


SETTINGS = (forms_folder() / KIND / "kind.toml").read_bytes()


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"xform": b"<!DOCTYPE a><a/>"}, "DOCTYPE"),
        ({"xform": b"no form"}, "no XML"),
        ({"xform": (forms_folder() / "utility" / "form.xml").read_bytes()}, "the form has no question"),
        ({"settings": b"\xff\xfe"}, "kind.toml"),
        ({"settings": SETTINGS.replace(b"writers   = []", b'writers   = ["mentor"]')}, "only a new version"),
        ({"settings": SETTINGS.replace(b'one_per   = ["about/period"]', b"one_per   = []")}, "only a new version"),
        ({"settings": SETTINGS.replace(b'rule  = "monthly"', b'rule  = "sometimes"')}, "no rule sometimes"),
        ({"settings": SETTINGS.replace(b'"advice.open"', b'"advice.all"')}, "no list advice.all"),
        ({"settings": SETTINGS.replace(b"signs     = [", b"signs     = [7, ")}, "a text was expected"),
        ({"source": b"x" * (fitness.MOST_BYTES + 1)}, "larger than"),
    ],
    ids=["entities", "no xml", "another form", "no text", "writers", "key", "rule", "list", "shape", "size"],
)
def test_a_form_that_cannot_be_used_is_told_and_the_former_one_stays(
    net: Network, tmp_path: Path, files: dict[str, bytes], says: str
) -> None:
    publish(net.p, edited(tmp_path, RENAMED))
    good = current(net.p)
    spoilt(net, **files)
    (receipt,) = net.send(net.p, net.a)
    assert [note for note in receipt.notes if "cannot be used here" in note and says in note]
    assert {current(net.a), current(net.p)} == {good}
    net.close("a")
    report = filing.start(net.a, KIND, net.home, {"about/period": "2026-03", "about/written_by": "Sample Engineer"})
    assert documents.find_document(net.a, report.id).answers["about/written_by"] == "Sample Engineer"
    newest, former = publishing.published_forms(net.a)[KIND]
    assert (newest.usable, former.usable) == (False, True)


def test_a_partner_cannot_publish(net: Network, tmp_path: Path) -> None:
    """What a mentee's desk writes as if it were PWON's is held, and nobody goes by it."""
    proposal = publishing.propose(net.a, edited(tmp_path, RENAMED), forms_folder())
    net.a.store.identity = replace(net.a.identity, role="facilitator")
    publishing.publish(net.a, proposal)
    net.send(net.a, net.p)
    assert current(net.p) == shelf().kinds[KIND].form
    assert current(net.a) == shelf().kinds[KIND].form
    with net.p.store.reading() as connection:
        assert {one.held for one in reading.held(connection)} == {Held.FORBIDDEN}


def test_of_two_forms_published_at_once_all_desks_take_the_same_one(net: Network, tmp_path: Path) -> None:
    other = net.second("p2", "p")
    publish(net.p, edited(tmp_path, RENAMED))
    publish(other, edited(tmp_path, ADDED))
    net.meet(net.p, other)
    for desk in (net.p, other):
        net.send(desk, net.a)
    assert current(net.a) == current(net.p) == current(other)
    publish(other, edited(tmp_path, RENAMED, ADDED))
    net.meet(net.p, other)
    net.send(net.p, net.a)
    assert current(net.a) == current(net.p) == current(other)
    assert {"about/written_by", "about/telephone"} <= set(net.a.shelf.form(KIND).elements)
    assert not upkeep.check(net.a)


def test_a_program_that_knows_a_published_form_as_former_goes_by_its_own(net: Network, tmp_path: Path) -> None:
    publish(net.p, edited(tmp_path, RENAMED))
    published = current(net.p)
    net.send(net.p, net.a)
    folder = shutil.copytree(forms_folder(), tmp_path / "forms")
    keep(brought(Path(edited(tmp_path, ADDED)), folder, KIND))
    settings = folder / KIND / "kind.toml"
    named = settings.read_text(encoding="utf-8").replace("former    = [", f'former    = ["{published}", ')
    settings.write_text(named, encoding="utf-8")
    net.close("a")
    newer = desk_at(net.folder / "a.wopdesk", open_shelf(folder), "Sample Engineer", net.clock)
    with closing(newer):
        assert "about/telephone" in newer.shelf.form(KIND).elements
        assert published in newer.shelf.kinds[KIND].rules.forms


ROWS = (
    ("| | begin_repeat | found |", "| | begin_repeat | seen |"),
    ("count(../found)", "count(../seen)"),
    ("| | text | finding |", "| | text | what |"),
)


def test_rows_move_with_their_repeat(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a, **{"findings__nothing": "", "findings__found[1]__finding": "One"})
    filing.answer(net.a, report.id, {"findings/found[2]/finding": "Two"})
    first, second = documents.find_document(net.a, report.id).rows["findings/found"]
    publish(net.p, edited(tmp_path, *ROWS))
    net.send(net.p, net.a)
    sheet = filling.sheet_of(net.a, documents.find_document(net.a, report.id))
    assert sheet.kept_rows()["findings/seen"] == [first, second]
    assert sheet.field(f"findings/seen[{second}]/what").value == "Two"
    assert sheet.unplaced == {}
    filing.remove_row(net.a, report.id, "findings/seen", "1")
    filing.answer(net.a, report.id, {"findings/seen[1]/evidence": "A photo"})
    typing.keep_typing(net.a, report.id, {}, {"findings/seen": (second, "z" * 16)})
    after = typing.save_typed(net.a, report.id)
    assert after.rows["findings/seen"] == [second, "z" * 16]
    said = {path: text for path, text in after.answers.items() if path.startswith("findings/")}
    assert said == {f"findings/seen[{second}]/what": "Two", f"findings/seen[{second}]/evidence": "A photo"}
    assert documents.find_document(net.a, report.id).differences == []
    filing.remove_row(net.a, report.id, "findings/seen", second)
    assert documents.find_document(net.a, report.id).rows["findings/seen"] == ["z" * 16]
