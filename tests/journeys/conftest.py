"""What every journey may ask for."""

from tests.desk.fixtures import net, offices

__all__ = ["net", "offices"]
