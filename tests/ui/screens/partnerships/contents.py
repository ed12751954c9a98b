"""The list of partnerships, fixed, so that pictures stay the same."""

from tests.ui.gallery_content import said
from wopdesk.ui.circles.content import Standing
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnerships.content import Partnerships
from wopdesk.ui.screens.partnerships.view import PartnershipsView
from wopdesk.ui.theme.tokens import Tone


def standings() -> tuple[Standing, ...]:
    """One in each state."""
    return (
        _standing("001", ("WASA Faisalabad", "WASA Lahore"), "3.2.2", 87, (Phrase("In review"), "info")),
        _standing("002", ("WASA Multan", "WASA Lahore"), "3.2.2", 100, (Phrase("On schedule"), "good")),
        _standing(
            "003", ("WSSC Peshawar", "WASA Rawalpindi"), "3.2.2", 50, (Phrase("{count} overdue", {"count": 3}), "bad")
        ),
        _standing("004", ("QWASA", "WASA Faisalabad"), "3.1.4", None, (Phrase("In preparation"), "quiet")),
        _standing("005", ("WASA Gujranwala", ""), "3.1.1", None, (Phrase("Returned"), "warn")),
    )


def _standing(
    number: str, partners: tuple[str, str], step: str, on_time: int | None, status: tuple[Phrase, Tone]
) -> Standing:
    names = {
        "3.2.2": said("Work plan implementation", "ورک پلان پر عمل درآمد"),
        "3.1.4": said("Letter of Intent", "اظہارِ ارادہ"),
        "3.1.1": said("Pre-conditions", "ابتدائی شرائط"),
    }
    last = said("Oct 2026", "اکتوبر 2026") if on_time else ""
    return Standing(
        space=number,
        code=f"WOP-PK-{number}",
        title=said("Sample: longer hours of supply in one pilot area", "نمونہ: پائلٹ علاقے میں فراہمی کے زیادہ گھنٹے"),
        mentee=partners[0],
        mentor=partners[1],
        partner=" – ".join(partners),
        step=f"{step} {names[step]}",
        last=last,
        last_month="2026-10" if on_time else "",
        on_time=on_time,
        advice=2 if on_time else 0,
        status=status[0],
        tone=status[1],
    )


def make(state: str) -> PartnershipsView:
    """The view of a state: `many`, `none` or `none at PWON`."""
    view = PartnershipsView()
    view.show_content(Partnerships(standings() if state == "many" else (), coordinator=state == "none at PWON"))
    return view
