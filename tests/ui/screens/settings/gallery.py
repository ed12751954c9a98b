"""The settings from fixed contents. `python -m tests.ui.screens.settings.gallery --help`."""

import argparse
import os
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.gallery import grabbed
from tests.ui.screens.pictures import WIDE, shown
from wopdesk.programme.wording import Wording
from wopdesk.sentence import Sentence
from wopdesk.ui.screens.settings.content import (
    Backups,
    Change,
    Checked,
    Content,
    Forms,
    FormSeen,
    Kept,
    Office,
    Person,
    Proposed,
    Storage,
)
from wopdesk.ui.screens.settings.view import SECTIONS, SettingsView
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.appearance import Appearance, wear

FOLDER = Path("/home/sample/.local/share/WOPDesk")
CONTENT = Content(
    people=(
        Person("Sample Engineer, Deputy Director", working=True),
        Person("Sample Clerk, Revenue", working=False),
        Person("Sample Team Leader", working=False),
    ),
    office=Office(
        "WASA Faisalabad", "mentee", "7K3M-Q0ZD-2PXA", "approved", "office@sample.example", Where("document")
    ),
    storage=Storage(FOLDER / "office.wopdesk", 3_563_520, 41_943_040, FOLDER / "backups"),
    version="0.1.0",
)
_PWON = Office("PWON", "facilitator", "9F4T-HV6C-M1RB", "approved", "pwon@sample.example", Where("document"))
PWON = Content(CONTENT.people, _PWON, CONTENT.storage, "0.1.0")
THEFT = replace(PWON, office=replace(_PWON, theft=True))
BACKUPS = Backups(
    (
        Kept(FOLDER / "a.backup", date(2026, 11, 3), 214, date(2026, 11, 3), 1, at=time(14, 32)),
        Kept(FOLDER / "b.backup", date(2026, 11, 3), 209, date(2026, 10, 30), at=time(8, 5)),
        Kept(FOLDER / "c.backup", date(2026, 10, 30), 203, date(2026, 10, 29), missing=2),
        Kept(FOLDER / "d.backup", date(2026, 10, 29), fault="The file is damaged."),
    )
)
FORMS = Forms(
    (
        FormSeen("advice_note", Wording("Advice note", "مشورہ نامہ")),
        FormSeen("monthly_report", Wording("Monthly report", "ماہانہ رپورٹ"), 2, date(2026, 10, 20)),
        FormSeen(
            "monthly_report",
            Wording("Monthly report", "ماہانہ رپورٹ"),
            3,
            date(2026, 11, 2),
            faults=(Sentence("kind.toml, datasets: there is no list {name}", name="advice.all"),),
        ),
        FormSeen("work_plan", Wording("Work plan", "ورک پلان")),
    )
)
PROPOSED = Proposed(
    "monthly_report",
    Wording("Monthly report", "ماہانہ رپورٹ"),
    "",
    (
        Change(
            "Renamed",
            "about/written_by",
            Sentence("was {before!r}, is now {now!r}", before="prepared_by", now="written_by"),
        ),
        Change("Added", "about/telephone", Sentence("{type} “{label}”", type="text", label="Telephone")),
    ),
    same=False,
)
FOUND = Checked(("What is shown is not what the saved batches say.",), mended_by_rebuilding=True)


def view(section: str) -> SettingsView:
    """The settings with a section open; "theft" is that of the office after PWON's computer was stolen."""
    made = SettingsView()
    made.look.show_theme("light")
    made.show_content({"office": PWON, "forms": PWON, "theft": THEFT}.get(section, CONTENT))
    made.forms.show_forms(FORMS)
    made.forms.show_proposed(PROPOSED)
    made.backups.show_backups(BACKUPS)
    made.file.show_checked(FOUND)
    made.open("office" if section == "theft" else section)
    return made


def main() -> None:
    """Save every section."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "ur"), default="en")
    parser.add_argument("--size", default=f"{WIDE[0]}x{WIDE[1]}")
    parser.add_argument("--section", default="")
    parser.add_argument("target", type=Path)
    said = parser.parse_args()
    os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).parents[2] / "fonts.conf"))
    app = QApplication([])
    wear(app, Appearance(said.theme, said.language))
    width, height = map(int, said.size.split("x"))
    for section in [said.section] if said.section else [one.key for one in SECTIONS]:
        made = view(section)
        shown(made, (width, height))
        grabbed(made).save(str(said.target if said.section else said.target / f"{section}.png"))


if __name__ == "__main__":
    main()
