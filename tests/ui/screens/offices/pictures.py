"""The screen of offices with fixed contents, to be looked at and compared."""

from dataclasses import replace
from datetime import UTC, datetime

from wopdesk.ui.screens.offices.content import Asking, Computer, Invited, Known, OfficesContent, Part
from wopdesk.ui.screens.offices.view import OfficesView
from wopdesk.ui.theme.appearance import worn

_HEARD = datetime(2026, 11, 3, 10, 5, tzinfo=UTC)
_PARTNERSHIPS = (("s1", "WOP-PK-014"), ("s2", "WOP-PK-017"))


def said(english: str, urdu: str) -> str:
    """Names in the language of the screen."""
    return urdu if worn().language == "ur" else english


def known(office: str = "f") -> tuple[Known, ...]:
    """PWON and those that work with it."""
    pwon = Known("p", "PWON", "pwon", "facilitator", "own", None, (Part("s1", "WOP-PK-014", "facilitator"),), (_own(),))
    return (
        pwon,
        Known(
            office,
            said("WASA Faisalabad", "واسا فیصل آباد"),
            "wasa-faisalabad",
            "mentee",
            "approved",
            datetime(2026, 11, 4, 9, 0, tzinfo=UTC),
            (Part("s1", "WOP-PK-014", "mentee"),),
            (Computer("k1", "7K3M-Q0ZD-2PXA", _HEARD), Computer("k2", "1M8T-4C7R-ZB0F")),
        ),
        Known(
            "l",
            said("WASA Lahore", "واسا لاہور"),
            "wasa-lahore",
            "mentor",
            "approved",
            datetime(2026, 10, 12, 9, 0, tzinfo=UTC),
            (Part("s1", "WOP-PK-014", "mentor"),),
        ),
        Known("m", said("WASA Multan", "واسا ملتان"), state="waiting", heard=_HEARD),
    )


def _own() -> Computer:
    return Computer("k0", "0F3A-9KQ2-XW7T", this=True)


def asking() -> Asking:
    """An office that waits."""
    return Asking("k9", said("WASA Multan", "واسا ملتان"), _HEARD)


def content(*requests: Asking) -> OfficesContent:
    """PWON's own screen."""
    return OfficesContent(
        "0F3A-9KQ2-XW7T", coordinator=True, known=known(), asking=requests, partnerships=_PARTNERSHIPS
    )


def recovered() -> OfficesContent:
    """PWON's own screen after its computer was stolen."""
    shown, former = content(), Computer("k3", "R6BG-4BGR-Y6YS", former=True)
    pwon = replace(shown.known[0], computers=(_own(), former))
    return replace(shown, known=(pwon, *shown.known[1:]))


def partner() -> OfficesContent:
    """A mentee's own screen, which waits for its approval."""
    own = Known("m", said("WASA Multan", "واسا ملتان"), "", "mentee", "own waiting", None, (), (_own(),))
    pwon = Known("p", "PWON", "pwon", "facilitator", "approved", _HEARD)
    return OfficesContent("0F3A-9KQ2-XW7T", approved=False, known=(own, pwon))


def make(name: str) -> OfficesView:
    """The screen in one of its states."""
    view = OfficesView()
    contents = {"waiting": content(asking()), "mentee": partner(), "recovered": recovered()}
    view.show_content(contents.get(name, content()))
    if name == "recovered":
        view.begin_at("k3")
    if name == "mismatch":
        view.show_content(content(replace(asking(), role="mentee")))
        view.requests["k9"].field.setText("7K3M-Q0ZD-2PXB")
        view.show_mismatch("k9")
    if name == "cutting":
        view.invite.show_invited(Invited("/media/usb/invitation-from-pwon.wopx", "2B7N-ZX40-M9QD"))
        assert view.detail is not None
        view.detail.cutting["k2"].click()
    return view
