"""How the columns of a table of data share its width: what some do not need goes to those whose words are cut. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def shared(usual: Sequence[int], needed: Sequence[int]) -> list[int]:
    """Widths that are together as wide as the usual ones; columns that lack least are helped first."""
    made = list(usual)
    spare = sum(max(0, width - need) for width, need in zip(usual, needed, strict=True))
    for at in sorted(range(len(made)), key=lambda at: needed[at] - usual[at]):
        given = min(spare, max(0, needed[at] - usual[at]))
        made[at] += given
        spare -= given
    return _without(made, needed, sum(made) - sum(usual))


def lowered(widths: Sequence[int], lack: int, least: int) -> list[int]:
    """Take what is lacking from the widest, as far as it goes: none becomes narrower than the least for it."""
    cap = max(widths, default=0)
    while cap > least and sum(max(0, width - cap) for width in widths) < lack:
        cap -= 1
    return [min(width, cap) for width in widths]


def _without(widths: Sequence[int], needed: Sequence[int], owed: int) -> list[int]:
    """Take what was given away from the columns that have more than they need, in proportion."""
    made = list(widths)
    gives = [max(0, width - need) for width, need in zip(widths, needed, strict=True)]
    whole = sum(gives)
    for at, give in enumerate(gives):
        taken = -(-owed * give // whole) if whole else 0  # rounded up, so that nothing is left over at the last
        made[at] -= taken
        owed, whole = owed - taken, whole - give
    return made
