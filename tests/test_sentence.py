import os
from errno import ENOSPC

import pytest

from wopdesk.desk.faults import DeskFault, tell
from wopdesk.exchange.refusal import forged
from wopdesk.sentence import Sentence, joined, kept, recalled


def test_a_sentence_is_read_in_english_and_keeps_its_values_apart() -> None:
    said = Sentence("{office} is another office.", office="Sample utility")
    assert said == "Sample utility is another office."
    assert (said.text, dict(said.values)) == ("{office} is another office.", {"office": "Sample utility"})
    assert Sentence('Write it as {"group/question": "text"}.') == 'Write it as {"group/question": "text"}.'


def test_a_fault_told_further_still_keeps_its_values_apart() -> None:
    told = tell(DeskFault(Sentence("{file} cannot be used.", file="sample.wopx"), "Ask for it again."))
    assert isinstance(told.what, Sentence)
    assert told.what.values == {"file": "sample.wopx"}
    within = tell(forged(Sentence("of the sender's signature, {error}", error="it is cut short"))).what
    assert isinstance(within, Sentence)
    assert within == "The file is not signed as it must be: of the sender's signature, it is cut short."
    assert isinstance(within.values["detail"], Sentence)
    assert within.values["detail"].values == {"error": "it is cut short"}


def test_what_the_system_reports_names_the_file() -> None:
    told = tell(OSError(ENOSPC, os.strerror(ENOSPC), "sample.wopdesk"))
    assert told.what == "No space left on device (sample.wopdesk)."
    assert tell(OSError("the stick was pulled out")).what == "the stick was pulled out."


def test_a_sentence_is_kept_in_no_language_and_recalled_as_it_was() -> None:
    within = joined([Sentence("an operation names no field"), Sentence("the number {number} is not allowed", number=3)])
    told = Sentence("The file was damaged or changed on its way: {detail}.", detail=within)
    again = recalled(kept(told))
    assert (
        again
        == told
        == "The file was damaged or changed on its way: an operation names no field; the number 3 is not allowed."
    )
    assert isinstance(again, Sentence)
    assert again.text == told.text
    assert isinstance(again.values["detail"], Sentence)


@pytest.mark.parametrize(
    "before",
    [
        "sample.wopx carries nothing for WOPDesk.",
        '{"text": 1',
        '{"text": "{file}", "values": {"other": "a"}}',
        '{"text": "a", "values": 3}',
    ],
)
def test_what_was_kept_in_another_way_is_read_as_it_stands(before: str) -> None:
    assert recalled(before) == before
