"""Where the navigation leads, and which class shows what. Screens are imported when the desk is there, not before."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QWidget

from wopdesk.ui.shell.screen import Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.widgets.navigation import Place

PLACES = (
    Place("home", "Home", "layout-dashboard"),
    Place("partnerships", "Partnerships", "handshake"),
    Place("reports", "Documents", "file-text"),
    Place("exchange", "Send and receive", "send"),
    Place("offices", "Offices", "users"),
    Place("settings", "Settings", "settings"),
)
"""The navigation, in the order of a day's work."""

SCREENS: Mapping[str, tuple[str, str]] = {
    "home": ("home", "HomeScreen"),
    "partnerships": ("partnerships", "PartnershipsScreen"),
    "partnership": ("partnership", "PartnershipScreen"),
    "reports": ("reports", "ReportsScreen"),
    "document": ("document", "DocumentScreen"),
    "exchange": ("exchange", "ExchangeScreen"),
    "differences": ("differences", "DifferencesScreen"),
    "offices": ("offices", "OfficesScreen"),
    "settings": ("settings", "SettingsScreen"),
}
"""By key: the folder under `ui/screens` and the class in its `screen.py`."""

UNDER: Mapping[str, str] = {"partnership": "partnerships", "document": "reports", "differences": "exchange"}
"""Screens that the navigation does not name, and the place under which they are found."""


def place_of(where: Where) -> str:
    """The place of the navigation to which a screen belongs."""
    return UNDER.get(where.screen, where.screen)


def build(office: DeskThread, where: Where, parent: QWidget | None = None) -> Screen:
    """The screen for a place, within whatever will hold it."""
    folder, name = SCREENS[where.screen]
    module = importlib.import_module(f"wopdesk.ui.screens.{folder}.screen")
    return cast("Screen", getattr(module, name)(office, where, parent))
