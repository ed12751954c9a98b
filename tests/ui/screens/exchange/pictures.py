"""The screen of sending and receiving with fixed contents, to be looked at and compared."""

from datetime import UTC, datetime

from wopdesk.sentence import Sentence
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.exchange.content import (
    Curious,
    ExchangeContent,
    Item,
    Letter,
    Link,
    Outcome,
    Paper,
    Partner,
    Past,
    Sentences,
)
from wopdesk.ui.screens.exchange.view import ExchangeView
from wopdesk.ui.theme.appearance import worn

_MADE = datetime(2026, 11, 4, 14, 32, tzinfo=UTC)


def said(english: str, urdu: str) -> str:
    """Names in the language of the screen."""
    return urdu if worn().language == "ur" else english


def content() -> ExchangeContent:
    """A coordinator's offices and history."""
    faisalabad = said("WASA Faisalabad", "واسا فیصل آباد")
    lahore, multan = said("WASA Lahore", "واسا لاہور"), said("WASA Multan", "واسا ملتان")
    partners = (
        Partner(
            "f",
            faisalabad,
            waiting=(Phrase("News in {count} documents", {"count": 2}), Phrase("Approvals and partnerships")),
            sent=datetime(2026, 10, 6, 9, 0, tzinfo=UTC),
            heard=_MADE,
        ),
        Partner(
            "l",
            lahore,
            waiting=(Phrase("News in 1 document"),),
            sent=datetime(2026, 10, 12, 9, 0, tzinfo=UTC),
            heard=None,
        ),
        Partner("m", multan, standing="unapproved", heard=datetime(2026, 11, 3, 9, 0, tzinfo=UTC)),
    )
    past = (
        Past(
            "received", datetime(2026, 10, 12, 15, 4, tzinfo=UTC), lahore, "wasa-lahore-to-pwon-2026-10-12-4f1c02.wopx"
        ),
        Past("sent", datetime(2026, 10, 6, 9, 12, tzinfo=UTC), faisalabad, items=14),
        Past(
            "refused",
            datetime(2026, 10, 5, 17, 40, tzinfo=UTC),
            "",
            "Scan_0042.pdf: this PDF was printed or saved anew.",
        ),
        Past("received", datetime(2026, 10, 5, 11, 20, tzinfo=UTC), faisalabad, "monthly-report-2026-09.pdf"),
    )
    return ExchangeContent("PWON", partners, past)


def letters() -> list[Letter]:
    """A report, one from an office that is not approved, and a printed PDF."""
    faisalabad = said("WASA Faisalabad", "واسا فیصل آباد")
    report = said("Monthly report", "ماہانہ رپورٹ")
    return [
        Letter(
            0,
            "monthly-report-2026-10.pdf",
            faisalabad,
            "approved",
            _MADE,
            papers=(
                Paper(report, "2026-10", faisalabad, 2, new=True),
                Paper(report, "2026-09", faisalabad, 1, new=False),
            ),
            items=(
                Item("image", Phrase("{count} photos and files", {"count": 3})),
                Item("shield-check", Phrase("PWON approves {office}", {"office": said("WASA Lahore", "واسا لاہور")})),
            ),
            curious=Curious("9f" * 16, "3b" * 32, "7K3M-Q0ZD-2PXA", "wopdesk 0.1.0"),
        ),
        Letter(
            1,
            "wasa-multan-to-pwon-2026-11-03-81ce40.wopx",
            said("WASA Multan", "واسا ملتان"),
            "unapproved",
            datetime(2026, 11, 3, 10, 5, tzinfo=UTC),
            papers=(
                Paper(said("WOP request", "شراکت کی درخواست"), "", said("WASA Multan", "واسا ملتان"), 1, new=True),
            ),
            curious=Curious("9f" * 16, "3b" * 32, "", "wopdesk 0.1.0"),
        ),
        Letter(
            2,
            "Scan_0042.pdf",
            refused=Sentences(
                "This PDF was printed or saved anew; the data that WOPDesk attached to it is gone.",
                "Nothing was taken from it. Your own records are unchanged.",
                "Ask the sender for the file as WOPDesk wrote it, sent as a document and not as a photo or print.",
            ),
        ),
    ]


def outcome() -> Outcome:
    """The receipt of the report."""
    report = said("Monthly report", "ماہانہ رپورٹ")
    links = (Link("r", report, "2026-10", said("WASA Faisalabad", "واسا فیصل آباد")),)
    note = Sentence("An earlier message is missing. It is asked for when you send next.")
    return Outcome(0, new=True, links=links, differences=2, notes=(note,), office="f")


def invitation() -> Letter:
    """PWON's invitation."""
    return Letter(0, "invitation-for-wasa-multan.wopx", "PWON", "unapproved", _MADE, invitation="closed")


def make(name: str) -> ExchangeView:
    """The screen in one of its states."""
    view = ExchangeView()
    alone = name in {"first", "invitation"}
    view.show_content(ExchangeContent("WASA Multan", alone=True) if alone else content())
    if name == "tray":
        view.show_letters(letters())
    if name == "taken":
        view.show_letters(letters()[:2])
        view.show_outcomes([outcome()])
    if name == "invitation":
        view.show_letters([invitation()])
    return view
