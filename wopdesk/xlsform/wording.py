"""What is shown to a person, in the languages of the form, with answers woven in where the form says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.references import Reference

Piece = str | Expression


@dataclass(frozen=True, slots=True)
class Wording:
    """The same text in several languages, by language code.

    Attributes:
        said: Text by language.
        default: The language that stands in where another has no text.
    """

    said: Mapping[str, str] = field(default_factory=dict)
    default: str = ""

    def __call__(self, language: str = "") -> str:
        """The text in a language, else in the default language, else ""."""
        return self.said.get(language) or self.said.get(self.default, "")

    def __str__(self) -> str:
        return self()

    def __bool__(self) -> bool:
        return any(self.said.values())


@dataclass(frozen=True, slots=True)
class Template:
    """A wording whose parts may be expressions.

    Attributes:
        pieces: Text and expressions in order, by language.
        default: The form's default language.
        fixed: The finished wording, where nothing in it is computed.
    """

    pieces: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    default: str = ""
    fixed: Wording | None = None

    @classmethod
    def of(cls, pieces: Mapping[str, tuple[Piece, ...]], default: str) -> Template:
        """A template, finished at once if it is plain text."""
        plain = all(isinstance(piece, str) for said in pieces.values() for piece in said)
        said = {language: "".join(map(str, parts)).strip() for language, parts in pieces.items()}
        return cls(pieces, default, Wording(said, default) if plain else None)

    def expressions(self) -> tuple[Expression, ...]:
        """Its expressions, in every language."""
        if self.fixed is not None:
            return ()
        return tuple(piece for said in self.pieces.values() for piece in said if isinstance(piece, Expression))

    def references(self) -> frozenset[Reference]:
        """What its expressions read."""
        return frozenset(reference for part in self.expressions() for reference in part.references)

    def wording(self, compute: Callable[[Expression, str], str]) -> Wording:
        """The wording at one place; `compute` gives the text of an expression in a language."""
        if self.fixed is not None:
            return self.fixed
        said = {
            language: "".join(piece if isinstance(piece, str) else compute(piece, language) for piece in parts).strip()
            for language, parts in self.pieces.items()
        }
        return Wording(said, self.default)


NOTHING = Template(fixed=Wording())
