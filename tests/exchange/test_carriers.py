"""Bundles are found in whatever people send them in, and hostile wrappings are refused in words."""

from __future__ import annotations

import base64
import contextlib
import email
import email.policy
import io
import random
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.outlook import saved_mail
from tests.exchange.zips import other_zip
from wopdesk.exchange import age, carriers, keys, mail, msg
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.carriers import search, search_files
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.mail import Attachment, draft
from wopdesk.exchange.refusal import Refused


def letter(*attached: EmailMessage | bytes, name: str = "data.bin") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "sample@utility.example"
    message["Subject"] = "Fwd: nothing to do with bundles"
    message.set_content("See below.")
    for item in attached:
        if isinstance(item, EmailMessage):
            message.add_attachment(item)
        else:
            message.add_attachment(item, maintype="image", subtype="png", filename=name)
    return message


def found_in(data: bytes) -> list[bytes]:
    return [found.data for found in search(data, "outermost").found]


def test_a_bundle_is_itself(file: bytes, bundle: Bundle) -> None:
    (found,) = search(file, "report.wopx").found
    assert found.where == ("report.wopx",)
    assert found.read() == bundle


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bundle_in_a_zip_is_found_whatever_its_name(file: bytes, compression: int) -> None:
    packed = other_zip({"photo.jpg": b"\xff\xd8", "holiday.png": file, "folder/": b""}, compression)
    assert found_in(packed) == [file]
    assert search(packed, "a.zip").found[0].where == ("a.zip", "holiday.png")


def test_a_bundle_in_a_zip_in_a_mail_in_a_mail_is_found(file: bytes) -> None:
    inner = letter(other_zip({"x": file}), name="wrong name.txt")
    assert found_in(letter(inner).as_bytes()) == [file]
    assert found_in(letter(letter(inner)).as_bytes(policy=email.policy.SMTP)) == [file]


def test_a_mail_attached_as_a_file_or_in_base64_is_opened(file: bytes) -> None:
    inner = letter(file).as_bytes()
    assert found_in(letter(inner).as_bytes()) == [file]
    packed = (
        b"From: sample@utility.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n"
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(inner)
    )
    assert found_in(packed) == [file]


def test_a_mail_that_outlook_saved_is_opened(file: bytes) -> None:
    in_zip = other_zip({"x": file}, zipfile.ZIP_STORED)
    (found,) = search(saved_mail("a.zip", in_zip), "mail.msg").found
    assert found.data == file
    assert found.where == ("mail.msg", "attachment 1", "x")


@pytest.mark.parametrize("size", [0, 1, 64, 65, 4095, 4096, 4097, 100_000, 7_500_000])
def test_an_attachment_of_any_size_comes_out_of_outlook_s_file(size: int) -> None:
    content = random.Random(size).randbytes(size)  # noqa: S311 - any content will do
    assert list(msg.parts(saved_mail("a.zip", content))) == [("attachment 1", content)]


def test_an_outlook_mail_cut_short_gives_all_or_nothing(file: bytes) -> None:
    whole = saved_mail("a.zip", file)
    for step in range(50):
        with contextlib.suppress(Refused):
            assert list(msg.parts(whole[: len(whole) * step // 50])) == [("attachment 1", file)]
    with pytest.raises(Refused, match="damaged"):
        list(msg.parts(whole[: len(whole) // 2]))


@given(st.data())
def test_a_damaged_outlook_mail_is_searched_without_a_fault(data: st.DataObject) -> None:
    changed = bytearray(saved_mail("a.zip", b"PK\x03\x04"))
    places = [*range(1100), *range(len(changed) - 600, len(changed))]
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.sampled_from(places))] = data.draw(st.integers(0, 255))
    search(bytes(changed))


def test_the_same_bundle_twice_is_one(file: bytes) -> None:
    assert found_in(letter(file, file).as_bytes()) == [file]


def test_our_draft_opens_unsent_and_gives_the_bundle_back(file: bytes) -> None:
    attached = [Attachment("Report.wopx", file), Attachment("واسا.pdf", b"%PDF-1.7")]
    written = draft(["pwon@network.example"], "Monthly report\r\nBcc: nobody", "Dear all,\n", attached)
    assert written == draft(["pwon@network.example"], "Monthly report\r\nBcc: nobody", "Dear all,\n", attached)
    read = email.message_from_bytes(written, policy=email.policy.default)
    assert read["X-Unsent"] == "1"
    assert read["To"] == "pwon@network.example"
    assert read["Subject"] == "Monthly report Bcc: nobody"
    assert [part.get_filename() for part in read.iter_attachments()] == ["Report.wopx", "واسا.pdf"]
    assert found_in(written) == [file]


def test_a_draft_without_attachments_or_recipients_is_a_plain_message() -> None:
    read = email.message_from_bytes(draft([], "Invitation", "Text", []), policy=email.policy.default)
    assert read["To"] is None
    assert not read.is_multipart()


def test_a_folder_is_searched_file_by_file_and_one_bad_file_stops_nothing(tmp_path: Path, file: bytes) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "bad.zip").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "b.dat").write_bytes(file)
    (tmp_path / "c.mp4").write_bytes(bytes(100))
    (tmp_path / "d.eml").write_bytes(letter(file).as_bytes())
    (tmp_path / "e").symlink_to(tmp_path / "b.dat")
    results = {path.name: result for path, result in search_files([tmp_path, tmp_path / "none"])}
    assert [len(results[name].found) for name in ("bad.zip", "b.dat", "c.mp4", "d.eml", "none")] == [0, 1, 0, 1, 0]
    assert [len(results[name].troubles) for name in ("bad.zip", "b.dat", "c.mp4", "d.eml", "none")] == [1, 0, 0, 0, 1]
    assert "e" not in results


def test_a_large_file_that_is_nothing_to_us_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "film").open("wb") as film:
        film.truncate(carriers.SIZE_LIMIT * 100)
    assert list(search_files([tmp_path])) == [(tmp_path / "film", carriers.Search())]


def test_a_carrier_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.zip").open("wb") as large:
        large.write(b"PK\x03\x04")
        large.truncate(carriers.SIZE_LIMIT + 1)
    ((_, result),) = search_files([tmp_path])
    assert "larger" in result.troubles[0].refused.happened


def test_wrappings_without_end_are_refused(file: bytes) -> None:
    wrapped = file
    for _ in range(8):
        wrapped = other_zip({"x": wrapped})
    result = search(wrapped)
    assert not result.found
    assert "packed more often" in result.troubles[0].refused.happened


def test_a_zip_bomb_is_not_followed(monkeypatch: pytest.MonkeyPatch, file: bytes) -> None:
    monkeypatch.setattr(carriers, "SIZE_LIMIT", 1_000_000)
    result = search(other_zip({"a": bytes(50_000_000), "b": file}))
    assert [found.data for found in result.found] == [file]
    assert "larger" in result.troubles[0].refused.happened


def test_one_damaged_file_in_a_zip_does_not_hide_the_bundle(file: bytes) -> None:
    packed = other_zip({"a": b"text " * 100, "b": file})
    start = packed.index(b"a", 30) + 1
    result = search(packed[:start] + b"\xff\xff\xff" + packed[start + 3 :])
    assert [found.data for found in result.found] == [file]
    assert result.troubles[0].where == ("", "a")


def test_a_search_ends_when_it_has_done_enough(monkeypatch: pytest.MonkeyPatch, file: bytes) -> None:
    monkeypatch.setattr(carriers, "_PARTS", 10)
    many = {f"{number:03}": b"text" for number in range(100)}
    for wrapped in (other_zip({**many, "z": file}), letter(*many.values(), file).as_bytes()):
        result = search(wrapped)
        assert not result.found
        assert len(result.troubles) == 1


def test_a_forwarded_mail_that_is_not_what_it_says_is_passed_over(file: bytes) -> None:
    broken = letter(file).as_bytes() + b"\n"
    packed = b"MIME-Version: 1.0\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n!abc\n"
    assert search(packed) == carriers.Search()
    assert found_in(broken) == [file]


def test_too_many_entries_and_multiparts_are_refused() -> None:
    assert "too many" in search(b"PK\x03\x04" + b"PK\x01\x02" * 10_001).troubles[0].refused.happened
    nested = b"MIME-Version: 1.0\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(70)
    )
    assert "parts or lines" in search(nested + b"\n" * 500_000).troubles[0].refused.happened
    assert "parts or lines" in search(b"From: a@b.example\n\n" + b"\n--x" * 5001).troubles[0].refused.happened
    assert "parts or lines" in search(b"From: a@b.example\n\n" + b"\n" * 2_000_001).troubles[0].refused.happened
    deep = b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\n" * 5000
    assert "mails" in search(deep).troubles[0].refused.happened


@pytest.mark.parametrize(
    ("head", "is_mail"),
    [
        (b"From: a@b.example\r\n\r\ntext", True),
        (b"From me Mon Jan 1\nReceived: by\n\tx\n\n", True),
        (b"Key: value\n\n", False),
        (b"Subject without colon\n\n", False),
        (b"Subject: cut off", False),
        (b"\n\nFrom: late\n\n", False),
        (b"", False),
        (b"Subject: long\n" + b"X: y\n" * 20_000, True),
    ],
)
def test_a_mail_is_known_by_its_first_lines(head: bytes, is_mail: bool) -> None:  # noqa: FBT001 - a table's column
    assert mail.looks_like_mail(head) is is_mail


def test_what_is_locked_to_a_key_opens_with_it_alone(file: bytes, key: SigningKey, stranger: SigningKey) -> None:
    locked = age.encrypt(file, [key.public])
    assert file[:500] not in locked
    (found,) = search(locked, "a.wopx.age", [stranger, key]).found
    assert found.data == file
    for result in (search(locked, keys=[stranger]), search(locked), search(locked[:-1], keys=[key])):
        assert not result.found
        assert "locked" in result.troubles[0].refused.happened


def test_nobody_and_no_key_are_no_recipients(file: bytes) -> None:
    for recipients in ([], ["00"]):
        with pytest.raises(ValueError, match="encrypt"):
            age.encrypt(file, recipients)  # type: ignore[arg-type]


@given(
    start=st.sampled_from(
        [
            b"",
            b"PK",
            b"PK\x03\x04",
            b"%PDF-1.7\n",
            b"From: a\n",
            b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
            age.START,
        ]
    ),
    noise=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
)
def test_any_bytes_at_all_are_searched_without_a_fault(start: bytes, noise: bytes) -> None:
    assert search(start + noise, keys=[keys.from_seed(bytes(32))]).found == ()


@given(st.data())
def test_a_damaged_zip_is_searched_without_a_fault(data: st.DataObject) -> None:
    packed = bytearray(other_zip({"a": b"text " * 9, "b": b"x"}))
    for _ in range(data.draw(st.integers(1, 6))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    search(bytes(packed))


@given(st.data())
def test_a_damaged_mail_is_searched_without_a_fault(data: st.DataObject) -> None:
    letters = letter(letter(b"PK\x03\x04data", name="na\u00efve.zip"), b"\xff").as_bytes()
    changed = bytearray(letters)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    search(bytes(changed))


def test_a_bundle_that_somebody_unpacked_and_packed_again_is_refused(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        packed = other_zip({name: opened.read(name) for name in opened.namelist()})
    (found,) = search(packed).found
    with pytest.raises(Refused, match="damaged or changed"):
        found.read()


TURNED = "fdp.\N{RIGHT-TO-LEFT OVERRIDE}exe\N{ZERO WIDTH SPACE}.\x1b[2J"


def test_a_name_on_the_way_to_a_bundle_steers_nothing(file: bytes) -> None:
    for carrier in (other_zip({TURNED: file}), bytes(letter(file, name=TURNED))):
        (found,) = search(carrier, "outermost").found
        assert found.where[-1].isprintable()
        assert found.where[-1].startswith("fdp.")


@pytest.mark.parametrize("name", ["../../evil", "C:\\evil", "CON", "NUL.wopx", "report.", "/etc/cron.d/x", ""])
def test_no_name_in_a_carrier_writes_a_file(file: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / "carrier.zip"
    path.write_bytes(other_zip({name or "x": file}))
    assert [found.data for _, one in search_files([tmp_path]) for found in one.found] == [file]
    assert list(tmp_path.iterdir()) == [path]
