"""Whether a form that came from outside can be used here: it is tried before any office fills it.

The program's own readers refuse what they do not understand; whatever else a form does to them is refused, too, so that
no form ends the program of every office that received it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wopdesk.desk.agreement import disagreements
from wopdesk.desk.shelf import Files, Shelf
from wopdesk.programme.datasets import PROVIDERS
from wopdesk.programme.kinds import Kind, KindError, read_kind
from wopdesk.programme.published import differing_rules
from wopdesk.sentence import Sentence
from wopdesk.xlsform import FormError, load_xform

MOST_BYTES = 4 * 1024 * 1024
"""Of each file of a published form; a form of a thousand questions takes a quarter of a megabyte."""
MOST_ROWS = 10_000
"""With which a form may begin."""
_MOST_TOLD = 5


def described(files: Files, kind: str) -> Kind:
    """What the published kind.toml says.

    Raises:
        KindError: it cannot be read.
    """
    if max(map(len, (files.source, files.xform, files.settings))) > MOST_BYTES:
        raise KindError(
            Path(kind) / "form.xml",
            Sentence("a file is larger than {size} MB; no form needs that", size=MOST_BYTES >> 20),
        )
    return read_kind(files.settings, files.xform, Path(kind))


def faults(shelf: Shelf, kind: str, files: Files) -> tuple[Sentence, ...]:
    """Why a form cannot be used on this shelf, in words; nothing where it can."""
    return tuple(_faults(shelf, kind, files))


def _faults(shelf: Shelf, name: str, files: Files) -> Iterator[Sentence]:
    shipped = shelf.shipped.get(name)
    if shipped is None:
        yield Sentence("this version of the program knows no document '{name}'", name=name)
        return
    try:
        kind = described(files, name)
        form = load_xform(files.xform)
        rows = sum(map(len, form.sheet().kept_rows().values()))
    except KindError as error:
        yield error.told
    except FormError as error:
        yield from (one.told for one in error.problems[:_MOST_TOLD])
    except Exception as error:  # noqa: BLE001 - see above: any failure is the form's, and is told as such
        yield Sentence("it cannot be opened ({fault})", fault=type(error).__name__)
    else:
        yield from (
            Sentence("kind.toml, {rule}: only a new version of the program can change this", rule=rule)
            for rule in differing_rules(kind, shipped)
        )
        if rows > MOST_ROWS:
            yield Sentence("it begins with {count} rows; nobody can fill that", count=rows)
        yield from _unknown(shelf, kind)
        yield from disagreements(kind, form)


def _unknown(shelf: Shelf, kind: Kind) -> Iterator[Sentence]:
    """Names in kind.toml that this version of the program does not know."""
    if kind.due is not None and kind.due.rule not in shelf.programme.due:
        yield Sentence("kind.toml, due: there is no rule {rule}", rule=kind.due.rule)
    for provider in sorted(set(kind.datasets.values()) - PROVIDERS.keys()):
        yield Sentence("kind.toml, datasets: there is no list {name}", name=provider)
