"""The sample: three partnerships as one coordinator sees them, told as it happens, with real bundles between desks."""

from wopdesk.desk.sample.offices import OFFICES
from wopdesk.desk.sample.telling import LAST_DAY, tell

__all__ = ["LAST_DAY", "OFFICES", "tell"]
