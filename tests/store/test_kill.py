"""The power fails while somebody types: the file opens, is sound, and holds all that was said to be kept."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.property.histories import RECORDS, RULES
from wopdesk.store.checking import check
from wopdesk.store.drafts import read_draft
from wopdesk.store.opening import open_store


def kill_while_typing(path: Path, moment: int) -> None:
    """Kill the typist after so many acknowledgements, wherever in its next step it is by then."""
    chance = random.Random(moment)  # noqa: S311 - moments that can be had again
    wanted, spin = chance.randrange(1, 60), chance.randrange(20_000)
    command = [sys.executable, "-m", "tests.store.typing_on", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout
        said = [int(next(typist.stdout)) for _ in range(wanted)]
        for _ in range(spin):  # any moment, not only the one right after an answer
            pass
        typist.kill()
        said += [int(line) for line in typist.stdout if line.endswith("\n")]
    with closing(open_store(path, RULES)) as store:
        assert check(store, lambda *_: True) == []
        with store.reading() as connection:
            saved = connection.exec_driver_sql("SELECT count(*) FROM batch").scalar_one()
            typed = read_draft(connection, RECORDS[0].record).get("about/x")
    last = 5 * saved if typed is None else int(typed)
    assert saved == last // 5
    assert last >= said[-1]


@pytest.mark.parametrize("moment", range(8))
def test_what_was_said_to_be_kept_is_there_after_a_kill(tmp_path: Path, moment: int) -> None:
    kill_while_typing(tmp_path / "x.wopdesk", moment)


@pytest.mark.long
@pytest.mark.parametrize("moment", range(8, 108))
def test_what_was_said_to_be_kept_is_there_after_a_kill_at_length(tmp_path: Path, moment: int) -> None:
    kill_while_typing(tmp_path / "x.wopdesk", moment)
