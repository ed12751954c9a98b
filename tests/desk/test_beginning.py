"""Beginning at a computer without a data file: each way leaves a desk that works, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.offices import Network
from wopdesk.desk import authority, beginning, documents, passphrase, people, upkeep
from wopdesk.desk.desk import Desk, opened
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange import keyfolder
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.refusal import Refused
from wopdesk.records.ids import Key
from wopdesk.records.kinds import FACILITATOR, MENTEE
from wopdesk.store.faults import StoreFault

NEW = NewOffice(MENTEE, "WASA Multan", "Sample Engineer, Deputy Director")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "office.wopdesk"


@pytest.fixture
def invitation(net: Network) -> Path:
    file = net.folder / "invitation.wopx"
    file.write_bytes(authority.invitation(net.p))
    return file


def root_code(desk: Desk) -> str:
    return short_code(Key(desk.identity.root))


def nothing_is_left(path: Path) -> bool:
    return not path.parent.exists() or not list(path.parent.iterdir())


def test_an_office_begins_alone(path: Path) -> None:
    begun = beginning.alone(path, NEW)
    assert (begun.path, begun.office, begun.invited) == (path, "WASA Multan", False)
    with opened(path) as desk:
        assert people.working(desk) == NEW.person
        assert begun.code == short_code(desk.identity.key)
        assert desk.key().public == desk.identity.key
    assert sorted(one.name for one in path.parent.iterdir()) == ["office.wopdesk", "office.wopdesk.keys"]


def test_an_invitation_is_opened_with_the_code_that_was_heard(path: Path, invitation: Path, net: Network) -> None:
    begun = beginning.invited(path, NEW, invitation, root_code(net.p).lower().replace("-", " "))
    assert begun.invited
    with opened(path) as desk:
        assert desk.identity.root == net.p.identity.root


@pytest.mark.parametrize("code", ["", "0000-0000-0000"])
def test_a_wrong_code_leaves_nothing_behind(path: Path, invitation: Path, code: str) -> None:
    with pytest.raises(DeskFault, match="code does not belong"):
        beginning.invited(path, NEW, invitation, code)
    assert nothing_is_left(path)


def test_what_is_no_invitation_opens_nothing(path: Path, net: Network) -> None:
    (bundle,) = net.files(net.a, net.p)
    with pytest.raises(DeskFault, match="no invitation"):
        beginning.invited(path, NEW, bundle, root_code(net.p))
    assert nothing_is_left(path)


def test_a_file_says_who_wrote_it_before_it_is_used(invitation: Path) -> None:
    letter = beginning.letter(invitation)
    assert (letter.sender, letter.invitation) == ("PWON", True)


def test_a_file_that_carries_nothing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "holiday.jpg"
    file.write_bytes(b"no bundle")
    with pytest.raises(DeskFault, match="carries nothing"):
        beginning.letter(file)


def test_a_further_computer_begins_with_what_the_first_one_made(path: Path, net: Network) -> None:
    (file,) = net.files(net.a, net.a)
    begun = beginning.joined(path, file, (MENTEE, "Sample Clerk"))
    with opened(path) as desk:
        assert desk.office == net.a.office
        assert people.working(desk) == "Sample Clerk"
    assert begun.office == "WASA Faisalabad"


def test_a_file_for_others_introduces_no_further_computer(path: Path, net: Network) -> None:
    (file,) = net.files(net.a, net.p)
    with pytest.raises(DeskFault, match="not made for a further computer"):
        beginning.joined(path, file, (MENTEE, "Sample Clerk"))
    assert nothing_is_left(path)


def test_a_desk_that_lies_there_is_not_touched(path: Path) -> None:
    beginning.alone(path, NEW)
    before = path.read_bytes()
    with pytest.raises(StoreFault, match="already"):
        beginning.alone(path, NEW)
    assert path.read_bytes() == before


def test_a_synchronised_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="synchronised"):
        beginning.check_place(tmp_path / "OneDrive" / "office.wopdesk")
    assert not (tmp_path / "OneDrive").exists()


@pytest.fixture
def founding(path: Path) -> Iterator[beginning.Founding]:
    yield beginning.found(path, NewOffice(FACILITATOR, "PWON", "Sample Coordinator"))
    beginning.abandon(path)


def test_pwon_is_founded_when_its_kit_was_tried(founding: beginning.Founding, tmp_path: Path) -> None:
    kit = tmp_path / "pwon.recovery-kit"
    kit.write_bytes(founding.kit.file)
    assert not founding.path.exists()
    beginning.try_kit(founding, kit, founding.kit.passphrase[-4:].lower())
    begun = beginning.finish(founding)
    with opened(begun.path) as desk:
        assert desk.is_facilitator
        assert desk.identity.root == founding.kit.root
        assert authority.invitation(desk)
        assert people.working(desk) == "Sample Coordinator"


def test_a_paper_that_was_put_off_is_awaited_until_the_kit_was_tried_with_it(
    founding: beginning.Founding, tmp_path: Path
) -> None:
    kit = tmp_path / "pwon.recovery-kit"
    kit.write_bytes(founding.kit.file)
    beginning.try_kit(founding, kit, None)
    begun = beginning.finish(founding, on_paper=False)
    with opened(begun.path) as desk:
        assert passphrase.is_awaited(desk)
        with pytest.raises(Refused):
            upkeep.try_recovery_kit(desk, kit, "0000-0000-0000-0000-0000-0000")
        assert passphrase.is_awaited(desk)
        upkeep.try_recovery_kit(desk, kit, founding.kit.passphrase)
        assert not passphrase.is_awaited(desk)


def test_other_characters_than_the_last_four_do_not_do(founding: beginning.Founding, tmp_path: Path) -> None:
    kit = tmp_path / "pwon.recovery-kit"
    kit.write_bytes(founding.kit.file)
    for typed in ("", founding.kit.passphrase[:4] + "X"):
        with pytest.raises(DeskFault, match="last four"):
            beginning.try_kit(founding, kit, typed)


def test_a_kit_that_was_not_saved_whole_is_found_out(founding: beginning.Founding, tmp_path: Path) -> None:
    kit = tmp_path / "pwon.recovery-kit"
    kit.write_bytes(founding.kit.file[:-40])
    with pytest.raises(Exception, match="damaged"):
        beginning.try_kit(founding, kit, founding.kit.passphrase[-4:])
    with pytest.raises(FileNotFoundError):
        beginning.try_kit(founding, tmp_path / "elsewhere", founding.kit.passphrase[-4:])


def test_a_founding_that_was_given_up_leaves_nothing(path: Path) -> None:
    beginning.found(path, NewOffice(FACILITATOR, "PWON", "Sample Coordinator"))
    beginning.abandon(path)
    assert nothing_is_left(path)


def test_keys_do_not_stay_where_the_data_file_cannot_follow(founding: beginning.Founding) -> None:
    """A folder lies where the last of the keys is to be written."""
    folder = keyfolder.folder_of(founding.path)
    aside = founding.path.with_name(founding.path.name + ".new") / folder.name
    first, *_, last = keyfolder.kept(aside)
    (folder / last / "beside").mkdir(parents=True)
    with pytest.raises(OSError, match=last):
        beginning.finish(founding)
    assert [one.name for one in folder.iterdir()] == [last]
    assert keyfolder.kept(aside) == (first, last)


def test_a_backup_comes_back_with_its_keys(path: Path, net: Network) -> None:
    backup = upkeep.back_up(net.a)
    keys = net.a.store.path.with_name(net.a.store.path.name + ".keys")
    contents = beginning.brought_back(path, backup, keys)
    with opened(path) as desk:
        assert contents.office == desk.identity.name == "WASA Faisalabad"
        assert desk.key().public == net.a.identity.key
        assert documents.documents(desk)


def test_where_a_key_is_damaged_no_backup_comes_back_in_part(path: Path, net: Network, tmp_path: Path) -> None:
    backup, keys = upkeep.back_up(net.a), tmp_path / "stick.keys"
    (whole,) = keyfolder.copy(keyfolder.folder_of(net.a.store.path), keys)
    (keys / ("f" * len(whole))).write_bytes(b"cut short")
    with pytest.raises(Refused):
        beginning.brought_back(path, backup, keys)
    assert not path.exists()
    assert keyfolder.kept(keyfolder.folder_of(path)) == ()
    assert keyfolder.kept(keys) == (whole, "f" * len(whole))


def test_where_a_backup_is_damaged_no_keys_stay(path: Path, net: Network, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.backup"
    damaged.write_bytes(b"This is no backup.")
    with pytest.raises(StoreFault):
        beginning.brought_back(path, damaged, keyfolder.folder_of(net.a.store.path))
    assert not path.exists()
    assert not keyfolder.folder_of(path).exists()


def test_the_sample_is_told_and_lies_there_whole(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    assert beginning.sample_files(folder) == {}
    sentences = list(beginning.tell_sample(folder))
    assert len(sentences) > 5
    files = beginning.sample_files(folder)
    with opened(files[MENTEE]) as desk:
        assert people.working(desk) == "Sample Engineer"
    with opened(files[FACILITATOR]) as desk:
        assert desk.is_facilitator
    assert [one.name for one in tmp_path.iterdir()] == ["sample"]
