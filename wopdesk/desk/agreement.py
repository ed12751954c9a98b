"""Whether kind.toml and the form beside it speak of the same questions: a form that moved on leaves paths behind."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.programme.kinds import Kind
from wopdesk.sentence import Sentence
from wopdesk.xlsform import Form


def disagreements(kind: Kind, form: Form) -> tuple[Sentence, ...]:
    """What kind.toml names and the form does not have, or the other way round, in words."""
    return tuple(_disagreements(kind, form))


def _disagreements(kind: Kind, form: Form) -> Iterator[Sentence]:
    held = frozenset(form.elements)
    for place, path in _named(kind):
        if path not in held:
            yield Sentence("kind.toml, {place}: the form has no question {path}", place=place, path=path)
    for path in kind.moved:
        if path in held:
            yield Sentence(
                "kind.toml, moved: the form still has {path}, so that nothing moved away from there", path=path
            )
    for path in kind.rows:
        if path in held and path not in form.repeats:
            yield Sentence("kind.toml, rows: {path} is no repeat of the form", path=path)
    for name in sorted(form.lists - kind.datasets.keys()):
        yield Sentence(
            "kind.toml, datasets: the form reads a list {name}, and nothing says where it comes from", name=name
        )
    for name in sorted(kind.datasets.keys() - form.lists):
        yield Sentence("kind.toml, datasets: the form reads no list {name}", name=name)


def _named(kind: Kind) -> Iterator[tuple[str, str]]:
    """Paths of the form that kind.toml names, with where it names them."""
    yield from (("one_per", path) for path in kind.one_per or ())
    for path, source in kind.rows.items():
        yield "rows", path
        yield from (("rows", f"{path}/{name}") for name in source.set)
    if kind.previous is not None:
        yield "previous", kind.previous.by
        yield from (("previous", path) for path in kind.previous.fields)
        yield from (("previous", f"{path}/{name}") for path, name in kind.previous.match.items())
    yield from (("moved", path) for path in kind.moved.values())
