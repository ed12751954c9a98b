"""Offices with a partnership, for tests of the screen of offices."""

from tests.desk.fixtures import net, offices

__all__ = ["net", "offices"]
