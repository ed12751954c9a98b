"""Forms that nobody would write: groups and repeats inside each other, and rules about whatever came before."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.xlsform.written import survey

COLUMNS = "type | name | label | calculation | relevant | constraint | required | repeat_count | choice_filter"
CHOICES = """
| choices |
| | list_name | name | label |
| | few | 0 | Nothing |
| | few | 1 | One |
| | few | 2 | Two |
| | few | 3 | Three |
"""
_DEEPEST = 3


@dataclass
class _Writer:
    """Writes rows; every rule names only what stands before it, so that no cycle comes about but through labels.

    Attributes:
        draw: Chooses.
        rows: Written so far.
        numbers: Names of questions and calculations with a number, each with the repeats around it.
        chosen_from: Those of them that are chosen out of a list.
        repeats: Names of repeats that are closed.
        inside: Repeats that are open.
        knots: Whether filters may name what says the label of what is chosen.
    """

    draw: st.DrawFn
    rows: list[str] = field(default_factory=list)
    numbers: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    chosen_from: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    repeats: list[str] = field(default_factory=list)
    inside: tuple[str, ...] = ()
    count: int = 0
    knots: bool = False

    def name(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"

    def chosen(self, *options: str) -> str:
        return self.draw(st.sampled_from(options))

    def term(self) -> str:
        """A number: one that stands before, what many rows add up to, a place, or a digit."""
        terms = ["1", "2"] + (["position(..)"] if self.inside else [])
        for name, around in self.numbers:
            shared = around == self.inside[: len(around)]
            terms += (
                [f"coalesce(${{{name}}}, 0)"] if shared else [f"sum(${{{name}}})", f"coalesce(max(${{{name}}}), 0)"]
            )
        terms += [f"string-length(jr:choice-name(${{{name}}}, '${{{name}}}'))" for name in self.near(self.chosen_from)]
        terms += [f"count(${{{name}}})" for name in self.repeats]
        return self.draw(st.sampled_from(terms))

    def near(self, names: list[tuple[str, tuple[str, ...]]]) -> list[str]:
        """Those that stand in no repeat but the ones around."""
        return [name for name, around in names if around == self.inside[: len(around)]]

    def words(self, name: str) -> str:
        """A label, perhaps with an answer woven in."""
        return self.draw(st.sampled_from([name, *(f"{name} after ${{{other}}}" for other in self.near(self.numbers))]))

    def formula(self) -> str:
        return f"{self.term()} {self.chosen('+', '-', '*')} {self.term()}"

    def rule(self) -> str:
        """A condition, or none."""
        kind = self.chosen("", "", "one", "two")
        if not kind:
            return ""
        first = f"{self.term()} {self.chosen('<', '>', '=', '!=', '>=')} {self.term()}"
        return first if kind == "one" else f"{first} {self.chosen('and', 'or')} {self.term()} > 1"

    def write(self, *cells: str) -> None:
        self.rows.append(" | ".join(cells))

    def part(self, depth: int) -> None:
        inner = ["group", "repeat", "counted"] if depth < _DEEPEST else []
        kind = self.chosen("integer", "select_one few", "calculate", *(["knot"] if self.knots else []), *inner)
        if kind in inner:
            self.container(kind, depth)
            return
        if kind == "knot":
            self.knot()
            return
        name = self.name("c" if kind == "calculate" else "q")
        if kind == "calculate":
            self.write(kind, name, "", self.formula(), self.rule())
        else:
            offered = f"name < {self.term()} + 2" if kind.startswith("select") else ""
            rules = self.rule(), f". < {self.term()} + 5", self.rule()
            self.write(kind, name, self.words(name), "", *rules, "", offered)
            self.chosen_from += [(name, self.inside)] if offered else []
        self.numbers.append((name, self.inside))

    def knot(self) -> None:
        """A question whose choices are filtered by what says the label of the one that is chosen, and maybe others."""
        asked, said = self.name("q"), self.name("c")
        offered = f"(name + ${{{said}}} + {self.term()}) mod 2 = 0"
        self.write("select_one few", asked, asked, "", "", "", "", "", offered)
        label = f"string-length(jr:choice-name(${{{asked}}}, '${{{asked}}}'))"
        self.write("calculate", said, "", f"{label} + {self.term()}", self.rule())
        self.chosen_from.append((asked, self.inside))
        self.numbers += [(asked, self.inside), (said, self.inside)]

    def container(self, kind: str, depth: int, levels: int = 0) -> None:
        """A group or repeat with parts in it, and so many levels of repeats for certain."""
        name, verb = self.name("g" if kind == "group" else "r"), "group" if kind == "group" else "repeat"
        count = f"({self.term()}) mod 4" if kind == "counted" else ""
        self.write(f"begin_{verb}", name, self.words(name), "", self.rule(), "", "", count)
        before, self.inside = self.inside, self.inside if kind == "group" else (*self.inside, name)
        for _ in range(self.draw(st.integers(1, 3))):
            self.part(depth + 1)
        if levels:
            self.container("repeat", depth + 1, levels - 1)
        self.write("integer", last := self.name("q"), last)
        self.numbers.append((last, self.inside))
        self.inside = before
        self.write(f"end_{verb}")
        if kind != "group":
            self.repeats.append(name)


@st.composite
def surveys(draw: st.DrawFn, parts: int = 5, *, knots: bool = False) -> str:
    """The form.md of a form with at least one repeat inside another, and maybe with knots through labels."""
    writer = _Writer(draw, knots=knots)
    writer.write("integer", first := writer.name("q"), first)
    writer.numbers.append((first, ()))
    if knots:
        writer.knot()
    for _ in range(draw(st.integers(1, parts))):
        writer.part(0)
    writer.container("repeat", 0, levels=draw(st.integers(1, 2)))
    return survey(COLUMNS, *writer.rows) + CHOICES
