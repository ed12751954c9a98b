from PySide6.QtWidgets import QApplication

from wopdesk.ui.moments import grouped, marked, titled
from wopdesk.ui.theme.appearance import Appearance, wear


def test_a_month_is_said_in_words_and_any_other_mark_as_it_is(qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "en"))
    assert marked("2026-10") == "October 2026"
    assert marked("2026-13") == "2026-13"
    assert marked("Sample pilot") == "Sample pilot"


def test_a_document_is_told_from_others_of_its_kind(qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "en"))
    assert titled("Monthly report", "2026-10") == "Monthly report, October 2026"
    assert titled("Work plan", "") == "Work plan"
    assert "Sample" in titled("", "Sample")


def test_a_long_number_is_compared_group_by_group(qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "ur"))
    assert "01234567 89abcdef 01" in grouped("0123456789abcdef01")
