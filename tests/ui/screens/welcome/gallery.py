"""The pages of the welcome from fixed contents. `python -m tests.ui.screens.welcome.gallery --help`."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.gallery import grabbed
from wopdesk.desk.faults import Told
from wopdesk.ui.screens.welcome import presenter, recovery
from wopdesk.ui.screens.welcome.making import TOLD
from wopdesk.ui.screens.welcome.page import Page
from wopdesk.ui.screens.welcome.presenter import Backup, Content, Kit, Letter, Ready, Typed
from wopdesk.ui.theme.appearance import Appearance, wear

PLACE = Path("/home/sample/.local/share/WOPDesk/office.wopdesk")
_WHO = Typed(PLACE, "Sample Engineer", "Deputy Director, Operations", "mentee", "WASA Faisalabad", "Faisalabad")
_INVITED = replace(_WHO, way="invitation", invitation=Path("invitation-from-pwon.wopx"), code="7K3M-Q0ZD")
_PWON = replace(_WHO, role="facilitator", office="PWON", city="", way="found")
_SAVED = replace(_PWON, kit=Path("/media/usb/pwon.recovery-kit"))
_KIT = Kit("7K3M-Q0ZD-2PXA-9F4T-HV6C-M1RB", b"")
_WRONG = Told(
    "The invitation code does not belong to this invitation.",
    "Nothing was changed.",
    "Ask PWON for the invitation code again, on a telephone number that you know. If it stays different, do not open "
    "it.",
)
_USB = Path("/media/usb/pwon.recovery-kit")
_BILL = Path("electricity-bill.pdf")
_RECOVERED = replace(
    _PWON,
    way="recover",
    kit=_USB,
    passphrase=_KIT.passphrase,
    left=Path("invitation-from-pwon.wopx"),
    loss="stolen",
    position="Programme coordinator",
)
_NO_KIT = Told(
    "The file is no recovery kit.",
    "Nothing was changed.",
    "Choose the file that PWON saved on a USB stick for the safe; its name ends in .recovery-kit.",
)
CONTENTS: Mapping[str, Content] = {
    "who": Content("who", Typed(PLACE)),
    "who-missing": presenter.forward(Content("who", Typed(PLACE, position="Deputy Director"))),
    "office": Content("office", _WHO),
    "office-pwon": Content("office", _PWON),
    "how": Content("how", _INVITED, letter=Letter("PWON", "2026-11-03", invitation=True)),
    "how-wrong": Content("how", _INVITED, fault=_WRONG),
    "how-further": Content("how", replace(_WHO, way="further")),
    "how-pwon": Content("how", _PWON),
    "working": Content("working", replace(_WHO, way="sample"), said=tuple(phrase for _, phrase in TOLD[:5])),
    "whom": Content("whom", Typed(PLACE), sample=True),
    "kit": Content("kit", _SAVED, kit=_KIT),
    "kit-on-paper": Content("kit", replace(_SAVED, on_paper="yes", last="M1R"), kit=_KIT),
    "kit-later": Content("kit", replace(_SAVED, on_paper="later"), kit=_KIT),
    "ready": Content("ready", _INVITED, ready=Ready(PLACE, "WASA Faisalabad", "7K3M-Q0ZD-2PXA", "invitation")),
    "ready-alone": Content("ready", _INVITED, ready=Ready(PLACE, "WASA Faisalabad", "7K3M-Q0ZD-2PXA", "alone")),
    "restore": Content(
        "restore",
        replace(_WHO, backup=Path("office-2026-11-03.backup")),
        backup=Backup("WASA Faisalabad", 214, "2026-11-02"),
    ),
    "recover": Content("recover", _RECOVERED, letter=Letter("PWON", "2026-05-04", invitation=True)),
    "recover-missing": recovery.forward(recovery.opened(Content("who", Typed(PLACE)))),
    "recover-no-kit": recovery.unreadable(Content("recover", replace(_RECOVERED, kit=_BILL)), "kit", _BILL, _NO_KIT),
    "ready-recovered": Content("ready", _RECOVERED, ready=Ready(PLACE, "PWON", "7K3M-Q0ZD-2PXA", "recover backup")),
    "ready-theft": Content("ready", _RECOVERED, ready=Ready(PLACE, "PWON", "7K3M-Q0ZD-2PXA", "recover theft")),
}
"""Every page, some with what can be wrong on it."""


def show(name: str, width: int, height: int) -> Page:
    """A page, as large as a window."""
    page = Page()
    page.resize(width, height)
    page.show_content(CONTENTS[name])
    page.show()
    page.setFocus()
    QApplication.processEvents()
    return page


def main() -> None:
    """Save one page, or all of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--page", default="")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "ur"), default="en")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("target", type=Path)
    said = parser.parse_args()
    os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).parents[2] / "fonts.conf"))
    app = QApplication([])
    wear(app, Appearance(said.theme, said.language))
    width, height = map(int, said.size.split("x"))
    for name in [said.page] if said.page else CONTENTS:
        target = said.target if said.page else said.target / f"{name}.png"
        grabbed(show(name, width, height)).save(str(target))


if __name__ == "__main__":
    main()
