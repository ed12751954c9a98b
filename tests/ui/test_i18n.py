import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import wopdesk.desk
import wopdesk.ui
from wopdesk.ui import i18n
from wopdesk.ui.theme.appearance import Appearance, wear

ROOMS = Path(wopdesk.ui.__path__[0])
DESK = Path(wopdesk.desk.__path__[0])
"""What the desk says in notes, screens say in the language spoken."""
SAYING = frozenset(
    [
        "tr",
        "Words",
        "Button",
        "Pill",
        "heading",
        "Card",
        "say",
        "tell",
        "Empty",
        "Progress",
        "Place",
        "Column",
        "Phrase",
        "Note",
    ]
)
"""What takes an English text of the desk as its first argument."""


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the desk that stands in the code."""
    for file in sorted([*ROOMS.rglob("*.py"), *DESK.glob("*.py")]):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                first = node.args[1] if name == "Place" else node.args[0]  # a place has a key before its name
                if name in SAYING and isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                    yield file.name, first.value


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


def test_values_keep_their_own_direction(qapp: QApplication) -> None:
    assert i18n.tr("{done} of {total} answered", done=9, total=12) == "9 of 12 answered"
    wear(qapp, Appearance("light", "ur"))
    assert "\u20689\u2069" in i18n.tr("{done} of {total} answered", done=9, total=12)
    assert i18n.from_left("31.4%") == "\u206631.4%\u2069"


def test_a_sentence_that_begins_with_a_name_runs_from_right_to_left(qapp: QApplication) -> None:
    assert i18n.tr("{done} of {total} answered", done=9, total=12)[0] == "9"
    wear(qapp, Appearance("light", "ur"))
    assert i18n.tr("Take all")[0] not in "\u200f\u2068"
    assert i18n.tr("{office} · version {number}", office="PWON", number=2).startswith("\u200f\u2068PWON\u2069")


def test_a_text_without_translation_stays_english(qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "ur"))
    assert i18n.tr("Nobody has translated this") == "Nobody has translated this"


def test_qts_own_menus_are_translated(qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "ur"))
    assert qapp.translate("QWidgetTextControl", "&Copy") == "نقل کریں"
