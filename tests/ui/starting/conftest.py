"""The small network of the desk's tests, for what is started at a desk."""

from tests.desk.fixtures import net, offices

__all__ = ["net", "offices"]
