"""ODK's own engine beside ours: the same form and the same answers under Node, where somebody has put both.

    npm install --no-package-lock --prefix ~/.cache/wopdesk/npm @getodk/xforms-engine jsdom

installs it outside of this tree; WOPDESK_NPM names another folder. Nothing of it is part of the program.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = Path(__file__).with_suffix(".mjs")
_FOLDER = Path(os.environ.get("WOPDESK_NPM") or Path.home() / ".cache" / "wopdesk" / "npm")
_PACKAGES = ("@getodk/xforms-engine", "jsdom")
_PATIENCE = 300


@dataclass(frozen=True)
class Peer:
    """What ODK's engine needed, in milliseconds, and what it computed from the same answers.

    Attributes:
        ready: The form loaded, with an instance to fill.
        chain: One answer, a chain of ten calculations.
        total: One answer, a total and a share in each row.
        added: One row added.
        removed: One row removed.
        answers: What was answered last, by path.
        computed: What came of it: the end of the `chain`, the `total`, and the `share` of the row answered last.
    """

    ready: float
    chain: float
    total: float
    added: float
    removed: float
    answers: Mapping[str, str]
    computed: Mapping[str, str]


def absent() -> str:
    """Why the engine cannot be run here; "" if it can."""
    if shutil.which("node") is None:
        return "there is no Node on this computer"
    missing = [name for name in _PACKAGES if not (_FOLDER / "node_modules" / name / "package.json").is_file()]
    return f"{' and '.join(missing)} missing in {_FOLDER}" if missing else ""


def measured(form: Path, rows: int) -> Peer:
    """Load a large form, fill it and change its rows, as `bench_forms` does."""
    asked = ["node", str(_SCRIPT), str(_FOLDER), str(form), str(rows)]
    done = subprocess.run(asked, capture_output=True, check=True, text=True, timeout=_PATIENCE)
    return Peer(**json.loads(done.stdout))
