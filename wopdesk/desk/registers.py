"""Workbooks across partnerships: the register of monthly reports."""

from __future__ import annotations

from wopdesk.desk import agenda, partners
from wopdesk.desk.desk import Desk
from wopdesk.programme import register
from wopdesk.programme.register import Rules
from wopdesk.reports import workbooks


def monthly_reports(desk: Desk) -> bytes:
    """The register of monthly reports as .xlsx: every partnership of this office, every month of its pilot so far.

    Figures are those of the newest version that was not returned; a draft's are left out.
    """
    filed = [one for space in partners.partnership_spaces(desk) for one in agenda.filed_in(desk, space)]
    rules = Rules(desk.shelf.kinds, desk.shelf.programme, desk.shelf.indicators)
    lines = register.register(filed, rules, desk.today)
    return workbooks.register(lines, {one.id: one.name for one in partners.offices(desk)}, desk.today)
