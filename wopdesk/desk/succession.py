"""kind.toml after its form changed: what was written under the former form still counts, and says where it moved.

Only two things in the file change, `former` and `[moved]`; remarks and everything else stay as they are written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from wopdesk.desk.faults import DeskFault
from wopdesk.programme.kinds import form_id
from wopdesk.sentence import Sentence

_FORMER = re.compile(r"^former([ \t]*)=([ \t]*)\[[^\]]*\]", re.MULTILINE)
_MOVED = re.compile(r"^\[moved\][ \t]*(?:#[^\n]*)?\n", re.MULTILINE)
_TABLE = re.compile(r"^\[", re.MULTILINE)


def succeeded(place: Path, moved: Mapping[str, str], held: Collection[str] = ()) -> str:
    """What kind.toml should be when the form in a folder gives way to another.

    Args:
        place: The folder, with form.xml and kind.toml as they still are.
        moved: Old path → new path of questions that changed their place or name.
        held: Paths that the other form has; what is asked there did not move away.

    Raises:
        DeskFault: kind.toml is written in a way that cannot be changed without a person.
        OSError: It cannot be read.
    """
    source = (place / "kind.toml").read_bytes()
    old = form_id((place / "form.xml").read_bytes(), source)
    return following(source.decode(), old, (moved, held), str(place / "kind.toml"))


def following(source: str, old: str, paths: tuple[Mapping[str, str], Collection[str]], name: str = "kind.toml") -> str:
    """`succeeded`, from the text of a kind.toml, the id of the form that gives way, what moved, and what is held.

    Raises:
        DeskFault: it is written in a way that cannot be changed without a person.
    """
    moved, held = paths
    before = tomllib.loads(source)
    former = [*dict.fromkeys([*before.get("former", ()), old])]
    known = before.get("moved", {})
    onward = {here: moved.get(there, there) for here, there in known.items()}
    went = {**onward, **moved}
    wanted = {here: there for here, there in went.items() if here != there and here not in held}
    text = _with_moved(_with_former(source, former), wanted) if wanted != known else _with_former(source, former)
    if _read(text) != {**before, "former": former, **({"moved": wanted} if wanted else {})}:
        raise DeskFault(
            Sentence("{name} is written in a way that cannot be changed here.", name=name),
            Sentence('Add "{old}" to its list of former forms by hand, then try again.', old=old),
        )
    return text


def _with_former(text: str, former: list[str]) -> str:
    listed = f"[{', '.join(f'{chr(34)}{one}{chr(34)}' for one in former)}]"
    if _FORMER.search(text):
        return _FORMER.sub(lambda found: f"former{found[1]}={found[2]}{listed}", text, count=1)
    table = _TABLE.search(text)
    at = table.start() if table else len(text)
    return f"{text[:at].rstrip()}\nformer = {listed}\n\n{text[at:]}"


def _with_moved(text: str, moved: Mapping[str, str]) -> str:
    """The table `[moved]` written anew, at its place or at the end."""
    lines = "".join(f'"{here}" = "{there}"\n' for here, there in moved.items())
    found = _MOVED.search(text)
    if found is None:
        return f"{text.rstrip()}\n\n[moved]                                 # old path → new path\n{lines}"
    following = _TABLE.search(text, found.end())
    rest = f"\n{text[following.start() :]}" if following else ""
    return f"{text[: found.end()]}{lines}{rest}"


def _read(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}
