"""Every fixed word of a paper is there in Urdu, with the same places for values."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports import samples
from tests.reports.cases import CASES, WORDY
from tests.reports.paper import read
from wopdesk import reports
from wopdesk.reports import monthly_report
from wopdesk.reports.context import Context, Party
from wopdesk.reports.pdf import render
from wopdesk.reports.words import Speech, words

SOURCES = sorted(Path(str(reports.__file__)).parent.glob("*.py"))
SAID_BY = {"say", "_say", "Term"}
PLACE = re.compile(r"\{\w+\}")


def _said(source: Path) -> Iterator[str]:
    """English texts that a module says or keeps to say."""
    for node in ast.walk(ast.parse(source.read_text())):
        if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        speaks = name in SAID_BY or (source.stem == "words" and name == "self")
        if speaks and isinstance(node.args[0].value, str):
            yield node.args[0].value


def test_no_word_is_missing_and_none_is_left_over() -> None:
    said = {text for source in SOURCES for text in _said(source)}
    assert len(said) > 100
    assert said == words("ur").keys()


@pytest.mark.parametrize("english", sorted(words("ur")))
def test_a_translation_has_the_same_places_for_values(english: str) -> None:
    urdu = words("ur")[english]
    assert sorted(PLACE.findall(urdu)) == sorted(PLACE.findall(english))
    assert re.search("[\u0600-\u06ff]", urdu)


@pytest.mark.parametrize("case", ["sample", "nothing", "nil return", "returned", "draft"])
def test_a_paper_in_urdu_has_no_english_words_of_its_own(case: str) -> None:
    """Whatever people wrote is Urdu here, so that all Latin letters left are units, codes and row ids."""
    version, around = CASES[case]()
    written = {path: samples.URDU if " " in text else text for path, text in version.answers.items()}
    urdu = {path: samples.URDU if path.rpartition("/")[2] in WORDY else text for path, text in written.items()}
    shown = {path: {"ur": "دیگر"} for path in urdu if path.endswith(("/owner", "/state"))}
    office = Party("واسا", confirmed=around.author.confirmed)
    values = {**vars(around), "language": "ur", "author": office, "mentee": office, "mentor": office, "subject": "پانی"}
    values |= {"facilitator": office, "lists": {"month": samples.MONTHS}, "opinions": ()}
    document = monthly_report.document(replace(version, answers=urdu, shown=shown), Context(**values))
    left = re.findall("[A-Za-z]{4,}", read(render(document)).text.replace(samples.URDU, ""))
    assert {word for word in left if len(set(word)) > 1 and not re.fullmatch("[a-f]+", word)} == set()


def test_days_months_and_lists_in_both_languages() -> None:
    english, urdu = Speech("en"), Speech("ur")
    assert (english.day("2026-10-05"), urdu.day("2026-10-05")) == ("5 October 2026", "5 اکتوبر 2026")
    assert (english.day_short("2026-10-05"), urdu.day_short("2026-10-05")) == ("5 Oct 2026", "5 اکتوبر 2026")
    assert (english.month_short("2026-10"), urdu.month_short("2026-10")) == ("Oct", "اکتوبر")
    assert (english.days(1), english.days(45)) == ("1 day", "45 days")
    assert english.listed("a", "", "b") == "a, b"
    assert "،" in urdu.listed("a", "b")
    assert english.day("soon") == english.day_short("soon") == "soon"
