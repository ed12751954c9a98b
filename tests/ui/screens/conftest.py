"""Real desks for screens: the sample of three offices, told once, and the small network of the desk's tests."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from tests.desk.fixtures import net, offices
from tests.desk.offices import Network, Ticking
from wopdesk.desk import sample

DESKS = {"mentee": "a", "mentor": "b", "coordinator": "p"}


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole sample: a pilot of eight months, its reports, advice, reviews."""
    folder = tmp_path_factory.mktemp("sample") / "told"
    for _ in sample.tell(folder):
        pass
    return folder


@pytest.fixture
def told(story: Path, tmp_path: Path) -> Iterator[Network]:
    """The sample's three desks on 7 November 2026: `p` is PWON, `a` the mentee, `b` the mentor."""
    for role, name in DESKS.items():
        shutil.copyfile(story / f"{role}.wopdesk", tmp_path / f"{name}.wopdesk")
        shutil.copytree(story / f"{role}.wopdesk.keys", tmp_path / f"{name}.wopdesk.keys")
    with ExitStack() as stack:
        yield Network(tmp_path, Ticking(date(2026, 11, 7)), stack)


__all__ = ["net", "offices", "story", "told"]
