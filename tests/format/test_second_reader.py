"""docs/format.md is enough: a reader that shares no line with the program opens its bundles and sees what it shows."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.format.second_meaning import Meaning, kinds
from tests.format.second_reader import Bundle, Refused, read, row_of_item, short_code
from wopdesk import places
from wopdesk.desk import sample
from wopdesk.desk.desk import Desk, opened
from wopdesk.exchange import codes
from wopdesk.records.batch import BlobRef
from wopdesk.records.ids import Key, SpaceId
from wopdesk.store import reading


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, with every bundle that travelled."""
    folder = tmp_path_factory.mktemp("sample") / "told"
    assert list(sample.tell(folder))
    return folder


@pytest.fixture(scope="module")
def bundles(told: Path) -> dict[str, Bundle]:
    """All that travelled, by file name, as the second reader verified it."""
    files = [*told.glob("bundles/*.wopx"), *told.glob("*.pdf")]
    return {file.name: read(file.read_bytes()) for file in sorted(files)}


@pytest.fixture(scope="module")
def coordinator(told: Path) -> Iterator[Desk]:
    with opened(told / "coordinator.wopdesk") as desk:
        yield desk


def invitation(bundles: dict[str, Bundle]) -> Bundle:
    return next(bundle for name, bundle in bundles.items() if name.startswith("invitation"))


def root_of(bundles: dict[str, Bundle]) -> str:
    return next(one.signer for one in invitation(bundles).statements if one.type == "authority")


def meaning(bundles: Iterable[Bundle], root: str) -> Meaning:
    return Meaning(bundles, root, kinds(places.forms_folder()))


def plain(value: str | BlobRef | None) -> str | tuple[str] | None:
    return (value.sha256,) if isinstance(value, BlobRef) else value


def seen(desk: Desk, spaces: set[str]) -> dict[tuple[str, str, str], list[tuple[str, str | tuple[str] | None]]]:
    """By space, record and field what the data file shows: ids and values, the displayed one first."""
    found: dict[tuple[str, str, str], list[tuple[str, str | tuple[str] | None]]] = {}
    with desk.store.reading() as file:
        for record in reading.records(file):
            for space in spaces:
                for field, shown in reading.cells(file, record.id, SpaceId(space)).items():
                    found[space, record.id, field] = [(one.op, plain(one.value)) for one in shown]
    return found


def test_every_bundle_that_travelled_is_accepted(bundles: dict[str, Bundle]) -> None:
    assert len(bundles) >= 10
    assert any(name.endswith(".pdf") for name in bundles)
    assert all(bundle.statements or bundle.segments for bundle in bundles.values())


def test_the_invitation_says_only_who_pwon_is(bundles: dict[str, Bundle], coordinator: Desk) -> None:
    found = invitation(bundles)
    assert not found.to
    assert not found.segments
    assert not found.blobs
    assert {one.type for one in found.statements} == {"authority", "office", "member"}
    assert coordinator.standing.root == root_of(bundles)
    standing = meaning([found], root_of(bundles)).standing
    assert standing.role(("programme", "", root_of(bundles)), coordinator.office) == "facilitator"
    assert standing.approved[found.sender].office == coordinator.office


def test_the_root_key_has_the_code_that_the_program_shows(bundles: dict[str, Bundle]) -> None:
    assert short_code(root_of(bundles)) == codes.short_code(Key(root_of(bundles)))


def test_both_see_the_same_values(bundles: dict[str, Bundle], coordinator: Desk) -> None:
    with coordinator.store.reading() as file:
        assert not reading.held(file)
    here = [one for one in bundles.values() if coordinator.office in one.to or one.sender == coordinator.key().public]
    found = meaning(here, root_of(bundles)).visible()
    told = {
        place: [(f"{batch}:{number}", value) for (batch, number), _, _, value, _ in ops] for place, ops in found.items()
    }
    spaces = {space for space, _, _ in found}
    assert len(found) > 100
    assert told == seen(coordinator, spaces)


def test_without_approval_nothing_counts_but_the_founding_of_records(bundles: dict[str, Bundle]) -> None:
    found = meaning(bundles.values(), "0" * 64).visible()
    assert {field for _, _, field in found} == {"@kind"}


def test_a_row_of_an_item_is_named_by_the_item(bundles: dict[str, Bundle]) -> None:
    """A monthly report has one row for each target of its work plan."""
    found = [json.loads(data) for one in bundles.values() for data in one.blobs.values() if data.startswith(b"{")]
    plans = [version for version in found if "targets/targets" in version["rows"]]
    named = [{row_of_item(plan["record"], row) for row in plan["rows"]["targets/targets"]} for plan in plans]
    reports = [set(version["rows"]["progress/figures"]) for version in found if "progress/figures" in version["rows"]]
    assert len(reports) > len(plans) > 1
    assert all(rows in named for rows in reports)


def test_a_changed_byte_is_refused(told: Path) -> None:
    whole = next(told.glob("bundles/invitation*")).read_bytes()
    for place in range(0, len(whole), 97):
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(Refused):
            read(bytes(changed))
