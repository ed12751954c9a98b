"""Pages as an eye sees them, in both languages: nothing beyond the margins, no large empty place."""

import pytest

from tests.reports.cases import CASES, saying
from tests.reports.paper import read
from tests.reports.samples import context
from tests.reports.sight import look
from wopdesk.records.version import Version
from wopdesk.reports import monthly_report
from wopdesk.reports.context import Context
from wopdesk.reports.pdf import render

WATERMARKED = {"draft", "returned"}


def _paper(case: str, language: str) -> bytes:
    version, around = CASES[case]()
    return _printed(version, around, language)


def _printed(version: Version, around: Context, language: str) -> bytes:
    return render(monthly_report.document(version, Context(**{**vars(around), "language": language})))


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("case", sorted(CASES.keys() - WATERMARKED))
def test_no_page_has_an_empty_third_or_ink_beyond_its_margins(case: str, language: str) -> None:
    for number, page in enumerate(look(_paper(case, language)), 1):
        assert page.emptiest < 1 / 3, f"page {number}"
        assert not page.outside, f"page {number}"


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("case", ["nil return", "nothing"])
def test_C322_03_where_nothing_was_done_one_page_is_enough(case: str, language: str) -> None:
    assert len(read(_paper(case, language)).pages) == 1


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("case", ["sample", "one figure", "twelve figures", "photos", "urdu", "draft"])
def test_the_brief_is_the_first_page_and_no_more(case: str, language: str) -> None:
    first, second, *_ = read(_paper(case, language)).pages
    part = {"en": "Progress data of the pilot", "ur": "پائلٹ کی پیش رفت کے اعداد"}[language]
    assert first.count(part) == 1  # in the glance at the parts
    assert part in second


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("word", ["verylongword" * 60, "لفظ" * 300, "word " * 500, "لفظ " * 500])
def test_whatever_people_write_is_there_to_its_last_letter(word: str, language: str) -> None:
    marked = f"{word.strip()}Ω"
    paper = read(_printed(saying(marked), context(), language))
    fields = sum(text == marked for text in saying(marked).answers.values())
    assert paper.text.count("Ω") == fields
