import ast
import errno
import os
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel, QLabel, QPushButton
from pytestqt.qtbot import QtBot

import wopdesk
from wopdesk.desk.desk import open_desk
from wopdesk.desk.faults import UNCHANGED, tell
from wopdesk.exchange import opening
from wopdesk.exchange.refusal import NOTHING_TAKEN, SEND_AGAIN, Refused
from wopdesk.programme.wording import Wording
from wopdesk.sentence import Sentence
from wopdesk.store.faults import StoreFault
from wopdesk.ui import i18n, saying
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import told
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets import asking
from wopdesk.ui.widgets.fault import fault_of
from wopdesk.xlsform.differences import SORTS

HOUSE = Path(wopdesk.__path__[0])
ROOMS = tuple(HOUSE / name for name in ("ui", "desk", "store", "exchange", "records", "programme", "xlsform"))
"""What the desk and the rooms below it tell, screens say in the language spoken."""
SAYING = frozenset(
    [
        "tr",
        "Words",
        "Button",
        "Pill",
        "heading",
        "Card",
        "Page",
        "Table",
        "say",
        "tell",
        "Empty",
        "Progress",
        "Place",
        "Column",
        "Phrase",
    ]
)
"""What takes an English text of the desk as its first argument in the rooms of the window."""
TELLING = {
    **dict.fromkeys(["Sentence", "damaged", "malformed", "forged", "too_large", "_missing", "_refused"], 0),
    **dict.fromkeys(["Unreadable", "NewerEnvelope", "BadSignature", "NotAnExpression", "_Unfit", "_refusal"], 0),
    "KindError": 1,
    "Problem": 2,
    "fault": 2,
}
"""What takes one in every room, and where among its arguments; the text may have a name."""
FAULTS = frozenset(["DeskFault", "StoreFault", "Refused", "Told", "Sentences"])
"""What takes three sentences, whichever way they are given."""
SYSTEM = tuple(
    map(
        os.strerror,
        (
            errno.ENOSPC,
            errno.EACCES,
            errno.EPERM,
            errno.ENOENT,
            errno.EISDIR,
            errno.ENOTDIR,
            errno.EEXIST,
            errno.EROFS,
            errno.EIO,
            errno.EBUSY,
            errno.ENAMETOOLONG,
        ),
    )
)
"""What the system usually complains of."""
AT_THE_COMMAND_LINE = frozenset(["sample"])
"""Rooms of the desk into which no window leads."""


def calls() -> Iterator[tuple[Path, ast.Call, str, Mapping[str, list[ast.expr]]]]:
    """Every call in the rooms, with the name of what is called and what names stand for in its file."""
    for room in ROOMS:
        for file in sorted(room.rglob("*.py")):
            if AT_THE_COMMAND_LINE.intersection(file.parts):
                continue
            tree = ast.parse(file.read_text(encoding="utf-8"))
            known = assigned(tree)
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    yield file, node, getattr(node.func, "id", getattr(node.func, "attr", "")), known


def assigned(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What is assigned to each name of a file."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return found


def meant(said: ast.expr, known: Mapping[str, list[ast.expr]]) -> Iterator[ast.expr]:
    """What an argument may be: each side of a condition, and what a name stands for."""
    if isinstance(said, ast.IfExp):
        yield from (*meant(said.body, known), *meant(said.orelse, known))
    elif isinstance(said, ast.Name):
        yield from known.get(said.id, [])
    else:
        yield said


def first_of(node: ast.Call, name: str) -> list[ast.expr]:
    """The argument that is the text; a place has a key before its name."""
    return node.args[1:2] if name == "Place" else node.args[:1]


def told_by(node: ast.Call, name: str) -> list[ast.expr]:
    """The arguments of a call that are texts of the desk in every room."""
    if name in FAULTS:
        return [*node.args, *(keyword.value for keyword in node.keywords)]
    return node.args[TELLING[name] : TELLING[name] + 1] if name in TELLING else []


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the desk that stands in the code."""
    for file, node, name, known in calls():
        said: list[ast.expr] = []
        if name in SAYING and ROOMS[0] in file.parents:
            said = [one for one in first_of(node, name) if not isinstance(one, ast.Name)]
        else:
            said = told_by(node, name)
        for one in (each for argument in said for each in meant(argument, known)):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value:
                yield file.name, one.value
    yield from ((reason, reason) for reason in SYSTEM)
    yield from (("differences.py", sort) for sort in SORTS.values())
    yield from (("refusal.py", text) for text in (NOTHING_TAKEN, SEND_AGAIN, UNCHANGED))


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", [language for language in i18n.NAMES if language != "en"])
def test_every_text_of_the_desk_is_translated(language: i18n.Language) -> None:
    said = set(texts())
    assert len(said) > 20
    assert not sorted((file, text) for file, text in said if text not in i18n.words(language))


@pytest.mark.parametrize("language", [language for language in i18n.NAMES if language != "en"])
def test_a_translation_names_the_same_values(language: i18n.Language) -> None:
    for text, translated in i18n.words(language).items():
        assert names(text) == names(translated), text
        assert translated.strip()


@pytest.mark.parametrize("language", list(i18n.RIGHT_TO_LEFT))
def test_latin_words_beside_each_other_keep_their_order(language: i18n.Language) -> None:
    between = re.compile("[A-Za-z][^\u0600-\u06ff]*(?:[،؛·]|: )[^\u0600-\u06ff]*[A-Za-z]")
    kept_apart = re.compile("\u2066[^\u2069]*\u2069|{[^}]*}")
    assert not [said for said in i18n.words(language).values() if between.search(kept_apart.sub("\u0627", said))]


def test_a_fault_keeps_what_it_tells_apart_from_its_values() -> None:
    mixed = [
        (file.name, one.lineno)
        for file, node, name, known in calls()
        for said in told_by(node, name)
        for one in meant(said, known)
        if isinstance(one, ast.JoinedStr | ast.BinOp)
    ]
    assert not mixed


def test_a_fault_is_told_in_the_language_of_the_screen(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(StoreFault) as missing:
        open_desk(tmp_path / "none.wopdesk")
    with pytest.raises(Refused) as strange:
        opening.read(b"PK" + bytes(100))
    wear(qapp, Appearance("light", "en"))
    assert fault_of(tell(missing.value)).happened == str(missing.value.what)
    wear(qapp, Appearance("light", "ur"))
    for fault in (missing.value, strange.value, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "sample.wopdesk")):
        for said in astuple(fault_of(tell(fault))):
            assert not re.search(r"[a-z]{3}", re.sub(r"\u2068[^\u2068]*\u2069", "", said.replace("WOPDesk", ""))), said
    assert str(tmp_path / "none.wopdesk") in fault_of(tell(missing.value)).happened


def test_words_within_a_sentence_are_said_in_its_language(qapp: QApplication) -> None:
    kind = Wording("Monthly report", "ماہانہ رپورٹ")
    said = Sentence("The file cannot be read ({reason}).", reason=Sentence("Permission denied"))
    changed = Sentence("There is no kind of document called '{kind}'.", kind=kind)
    assert (str(said), str(changed)) == (
        "The file cannot be read (Permission denied).",
        "There is no kind of document called 'Monthly report'.",
    )
    wear(qapp, Appearance("light", "ur"))
    assert i18n.words("ur")["Permission denied"] in told(said)
    assert kind.ur in told(changed)


def test_values_keep_their_own_direction(qapp: QApplication) -> None:
    assert i18n.tr("{done} of {total}", done=9, total=12) == "9 of 12"
    wear(qapp, Appearance("light", "ur"))
    assert "\u20689\u2069" in i18n.tr("{done} of {total}", done=9, total=12)
    assert i18n.from_left("31.4%") == "\u206631.4%\u2069"


def test_names_in_a_row_have_the_comma_of_their_language(qapp: QApplication) -> None:
    goes = Phrase("It goes to {names}.", {"names": ("PWON", "WASA Faisalabad")})
    assert "PWON, WASA Faisalabad" in saying.said(goes)
    wear(qapp, Appearance("light", "ur"))
    assert "PWON، WASA Faisalabad" in saying.said(goes)
    assert i18n.listed(["PWON"]) == "PWON"


def test_a_sentence_that_begins_with_a_name_runs_from_right_to_left(qapp: QApplication) -> None:
    assert i18n.tr("{done} of {total}", done=9, total=12)[0] == "9"
    wear(qapp, Appearance("light", "ur"))
    assert i18n.tr("Take all")[0] not in "\u200f\u2068"
    assert i18n.tr("{office} · version {number}", office="PWON", number=2).startswith("\u200f\u2068PWON\u2069")


def test_a_text_without_translation_stays_english(qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "ur"))
    assert i18n.tr("Nobody has translated this") == "Nobody has translated this"


def test_qts_own_menus_are_translated(qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "ur"))
    assert qapp.translate("QWidgetTextControl", "&Copy") == "نقل کریں"


def test_qts_own_dialog_of_files_speaks_urdu_and_keeps_the_endings_in_order(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    wear(qapp, Appearance("light", "ur"))
    offered = asking.kind(i18n.tr("Photos"), "*.jpg *.png")
    dialog = QFileDialog(None, "", str(tmp_path), offered)
    qtbot.addWidget(dialog)
    assert asking.FROM_LEFT in offered
    assert [one.nameFilters() for one in dialog.findChildren(QFileSystemModel)] == [["*.jpg", "*.png"]]
    buttons = {one.text() for one in dialog.findChildren(QPushButton)}
    written = {one.text() for one in dialog.findChildren(QLabel)} | buttons
    assert {"فائل کا نام:", "کھولیں"} <= written
    assert not [text for text in written if re.search("[A-Za-z]", text)]
