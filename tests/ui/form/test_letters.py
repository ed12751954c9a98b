"""What is said of two texts leads from the one to the other, and to where a person would go on."""

from hypothesis import given
from hypothesis import strategies as st

from wopdesk.ui.form.letters import rewritten

TEXTS = st.text("ab ", max_size=8)


@given(TEXTS, TEXTS)
def test_one_text_becomes_the_other_at_one_place(before: str, after: str) -> None:
    change = rewritten(before, after)
    start, gone = change.start, len(change.gone)
    assert before[start : start + gone] == change.gone
    assert before[:start] + change.come + before[start + gone :] == after
    assert after[start : change.end] == change.come


@given(TEXTS, TEXTS, TEXTS)
def test_what_was_put_in_is_all_that_came(before: str, come: str, after: str) -> None:
    change = rewritten(before + after, before + come + after)
    assert (change.gone, len(change.come)) == ("", len(come))
