"""FORMAT, "Statements": each sentence of its table is a test here."""

from __future__ import annotations

import random
from itertools import count, pairwise, permutations

import pytest

from tests.records.statements import (
    DAILY,
    PROGRAMME_SPACE,
    ROOT,
    admit,
    authority,
    close,
    cut,
    cut_member,
    join,
    key,
    member,
    office,
    office_id,
    partnership,
    signed,
    team,
)
from wopdesk.records.digest import sha256
from wopdesk.records.ids import PARTNERSHIP, SegmentId, Space
from wopdesk.records.standing import FOUNDER, Standing, space_of_statement, standing
from wopdesk.records.statement import Authority, Office, SignedStatement

SHARED = partnership("a")
OTHER = partnership("a", "cd")
TEAM_A = team("a", "a1")
KEPT = SegmentId("5" * 64)
JOINED = (*map(join, ("a2", "a3", "a4", "b2")), join("thief", "a"), join("thief2", "a"))
"""Every further key wishes to speak for an office; most for that of its first letter."""


def of(*statements: SignedStatement, team_space: Space | None = None) -> Standing:
    return standing([*JOINED, *statements], ROOT, team_space)


def limits(found: Standing, name: str, space: Space) -> list[frozenset[str]]:
    """What cuts let count of a key of office a in a space."""
    return found.kept_heads(key(name), office_id("a"), space)


def test_without_a_root_nobody_speaks() -> None:
    assert standing([office("a", "a1")], "").office_of(key("a1"), SHARED) is None


def test_the_root_names_the_daily_authority() -> None:
    found = of(authority(DAILY), office("a", "a1", by=DAILY))
    assert found.office_of(key("a1"), SHARED) == office_id("a")
    assert found.authorities == {ROOT, DAILY}


def test_nobody_else_names_an_authority() -> None:
    named = signed(DAILY, Authority(key("x")))
    assert of(authority(DAILY), named, office("a", "a1", by=key("x"))).office_of(key("a1"), SHARED) is None


def test_a_replaced_authority_no_longer_counts() -> None:
    first = authority(DAILY)
    found = of(first, authority(key("next"), first), office("a", "a1", by=DAILY), office("b", "b1", by=key("next")))
    assert found.office_of(key("a1"), SHARED) is None
    assert found.office_of(key("b1"), SHARED) == office_id("b")


def test_the_root_prevails_over_its_authority() -> None:
    by_root = office("a", "a1")
    assert of(authority(DAILY), by_root, office("b", "b1", by_root, by=DAILY)).office_of(key("a1"), SHARED)
    by_daily = office("a", "a1", by=DAILY)
    assert of(authority(DAILY), by_daily, office("b", "b1", by_daily)).office_of(key("a1"), SHARED) is None


def test_a_replaced_statement_stays_replaced_even_if_its_replacer_is() -> None:
    first = office("a", "a1")
    second = office("a", "a2", first)
    third = office("a", "a3", second)
    found = of(first, second, third)
    assert [bool(found.office_of(key(name), SHARED)) for name in ("a1", "a2", "a3")] == [False, False, True]


def test_statements_count_in_any_order() -> None:
    first = office("a", "a1")
    statements = [
        first,
        authority(DAILY),
        office("a", "a2", first, by=DAILY),
        office("b", "b1"),
        admit("a2", "a3"),
        admit("a3", "a4", (SHARED.id,)),
        member(SHARED, "b", "mentor"),
        member(SHARED, "b", "mentee"),
        cut("a3", keep=("a4",)),
        cut("a4", by=key("a3")),
    ]
    statements += [*JOINED, join("a3", "b"), admit("b1", "a3")]
    expected = standing(statements, ROOT)
    shuffled = random.Random(1)  # noqa: S311 - a fixed shuffle, not a secret
    for _ in range(20):
        shuffled.shuffle(statements)
        assert standing(statements, ROOT) == expected


# admit


def test_an_approved_key_admits_a_further_key_of_its_office_directly_or_through_others() -> None:
    found = of(office("a", "a1"), admit("a1", "a2"), admit("a2", "a3"))
    assert found.office_of(key("a3"), SHARED) == office_id("a")


def test_an_unapproved_key_admits_nobody() -> None:
    assert of(admit("a1", "a2")).office_of(key("a2"), SHARED) is None


def test_an_admit_is_for_its_spaces() -> None:
    found = of(office("a", "a1"), admit("a1", "a2", (SHARED.id,)))
    assert found.office_of(key("a2"), SHARED) == office_id("a")
    assert found.office_of(key("a2"), OTHER) is None


@pytest.mark.parametrize("asked", [("*",), (SHARED.id, OTHER.id)])
def test_an_admitted_key_is_never_wider_than_its_admitter(asked: tuple[str, ...]) -> None:
    found = of(office("a", "a1"), admit("a1", "a2", (SHARED.id,)), admit("a2", "a3", asked))
    assert found.voices[key("a3")].spaces == {SHARED.id}


def test_an_admit_does_not_narrow_an_approved_key() -> None:
    found = of(office("a", "a1"), office("a", "a2"), admit("a1", "a2", (SHARED.id,)))
    assert found.office_of(key("a2"), OTHER) == office_id("a")


def test_an_admit_does_not_bring_an_approved_key_to_another_office() -> None:
    found = of(office("a", "a1"), office("b", "b1"), admit("b1", "a1"))
    assert found.office_of(key("a1"), SHARED) == office_id("a")


def test_in_the_own_team_space_the_founders_key_admits_even_unapproved() -> None:
    found = of(admit("a1", "a2"), team_space=TEAM_A)
    assert found.office_of(key("a1"), TEAM_A) == office_id("a")
    assert found.office_of(key("a2"), TEAM_A) == office_id("a")
    assert found.office_of(key("a2"), SHARED) is None


def test_an_admit_replaces_an_admit_of_its_own_office() -> None:
    first = admit("a1", "a2")
    found = of(office("a", "a1"), first, admit("a1", "a2", (SHARED.id,), first))
    assert found.office_of(key("a2"), OTHER) is None


def test_an_admit_replaces_nothing_else() -> None:
    approved, theirs = office("a", "a1"), admit("a1", "a2")
    found = of(approved, theirs, office("b", "b1"), admit("b1", "b2", ("*",), approved, theirs))
    assert found.office_of(key("a1"), SHARED) == office_id("a")
    assert found.office_of(key("a2"), SHARED) == office_id("a")


def test_a_hostile_team_space_that_names_another_office_gives_no_voice() -> None:
    hostile = team("a", "b1")
    found = of(office("a", "a1"), office("b", "b1"), admit("b1", "b2"))
    assert found.office_of(key("b1"), hostile) == office_id("b")
    assert found.role(hostile, office_id("b")) is None
    assert of(admit("b1", "b2"), team_space=TEAM_A).office_of(key("b1"), hostile) is None


# join


def office_of(name: str, *statements: SignedStatement) -> str | None:
    """The office for which a key speaks in a shared space, whatever the order in which these arrive."""
    (found,) = {standing(order, ROOT).office_of(key(name), SHARED) for order in permutations(statements)}
    return found


def smaller(than: SignedStatement, by: str, who: str) -> SignedStatement:
    """An admit whose id is smaller than that of another one."""
    found = (admit(by, who, ("*", f"{number:064x}")) for number in count())
    return next(one for one in found if one.id < than.id)


def test_an_admit_counts_with_the_join_of_its_key_alone() -> None:
    approved, admitted = office("a", "a1"), admit("a1", "a2")
    assert office_of("a2", approved, admitted) is None
    assert office_of("a2", approved, join("a2")) is None
    assert office_of("a2", approved, admitted, join("a2", "b")) is None
    assert office_of("a2", approved, admitted, join("a3")) is None
    assert office_of("a2", approved, admitted, join("a2")) == office_id("a")


def test_an_office_cannot_claim_a_key_of_another_one() -> None:
    ours = admit("a1", "a2")
    theirs = smaller(ours, "b1", "a2")
    assert office_of("a2", office("a", "a1"), office("b", "b1"), ours, theirs, join("a2")) == office_id("a")
    assert office_of("a2", office("a", "a1"), office("b", "b1"), theirs, join("a2")) is None


def test_a_claim_does_not_change_who_cuts_whom() -> None:
    chain = office("a", "a1"), admit("a1", "a2"), admit("a2", "a3"), cut("a3", by=key("a2"))
    found = of(*chain, office("b", "b1"), admit("b1", "a3"))
    assert limits(found, "a3", SHARED) == [frozenset()]


def test_the_same_words_of_another_key_are_another_statement() -> None:
    assert admit("a1", "a2").id != admit("b1", "a2").id
    assert join("a2").id != join("a3", "a").id


def test_of_several_joins_of_one_key_the_smallest_id_counts() -> None:
    first, second = sorted([join("a2", "a"), join("a2", "b")], key=lambda one: one.id)
    offices = office("a", "a1"), office("b", "b1")
    found = standing([first, second, *offices, admit("a1", "a2"), admit("b1", "a2")], ROOT)
    assert found.joins[key("a2")] == first.body.office  # type: ignore[union-attr]
    assert found.office_of(key("a2"), SHARED) == first.body.office  # type: ignore[union-attr]


def test_nothing_replaces_a_join() -> None:
    joined = join("a2")
    for other in office("b", "b1", joined), authority(DAILY, joined), admit("a1", "a3", ("*",), joined):
        found = standing([joined, office("a", "a1"), admit("a1", "a2"), other], ROOT)
        assert found.office_of(key("a2"), SHARED) == office_id("a")


def test_a_key_that_pwon_approved_needs_no_join_and_no_join_moves_it() -> None:
    statements = office("a", "a1"), office("b", "b1"), join("a1", "b"), admit("b1", "a1")
    assert office_of("a1", *statements) == office_id("a")


# member and founders


def test_the_founder_and_pwon_belong_to_a_partnership_without_any_statement() -> None:
    found = of(member(PROGRAMME_SPACE, "p", "facilitator"))
    assert found.role(SHARED, office_id("a")) == FOUNDER
    assert found.role(SHARED, office_id("p")) == "facilitator"
    assert found.role(SHARED, office_id("b")) is None


def test_the_founder_alone_belongs_to_a_team_space() -> None:
    found = of(member(PROGRAMME_SPACE, "p", "facilitator"), member(TEAM_A, "b", "mentor"))
    assert found.role(TEAM_A, office_id("a")) == FOUNDER
    assert found.role(TEAM_A, office_id("p")) is None
    assert found.role(TEAM_A, office_id("b")) is None


def test_the_programme_has_stated_members_alone() -> None:
    founder = Space(PARTNERSHIP, office_id("a"), "ab" * 16)
    assert of().role(PROGRAMME_SPACE, office_id("a")) is None
    assert of(member(PROGRAMME_SPACE, "a", "mentee")).role(PROGRAMME_SPACE, office_id("a")) == "mentee"
    assert of(member(PROGRAMME_SPACE, "a", "mentee")).role(founder, office_id("a")) == FOUNDER


def test_a_stated_role_goes_before_the_founders() -> None:
    assert of(member(SHARED, "a", "mentee")).role(SHARED, office_id("a")) == "mentee"


def test_only_pwon_states_members() -> None:
    assert of(office("a", "a1"), member(SHARED, "b", "mentor", by=key("a1"))).role(SHARED, office_id("b")) is None


# cut


def test_a_cut_lets_the_listed_segments_count_and_nothing_in_a_space_not_listed() -> None:
    found = of(office("a", "a1"), cut("a1", spaces={SHARED.id: (KEPT,)}))
    assert limits(found, "a1", SHARED) == [{KEPT}]
    assert limits(found, "a1", OTHER) == [frozenset()]
    assert limits(found, "a2", SHARED) == []


def test_a_member_cut_limits_the_office_in_that_space_alone() -> None:
    found = of(office("a", "a1"), cut_member(SHARED, "a", spaces={SHARED.id: (KEPT,)}))
    assert limits(found, "a1", SHARED) == [{KEPT}]
    assert limits(found, "a1", OTHER) == []
    assert found.kept_heads(key("b1"), office_id("b"), SHARED) == []


def test_pwons_cut_does_not_touch_team_spaces() -> None:
    found = of(office("a", "a1"), admit("a1", "a2"), cut("a1"), team_space=TEAM_A)
    assert limits(found, "a1", TEAM_A) == []
    assert found.office_of(key("a2"), SHARED) is None
    assert found.office_of(key("a2"), TEAM_A) == office_id("a")


def test_another_key_of_the_office_cuts_in_the_team_space_and_not_in_shared_ones() -> None:
    found = of(office("a", "a1"), office("a", "a2"), cut("a1", by=key("a2")), team_space=TEAM_A)
    assert limits(found, "a1", TEAM_A) == [frozenset()]
    assert limits(found, "a1", SHARED) == []


def test_an_installation_cuts_itself_everywhere() -> None:
    found = of(office("a", "a1"), admit("a1", "a2"), cut("a2", by=key("a2")), team_space=TEAM_A)
    assert limits(found, "a2", TEAM_A) == limits(found, "a2", SHARED) == [frozenset()]


def test_an_installation_cuts_whom_it_admitted_everywhere() -> None:
    found = of(office("a", "a1"), admit("a1", "a2"), cut("a2", by=key("a1")), team_space=TEAM_A)
    assert limits(found, "a2", TEAM_A) == limits(found, "a2", SHARED) == [frozenset()]


def test_admitting_ones_own_admitter_gives_no_right_to_cut_it() -> None:
    found = of(office("a", "a1"), admit("a1", "a2"), admit("a2", "a1"), cut("a1", by=key("a2")))
    assert limits(found, "a1", SHARED) == []


def test_nobody_cuts_a_key_of_another_office() -> None:
    found = of(office("a", "a1"), office("b", "b1"), cut("a1", by=key("b1")), team_space=TEAM_A)
    assert limits(found, "a1", SHARED) == limits(found, "a1", TEAM_A) == []


def test_keys_that_a_cut_key_admitted_fall_directly_or_through_others_unless_kept() -> None:
    admits = office("a", "a1"), admit("a1", "a2"), admit("a2", "a3"), admit("a1", "a4")
    fallen = of(*admits, cut("a1"))
    assert [fallen.office_of(key(name), SHARED) for name in ("a2", "a3", "a4")] == [None] * 3
    found = of(*admits, cut("a1", keep=("a2",)))
    assert [bool(found.office_of(key(name), SHARED)) for name in ("a2", "a3", "a4")] == [True, True, False]


def test_whom_a_cut_key_admitted_no_longer_replaces_admits() -> None:
    first, theirs = admit("a1", "a2"), admit("a1", "thief")
    void = admit("thief", "thief2", ("*",), first)
    found = of(office("a", "a1"), first, theirs, void, cut("thief"))
    assert found.office_of(key("a2"), SHARED) == office_id("a")


def test_whom_a_cut_key_admitted_cannot_cut_in_return() -> None:
    admits = office("a", "a1"), admit("a1", "thief"), admit("thief", "thief2")
    found = of(*admits, cut("thief", by=key("a1")), cut("a1", by=key("thief2")), team_space=TEAM_A)
    assert limits(found, "a1", TEAM_A) == []


@pytest.mark.parametrize("keeps", [(("a2",), ("a2", "a3")), (("a2", "a3"), ("a2",))])
def test_unreplaced_cuts_intersect(keeps: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    found = of(
        office("a", "a1"),
        admit("a1", "a2"),
        admit("a1", "a3"),
        cut("a1", spaces={SHARED.id: (KEPT,)}, keep=keeps[0]),
        cut("a1", spaces={OTHER.id: (KEPT,)}, keep=keeps[1]),
    )
    assert sorted(map(sorted, limits(found, "a1", SHARED))) == [[], [KEPT]]
    assert found.office_of(key("a2"), SHARED) == office_id("a")
    assert found.office_of(key("a3"), SHARED) is None


def test_pwon_replaces_a_cut_with_a_wider_one() -> None:
    narrow = cut("a1")
    found = of(office("a", "a1"), narrow, cut("a1", narrow, spaces={SHARED.id: (KEPT,)}))
    assert limits(found, "a1", SHARED) == [{KEPT}]


def test_pwon_replaces_an_offices_own_cut_with_a_wider_one() -> None:
    own = cut("a2", by=key("a1"))
    found = of(office("a", "a1"), admit("a1", "a2"), own, cut("a2", own, spaces={SHARED.id: (KEPT,)}))
    assert limits(found, "a2", SHARED) == [{KEPT}]


def test_an_installation_widens_its_own_cut_of_another_key_but_not_of_itself() -> None:
    held: dict[str, tuple[SegmentId, ...]] = {SHARED.id: (KEPT,)}
    first, own = cut("a2", by=key("a1")), cut("a3", by=key("a3"))
    found = of(
        office("a", "a1"),
        admit("a1", "a2"),
        admit("a1", "a3"),
        first,
        cut("a2", first, by=key("a1"), spaces=held),
        own,
        cut("a3", own, by=key("a3"), spaces=held),
    )
    assert limits(found, "a2", SHARED) == [{KEPT}]
    assert frozenset() in limits(found, "a3", SHARED)


def test_a_cut_key_does_not_replace_pwons_cut() -> None:
    by_pwon = cut("a1")
    found = of(office("a", "a1"), by_pwon, cut("a1", by_pwon, by=key("a1"), spaces={SHARED.id: (KEPT,)}))
    assert frozenset() in limits(found, "a1", SHARED)


# close, what travels where, own eyes


def test_a_close_ends_the_showing_of_a_gap() -> None:
    assert of(close("a1", SHARED, KEPT)).closed == {KEPT}
    assert of(office("a", "a1"), close("a1", SHARED, KEPT, by=key("a1"))).closed == frozenset()


def test_member_its_cuts_and_close_travel_only_to_that_spaces_members() -> None:
    for one in member(SHARED, "b", "mentor"), cut_member(SHARED, "b"), close("a1", SHARED, KEPT):
        assert space_of_statement(one) == SHARED.id
    for one in office("a", "a1"), join("a2"), admit("a1", "a2"), cut("a1"), authority(DAILY):
        assert space_of_statement(one) is None


def test_what_only_awaits_approval_counts_before_its_own_offices_eyes() -> None:
    found = of(admit("a1", "a2"), team_space=TEAM_A)
    assert found.office_of(key("a1"), SHARED, office_id("a")) == office_id("a")
    assert found.office_of(key("a2"), SHARED, office_id("a")) == office_id("a")
    assert found.office_of(key("a1"), SHARED, office_id("b")) is None


def test_an_admitted_key_is_not_wider_before_its_own_offices_eyes() -> None:
    limited = admit("a1", "a2", (SHARED.id,))
    for approved in ([office("a", "a1")], []):
        found = of(*approved, limited, team_space=TEAM_A)
        assert found.office_of(key("a2"), SHARED, office_id("a")) == office_id("a")
        assert found.office_of(key("a2"), OTHER, office_id("a")) is None


def test_an_office_has_the_name_of_its_statement_in_force() -> None:
    first = office("a", "a1")
    renamed = signed(ROOT, Office(office_id("a"), "new", "Renamed", key("a1")), first)
    assert of(first).names[office_id("a")] == ("code-a", "Office a")
    assert of(first, renamed).names[office_id("a")] == ("new", "Renamed")


def test_a_key_may_stand_at_the_end_of_thousands_of_admissions() -> None:
    names = [f"a{number}" for number in range(1, 5001)]
    chain = [admit(by, who) for by, who in pairwise(names)]
    voices = standing([office("a", "a1"), *map(join, names), *chain], ROOT).voices
    assert {voice.office for voice in voices.values()} == {office_id("a")}
    assert voices.keys() == set(map(key, names))


def test_thousands_of_narrow_admissions_go_on_through_many_keys() -> None:
    spaces = [sha256(str(number).encode()) for number in range(2000)]
    names = [f"a{number}" for number in range(2, 200)]
    narrow = [admit("a1", "a2", (space,)) for space in spaces]
    chain = [admit(by, who) for by, who in pairwise(names)]
    voices = standing([office("a", "a1"), *map(join, names), *narrow, *chain], ROOT).voices
    assert voices[key("a199")].spaces == frozenset(spaces)
