"""A form as large as the design asks for: 1000 questions, 200 calculations in chains of ten, a repeat with shares."""

from collections.abc import Iterator

HEADER = "| survey |\n| | type | name | label | constraint | relevant | calculation |\n"
SETTINGS = "| settings |\n| | form_title | form_id |\n| | Large | large |\n"


def large_form(questions: int = 1000, chains: int = 20) -> str:
    """The form.md."""
    rows = [*_questions(questions), *_chains(chains), *_repeat()]
    return HEADER + "".join(f"| | {' | '.join(row)} |\n" for row in rows) + SETTINGS


def _questions(count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        if number % 25 == 0:
            yield ("begin_group", f"g{number}", f"Page {number}", "", "", "")
        relevant = f"${{q{number - 1}}} > 0" if number % 10 == 9 else ""
        yield ("integer", f"q{number}", f"Question {number}", ". >= 0 and . <= 1000000", relevant, "")
        if number % 25 == 24 or number == count - 1:
            yield ("end_group", "", "", "", "", "")


def _chains(count: int) -> Iterator[tuple[str, ...]]:
    """The first of a chain depends on a question, each further one on the one before."""
    for chain in range(count):
        for link in range(10):
            before = f"coalesce(${{c{chain}x{link - 1}}}, 0)" if link else f"coalesce(${{q{chain * 10}}}, 0)"
            yield ("calculate", f"c{chain}x{link}", "", "", "", f"round({before} * 1.5 + 1, 2)")


def _repeat() -> Iterator[tuple[str, ...]]:
    """Every row's share depends on the total, and the total on every row."""
    yield ("begin_repeat", "wells", "Wells", "", "", "")
    yield ("decimal", "flow", "Flow", "", "", "")
    yield ("decimal", "hours", "Hours", "", "", "")
    yield ("calculate", "volume", "", "", "", "coalesce(${flow}, 0) * coalesce(${hours}, 0)")
    yield ("calculate", "share", "", "", "", "if(${total} > 0, ${volume} div ${total}, 0)")
    yield ("end_repeat", "", "", "", "", "")
    yield ("calculate", "total", "", "", "", "sum(${volume})")
