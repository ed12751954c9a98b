"""What a person must know before filling, and what is told of a record before it is sent. No desk is needed."""

from __future__ import annotations

from tests.ui.screens.document.fixed import HOURS, begun
from tests.ui.screens.document.pictures import FULL, RETURNED
from wopdesk.programme.wording import Wording
from wopdesk.ui.screens.document.asking import plainly
from wopdesk.ui.screens.document.background import Reviewed
from wopdesk.ui.screens.document.content import Banner
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.notices import banners
from wopdesk.ui.screens.document.summary import review


def filled(**around: object) -> Filling:
    filling = begun("en", plainly, **around)
    for path, text in FULL.items():
        filling.answer(path, text)
    filling.answer("work/nothing", "OK")
    return filling


def facts(filling: Filling) -> dict[str, str]:
    return {fact.label: fact.text for part in review(filling).parts for fact in part.facts}


def acts(filling: Filling) -> list[str]:
    return [banner.act for banner in banners(filling)]


def only(filling: Filling) -> Banner:
    (banner,) = banners(filling)
    return banner


def test_a_record_is_told_in_short() -> None:
    told = facts(filled())
    assert told["Month"] == "October 2026"
    assert told["Sample hours of supply (h/day)"] == "9.5 h/day"
    assert told["Water produced in the pilot area"] == "121,000 m³ in the month"
    assert told["Sample advice: note the pressure at three points."] == "Not yet"
    assert "Other work, not in the work plan" not in told


def test_days_are_told_in_words_and_rows_by_what_they_say() -> None:
    filling = filled()
    filling.answer("obstacles/nothing", "")
    row = filling.add_row("obstacles/faced")
    at = f"obstacles/faced[{row}]"
    for name, text in (("obstacle", "Sample obstacle"), ("owner", "supplier"), ("since", "2026-10-12")):
        filling.answer(f"{at}/{name}", text)
    assert facts(filling)["Obstacle 1"] == (
        "Sample obstacle · Who can remove it? Supplier or contractor · Since: 12 October 2026"
    )


def test_what_stands_in_a_row_is_told_with_its_label_and_unit() -> None:
    filling = filled()
    filling.answer("work/nothing", "")
    filling.paste("work/activities", 0, 0, [["act0", "40", "Sample: valves set"]])
    told = next(text for text in facts(filling).values() if "valves set" in text)
    assert "Done so far: 40 %" in told


def test_a_photo_without_words_is_told_as_there() -> None:
    filling = filled()
    filling.answer("work/nothing", "")
    row = filling.add_row("work/photos")
    at = f"work/photos[{row}]"
    assert facts(filling)["Photo 1"] == "–"
    filling.answer(f"{at}/photo", "0" * 64)
    assert facts(filling)["Photo 1"] == "✓"
    filling.answer(f"{at}/caption", "Sample fitters at a valve")
    assert facts(filling)["Photo 1"] == "Sample fitters at a valve"


def test_in_urdu_a_line_runs_from_the_right_and_each_answer_in_it_in_its_own_order() -> None:
    filling = filled()
    filling.speak("ur", plainly)
    filling.answer("work/nothing", "")
    row = filling.add_row("work/photos")
    for name, text in (("caption", "Sample valve"), ("consent", "yes"), ("taken", "2026-10-15")):
        filling.answer(f"work/photos[{row}]/{name}", text)
    (fact,) = [fact for part in review(filling).parts for fact in part.facts if fact.path == f"work/photos[{row}]"]
    assert fact.text.startswith("\u200f\u2068Sample valve\u2069 · \u2068")


def test_in_urdu_an_indicator_has_its_urdu_name_and_percent_one_sign() -> None:
    called = {"Sample collection ratio": Wording("Sample collection ratio", "نمونہ وصولی")}
    filling = filled(indicators=called)
    filling.answer("work/nothing", "")
    filling.paste("work/activities", 0, 0, [["act0", "40", "Sample: valves set"]])
    filling.speak("ur", plainly)
    told = facts(filling)
    assert "نمونہ وصولی (%)" in told
    assert not [text for text in told.values() if "٪" in text]


def test_what_is_missing_is_listed_with_the_way_there() -> None:
    filling = filled()
    filling.answer(f"progress/figures[{HOURS}]/value", "")
    filling.answer("work/nothing", "")
    found = review(filling)
    assert [(one.label, one.row, one.page) for one in found.problems] == [
        ("Remark", "Sample hours of supply (h/day)", 1),
        ("No activity this month", "", 2),
    ]


def test_what_an_answer_lets_be_asked_is_not_told_as_missing_before_it_can_be_answered() -> None:
    filling, at = begun(), f"advice/actions[{'c' * 16}]"
    filling.answer(f"{at}/state", "")
    filling.check()
    filling.answer(f"{at}/state", "done")
    asked = f"{at}/action"
    assert asked in [one.path for one in filling.problems()]
    assert asked not in [one.path for one in filling.problems(shown=True)]
    filling.answer(asked, "Sample")
    filling.answer(asked, "")
    filling.leave()
    assert asked in [one.path for one in filling.problems(shown=True)]


def test_nothing_is_said_of_a_draft_that_is_simply_filled() -> None:
    assert banners(filled()) == ()


def test_a_returned_record_shows_who_returned_it_and_why() -> None:
    banner = only(filled(state="returned", number=1, reviews=RETURNED))
    assert banner.tone == "caution"
    assert banner.title.values == {"office": "Sample PWON"}
    assert banner.quotes == (("Sample PWON", "The figures are clear. Two things are to be mended."),)


def test_correcting_an_accepted_record_is_a_caution_and_a_submitted_one_is_not() -> None:
    tones = []
    for state in ("accepted", "submitted"):
        filling = filled(state=state, number=3)
        assert acts(filling) == ["correct"]
        filling.correct()
        banner = only(filling)
        assert banner.text is not None
        assert banner.text.values == {"number": 3, "next": 4}
        tones.append(banner.tone)
    assert tones == ["caution", "note"]


def test_what_two_persons_answered_differently_is_settled_first() -> None:
    filling = filled(differing=frozenset({"about/prepared_by"}))
    assert acts(filling) == ["settle"]
    assert not review(filling).settled
    assert any("Two persons" in getattr(part, "remark", "") for part in filling.page(0).parts)


def test_what_was_submitted_and_has_not_arrived_is_told() -> None:
    filling = filled(state="awaited", own=False, writable=False)
    assert not filling.editing
    assert acts(filling) == ["answer"]


def test_an_office_without_approval_is_told_to_the_reviewer() -> None:
    filling = filled(state="submitted", number=1, own=False, writable=False, confirmed=False)
    assert acts(filling) == ["approve"]


def test_a_reviewer_is_led_to_sending_when_something_was_said() -> None:
    said = (Reviewed("Sample PWON", "accept", "Complete.", {}, "2026-11-05T08:00:00Z"),)
    reviewer = {"state": "accepted", "number": 1, "own": False, "writable": False, "reviews": said}
    assert acts(filled(**reviewer, reviewable=True)) == ["answer"]
    assert acts(filled(**reviewer)) == [""]


def test_a_bare_no_is_told_with_its_question() -> None:
    filling = filled()
    filling.answer("work/nothing", "")
    row = filling.add_row("work/photos")
    at = f"work/photos[{row}]"
    filling.answer(f"{at}/caption", "Sample fitters at a valve")
    filling.answer(f"{at}/consent", "no")
    (card,) = [text for text in facts(filling).values() if "Sample fitters" in text]
    assert card.endswith("Do the persons shown agree? No")
