"""A partnership as its record describes it: who works with whom, on what, and when the pilot runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wopdesk.programme.filed import ACCEPTED, Filed, newest, read_date
from wopdesk.records.kinds import MENTEE, MENTOR, SUPPORTING


@dataclass(frozen=True)
class Partnership:
    """What the rules need of a partnership. Dates are None and texts empty until somebody enters them.

    Attributes:
        record: id of the record.
        code: as printed (WOP-PK-014).
        title: in words.
        mentee, mentor, supporter: office ids.
        mentor_name: as it was written while no known office is the mentor; empty once one is.
        pilot_start: by default the day of the MoA, by which the pilot should begin (guidelines 3.1.7, X-07); while that
            is not known, the day on which the agreed work plan begins.
        pilot_end: the last day of the pilot; by default that of the agreed work plan.
        loi, moa: the days on which they were signed.
    """

    record: str = ""
    code: str = ""
    title: str = ""
    mentee: str = ""
    mentor: str = ""
    supporter: str = ""
    mentor_name: str = ""
    pilot_start: date | None = None
    pilot_end: date | None = None
    loi: date | None = None
    moa: date | None = None

    def office(self, role: str) -> str:
        """The office that has a role here, empty when unknown or when the role is PWON's."""
        return {MENTEE: self.mentee, MENTOR: self.mentor, SUPPORTING: self.supporter}.get(role, "")

    def written(self, role: str) -> str:
        """The name that was written for a role which no known office has yet, empty where there is none."""
        return self.mentor_name if role == MENTOR else ""

    def role(self, office: str) -> str:
        """The role of an office here, empty where it is not named."""
        named = {self.supporter: SUPPORTING, self.mentor: MENTOR, self.mentee: MENTEE}
        return named.get(office, "") if office else ""


def read_partnership(filed: Iterable[Filed]) -> Partnership:
    """The partnership described among its documents; an empty one while nobody has begun to."""
    known = tuple(filed)
    record = newest(known, "partnership")
    if record is None:
        return Partnership()
    plan, moa = newest(known, "work_plan"), read_date(record.get("agreements/moa"))
    agreed = (plan.get("about/from"), plan.get("about/until")) if plan and plan.state == ACCEPTED else ("", "")
    return Partnership(
        record=record.record,
        code=record.get("about/code"),
        title=record.get("about/title"),
        mentee=record.get("about/mentee"),
        mentor=record.get("about/mentor"),
        supporter=record.get("about/supporter"),
        mentor_name="" if record.get("about/mentor") else record.get("about/mentor_name"),
        pilot_start=read_date(record.get("pilot/start")) or moa or read_date(agreed[0]),
        pilot_end=read_date(record.get("pilot/end")) or read_date(agreed[1]),
        loi=read_date(record.get("agreements/loi")),
        moa=moa,
    )
