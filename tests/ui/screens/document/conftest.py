"""Offices with a partnership, for tests of the document screen."""

from tests.desk.fixtures import net, offices

__all__ = ["net", "offices"]
