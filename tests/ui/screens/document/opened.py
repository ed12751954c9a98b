"""A monthly report opened to be filled, with a month before it, for tests."""

from __future__ import annotations

from tests.desk.offices import Network
from wopdesk.desk import filing, submitting
from wopdesk.ui.form.rows import RepeatTable
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.opening import open_filling

PAGES = ("about", "progress", "work", "advice", "findings", "obstacles", "requests")


def report(net: Network, period: str = "2026-10", language: str = "en") -> Filling:
    """A report of this month, just begun by whoever; September's was sent before."""
    net.on("2026-10-05")
    before = net.report(net.a, "2026-09", progress__produced="120000", progress__billed="81000")
    submitting.submit(net.a, before.id)
    net.on("2026-11-03")
    net.a.person = ""
    begun = filing.start(net.a, "monthly_report", net.home, {"about/period": period})
    return open_filling(net.a, begun.id, language)


def table_of(filling: Filling, path: str) -> RepeatTable:
    """The table at a path."""
    number = filling.page_of(path)
    assert number is not None
    return next(part for part in filling.page(number).parts if isinstance(part, RepeatTable) and part.path == path)
