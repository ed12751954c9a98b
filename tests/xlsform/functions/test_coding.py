"""Identifiers, hashes and codes, held against the hashes and signatures that others make."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result
from wopdesk.xlsform.functions.ed25519 import is_signed
from wopdesk.xlsform.functions.verhoeff import check_digit

TABLE: tuple[Row, ...] = (
    ("string-length(uuid())", 36.0),
    ("string-length(uuid(5))", 5.0),
    ("uuid(0)", ""),
    ("uuid('x')", REFUSED),
    ("uuid(100000)", REFUSED),
    ("uuid() != uuid()", True),
    ("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
    ("digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ("digest('abc', 'SHA-256')", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ("string-length(digest('', 'SHA-384', 'hex'))", 96.0),
    ("string-length(digest('پانی', 'SHA-512', 'hex'))", 128.0),
    ("digest('abc', 'CRC')", REFUSED),
    ("digest('abc', 'MD5', 'octal')", REFUSED),
    ("checksum('verhoeff', '236')", "3"),
    ("checksum('verhoeff', '123456789012')", "0"),
    ("checksum('verhoeff', '')", ""),
    ("checksum('verhoeff', 'LH-42')", ""),
    ("checksum('luhn', '236')", REFUSED),
    ("base64-encode('پانی')", "2b7Yp9mG24w="),
    ("base64-decode('2b7Yp9mG24w=')", "پانی"),
    ("base64-decode('SGVs\nbG8=')", "Hello"),
    ("base64-decode('')", ""),
    ("base64-decode('%')", ""),
    ("base64-decode('AA==')", ""),
    ("extract-signed('', '')", ""),
    ("extract-signed('SGVsbG8=', 'SGVsbG8=')", ""),
    ("version()", ""),
    ("property('username')", ""),
)
DIGITS = st.text("0123456789", min_size=1, max_size=20)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_codes(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)


@pytest.mark.parametrize("text", ["", "Meter 17", "میٹر سترہ"])
def test_signed_contents_are_read_and_foreign_ones_are_not(text: str) -> None:
    message = text.encode()
    contents = base64.b64encode(KEY.sign(message) + message).decode()
    other = base64.b64encode(bytes(31) + b"\x02").decode()
    assert result(f"extract-signed('{contents}', '{base64.b64encode(PUBLIC).decode()}')") == text
    assert result(f"extract-signed('{contents}', '{other}')") == ""


@given(st.binary(max_size=80), st.integers(0, 63), st.integers(1, 255))
def test_a_signature_holds_for_its_own_message_and_key_only(message: bytes, place: int, flip: int) -> None:
    signature = KEY.sign(message)
    spoilt = bytes(byte ^ flip if at == place else byte for at, byte in enumerate(signature))
    assert is_signed(message, signature, PUBLIC)
    assert not is_signed(message + b".", signature, PUBLIC)
    assert not is_signed(message, spoilt, PUBLIC)


@given(DIGITS, st.data())
def test_a_check_digit_tells_a_wrong_digit_and_two_that_changed_places(digits: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = data.draw(st.sampled_from("0123456789"))
    replaced = digits[:place] + wrong + digits[place + 1 :]
    swapped = digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]
    for other in {replaced, swapped} - {digits}:
        assert check_digit(other) != check_digit(digits)
