"""Offices with a partnership, for tests of the screens between offices."""

from tests.desk.fixtures import net, offices

__all__ = ["net", "offices"]
