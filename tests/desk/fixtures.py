"""Fixtures that tests of the desk, of whole journeys and of the laws between offices share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.desk.offices import Network, build, copy_of


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files from which each test gets copies."""
    folder = tmp_path_factory.mktemp("offices")
    build(folder)
    return folder


@pytest.fixture
def net(offices: Path, tmp_path: Path) -> Iterator[Network]:
    """PWON, a mentee and a mentor in one partnership with its work plan."""
    with ExitStack() as stack:
        yield copy_of(offices, tmp_path, stack)
