"""The register of functions: what each takes, how many, and what it gives.

A function is written for plain Python values; the register converts the arguments and tells lxml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from wopdesk.sentence import Sentence
from wopdesk.xlsform import xml

Gives = Literal["text", "number", "truth", "nodes", "moment", "any"]
Converter = Callable[[object], object]
_Made = TypeVar("_Made", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Function:
    """What the parser must know of a function.

    Attributes:
        name: As written in forms, without a prefix.
        gives: The sort of its result, where that is always the same.
        least: Fewest arguments.
        most: Most arguments, `None` for any number.
    """

    name: str
    gives: Gives
    least: int
    most: int | None

    def refusal(self, count: int) -> str:
        """Why so many arguments are too few or too many; "" if they are not."""
        if count < self.least:
            return Sentence(
                "{name}() needs at least {least} values, here are {count}",
                name=self.name,
                least=self.least,
                count=count,
            )
        if self.most is not None and count > self.most:
            return Sentence(
                "{name}() takes at most {most} values, here are {count}", name=self.name, most=self.most, count=count
            )
        return ""


REGISTRY: dict[str, Function] = {}


def function(
    name: str, gives: Gives, *takes: Converter, least: int | None = None, rest: Converter | None = None
) -> Callable[[_Made], _Made]:
    """Register the decorated function under a name.

    Args:
        name: As forms write it, without a prefix.
        gives: The sort of its result.
        takes: A converter for each argument.
        least: Fewest arguments; all of them if not given.
        rest: Converter of any further arguments.
    """

    def register(made: _Made) -> _Made:
        fewest = len(takes) if least is None else least
        REGISTRY[name] = Function(name, gives, fewest, None if rest else len(takes))
        xml.register(name, _adapted(made, takes, rest))
        return made

    return register


def _adapted(
    made: Callable[..., object], takes: tuple[Converter, ...], rest: Converter | None
) -> Callable[..., object]:
    """The function as lxml calls it: with its own context first and unconverted arguments."""
    if len(takes) == 1 and rest is None:
        return _adapted_to_one(made, takes[0])

    def call(_context: Any, *arguments: object) -> object:  # noqa: ANN401 - lxml's own, unused
        values = [convert(argument) for convert, argument in zip(takes, arguments, strict=False)]
        if rest is not None:
            values.extend(rest(argument) for argument in arguments[len(takes) :])
        return made(*values)

    return call


def _adapted_to_one(made: Callable[..., object], convert: Converter) -> Callable[..., object]:
    """The same for a single argument, the way most calls are and with nothing to lay out."""

    def call(_context: Any, *arguments: object) -> object:  # noqa: ANN401 - lxml's own, unused
        return made(convert(arguments[0])) if arguments else made()

    return call
