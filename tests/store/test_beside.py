"""Several programs save into one data file at a time."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.store.desks import make_store, views
from tests.store.saving_beside import SAVES, save
from wopdesk.store.checking import check


def test_each_sees_what_the_others_saved_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "x.wopdesk"
    with closing(make_store(path)) as store:
        command = [sys.executable, "-m", "tests.store.saving_beside", str(path)]
        others = [subprocess.Popen([*command, who]) for who in ("p", "q")]
        save(store, "here")
        assert [other.wait() for other in others] == [0, 0]
        save(store, "again")
        fields = {op[4] for op in views(store)["op"]}
        wanted = {f"about/{who}{number}" for who in ("here", "again", "p", "q") for number in range(SAVES)}
        assert fields == {"@kind"} | wanted
        assert check(store, lambda *_: True) == []
