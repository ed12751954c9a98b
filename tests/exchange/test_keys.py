"""Keys on disk, codes on the telephone, and the recovery kit."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.exchange import keyfolder, keys
from wopdesk.exchange.codes import normalised, random_passphrase, same_code, short_code
from wopdesk.exchange.recovery import make_kit, open_kit
from wopdesk.exchange.refusal import Refused
from wopdesk.records.ids import Key

KEY = keys.from_seed(bytes(range(32)))


def test_a_key_comes_back_from_its_folder_and_only_this_user_can_read_it(tmp_path: Path) -> None:
    folder = keyfolder.folder_of(tmp_path / "office.wopdesk")
    keyfolder.save(folder, KEY)
    assert folder.name == "office.wopdesk.keys"
    assert keyfolder.load(folder, KEY.public).public == KEY.public
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_a_folder_holds_several_keys_and_lists_them(tmp_path: Path) -> None:
    others = [keys.generate(), keys.generate()]
    for key in (KEY, *others):
        keyfolder.save(tmp_path / "keys", key)
    assert set(keyfolder.kept(tmp_path / "keys")) == {key.public for key in (KEY, *others)}
    assert keyfolder.kept(tmp_path / "none") == ()


def test_an_erased_key_is_gone(tmp_path: Path) -> None:
    keyfolder.save(tmp_path, KEY)
    keyfolder.erase(tmp_path, KEY.public)
    keyfolder.erase(tmp_path, KEY.public)
    keyfolder.erase(tmp_path / "none", KEY.public)
    assert keyfolder.kept(tmp_path) == ()


def test_a_passphrase_is_needed_where_one_was_set(tmp_path: Path) -> None:
    keyfolder.save(tmp_path, KEY, "open sesame")
    assert keyfolder.load(tmp_path, KEY.public, "open sesame").public == KEY.public
    for wrong in ("", "open"):
        with pytest.raises(Refused):
            keyfolder.load(tmp_path, KEY.public, wrong)


def test_a_passphrase_where_none_was_set_is_refused(tmp_path: Path) -> None:
    keyfolder.save(tmp_path, KEY)
    with pytest.raises(Refused, match="not locked"):
        keyfolder.load(tmp_path, KEY.public, "surplus")


def test_a_missing_and_a_swapped_key_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read") as missing:
        keyfolder.load(tmp_path, KEY.public)
    assert missing.value.next
    assert missing.value.safe
    other = keys.generate()
    keyfolder.save(tmp_path, other)
    (tmp_path / other.public).replace(tmp_path / KEY.public)
    with pytest.raises(Refused, match="another key"):
        keyfolder.load(tmp_path, KEY.public)


@given(st.binary(max_size=200) | st.binary(max_size=50).map(lambda noise: KEY.openssh()[:200] + noise))
def test_any_bytes_that_are_no_key_are_refused(noise: bytes) -> None:
    with pytest.raises(Refused):
        keys.read_openssh(noise)


def test_a_key_of_another_type_is_refused(tmp_path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", tmp_path / "key"], check=True)
    with pytest.raises(Refused, match="another type"):
        keys.read_openssh((tmp_path / "key").read_bytes())


def test_a_code_is_read_aloud_in_three_groups_of_four() -> None:
    code = short_code(KEY.public)
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert not set(code) & set("ILOU")
    assert short_code(keys.from_seed(b"x" * 32).public) != code


def test_a_code_is_the_same_however_it_is_typed() -> None:
    code = "1K0M-Q0ZD-2P1A"
    urdu = code.translate(
        {ord("0"): "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}", ord("1"): "\N{EXTENDED ARABIC-INDIC DIGIT ONE}"}
    )
    for typed in (code.lower(), code.replace("-", ""), " 1k0m q0zd 2p1a ", "IKOM-QOZD-2PLA", urdu):
        assert same_code(typed, code)
    for other in ("", "1K0M-Q0ZD-2P1B", "1K0M-Q0ZD"):
        assert not same_code(other, code)
    assert not same_code("", "")


@given(st.binary(min_size=32, max_size=32))
def test_a_code_survives_its_own_typing(raw: bytes) -> None:
    code = short_code(Key(raw.hex()))
    assert normalised(code) == code


@given(st.text(max_size=40))
def test_typing_anything_is_no_fault(typed: str) -> None:
    assert normalised(normalised(typed)) == normalised(typed)


def test_a_recovery_kit_opens_with_the_passphrase_typed_from_paper() -> None:
    kit = make_kit(KEY)
    assert kit.root == KEY.public
    assert open_kit(kit.file, kit.passphrase.lower().replace("-", " ")).public == KEY.public
    assert kit.passphrase not in repr(kit)
    with pytest.raises(Refused):
        open_kit(kit.file, random_passphrase())
    with pytest.raises(Refused):
        keys.read_openssh(kit.file)


def test_openssh_opens_the_recovery_kit_without_us(tmp_path: Path) -> None:
    kit = make_kit(KEY)
    file = tmp_path / "root"
    file.write_bytes(kit.file)
    file.chmod(0o600)
    shown = subprocess.run(["ssh-keygen", "-y", "-P", kit.passphrase, "-f", file], capture_output=True, check=True)
    assert shown.stdout.decode().split()[1] == keys.openssh_public(KEY.public).split()[1]


def test_passphrases_differ_and_are_long() -> None:
    made = {random_passphrase() for _ in range(50)}
    assert len(made) == 50
    assert all(len(text.replace("-", "")) == 24 for text in made)
