"""We agree with JavaRosa and ODK Web Forms, except where we say so."""

import json
import os
from pathlib import Path

import pytest

from tests.conformance.cases import Case, failure, read
from tests.conformance.exceptions import EXCEPTIONS

BESIDE = Path(__file__).parents[3] / "shared" / "conformance"
FOLDER = Path(os.environ.get("WOPDESK_CONFORMANCE", BESIDE))
FILES = sorted(FOLDER.glob("*_cases.json"))

pytestmark = pytest.mark.skipif(not FILES, reason=f"no conformance cases in {FOLDER}; set WOPDESK_CONFORMANCE")


@pytest.fixture(scope="module")
def failures() -> list[tuple[Case, str]]:
    return [(case, found) for file in FILES for case in read(file) if (found := failure(case))]


def test_whatever_differs_has_a_reason(failures: list[tuple[Case, str]]) -> None:
    assert [f"{case.expression}: {found}" for case, found in failures if not case.exception] == []


@pytest.mark.parametrize(
    ("data", "failed"),
    [
        ({"cases": [{"method": "m", "expression": "1 + 1", "type": "number", "expected": 2}]}, 0),
        ({"cases": [{"method": "m", "expression": "1 + 1", "type": "unheard of", "expected": 2}]}, 1),
        ({"docs": {}, "cases": [{"file": "f", "expression": "1 = 1", "type": "boolean", "expected": True}]}, 0),
        ({"docs": {"d": "<x"}, "cases": [{"file": "f", "doc": "d", "expression": "1", "type": "number"}]}, 1),
    ],
)
def test_any_further_file_of_either_shape_can_be_run(tmp_path: Path, data: dict[str, object], failed: int) -> None:
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(data))
    assert sum(bool(failure(case)) for case in read(file)) == failed


def test_every_reason_is_needed(failures: list[tuple[Case, str]]) -> None:
    used = {case.exception for case, _ in failures}
    assert {exception.reason for exception in EXCEPTIONS} <= used
