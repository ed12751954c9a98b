"""Who speaks for whom: the second reader and the program say the same of any set of statements."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.format import second_meaning, second_reader
from tests.records.statements import ROOT, admit, cut, join, key, office, partnership, team
from wopdesk.records.standing import standing
from wopdesk.records.statement import SignedStatement

HOME, TEAM = partnership("a"), team("a", "a1")
APPROVED = (office("a", "a1"), office("b", "b1"), office("b", "a2"))
JOINS = (join("a1", "b"), join("a2"), join("a2", "b"), join("a3"), join("a3", "b"), join("x1", "a"), join("x1", "b"))
ADMITS = tuple(
    admit(by, who, spaces)
    for by in ("a1", "a2", "a3", "b1", "x1")
    for who in ("a1", "a2", "a3", "x1")
    for spaces in (("*",), (HOME.id,))
    if by != who
)
CUTS = (cut("a1", keep=("a2",)), cut("a2"), cut("b1"), cut("b1", keep=("a3",)))
SETS = st.tuples(
    st.lists(st.sampled_from(APPROVED), unique_by=lambda one: one.id),
    st.lists(st.sampled_from(JOINS), min_size=1, unique_by=lambda one: one.id),
    st.lists(st.sampled_from(ADMITS), min_size=2, max_size=12, unique_by=lambda one: one.id),
    st.lists(st.sampled_from(CUTS), max_size=2, unique_by=lambda one: one.id),
).map(lambda parts: [one for part in parts for one in part])


def told(one: SignedStatement) -> second_reader.Statement:
    """A statement as the second reader knows it."""
    members = json.loads(one.statement.data)
    return second_reader.Statement(one.id, one.signer, members["type"], tuple(members["replaces"]), members)


@given(SETS)
def test_both_hear_the_same_keys_for_the_same_offices(statements: list[SignedStatement]) -> None:
    ours = standing(statements, ROOT, TEAM)
    theirs = second_meaning.Standing(ROOT, tuple(map(told, statements)))
    for space in HOME, TEAM:
        voices = theirs.voices_in(tuple(space.parts))
        for name in map(key, ("a1", "a2", "a3", "b1", "x1")):
            voice = voices.get(name)
            speaks = voice and {"*", space.id} & voice.spaces
            assert ours.office_of(name, space) == (voice.office if voice and speaks else None)
