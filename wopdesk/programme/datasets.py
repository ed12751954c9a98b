"""Lists that forms choose from and rows are made of, each computed from the partnership's documents.

kind.toml names a provider per list. An item is a row of text columns, as in an ODK data file: `name` and `label` where
a question chooses from the list, `id` where rows are made of it. Knows no store: the documents are passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wopdesk.programme import advice, progress
from wopdesk.programme.figures import figure
from wopdesk.programme.filed import Filed, FiledRow, newest, of_kind, read_date
from wopdesk.programme.indicators import Indicator
from wopdesk.programme.kinds import Kind
from wopdesk.programme.months import last_day, month_name, month_of, months_between, previous_month
from wopdesk.programme.partnership import read_partnership
from wopdesk.records.ids import row_of_item
from wopdesk.records.kinds import MENTEE, MENTOR

Item = dict[str, str]

_MONTHS_WITHOUT_PILOT = 12
_TITLE_LENGTH = 160
_VOLUMES = ("produced", "billed")


@dataclass(frozen=True)
class Office:
    """An office that can be chosen as mentee, mentor or supporting partner.

    Attributes:
        id, name, code: which office.
        role: as what it takes part in the programme; empty while that is not known.
    """

    id: str
    name: str
    code: str = ""
    role: str = ""


@dataclass(frozen=True)
class Sources:
    """What the lists are computed from.

    Attributes:
        today: the day on which the form is filled.
        filed: the documents of the partnership.
        offices: the utilities that take part in the programme.
        indicators: the indicators that targets can be set for.
        record: the record being filled; what it says itself does not count.
        period: the month that it reports on, if it is such a record; later months do not count.
        supporters: the supporting partners that take part in the programme.
    """

    today: date
    filed: tuple[Filed, ...] = ()
    offices: tuple[Office, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    record: str = ""
    period: str = ""
    supporters: tuple[Office, ...] = ()

    @property
    def ledger(self) -> list[advice.Entry]:
        """Questions and advice of the other documents, without reports on the same or a later month."""
        return advice.ledger(self._others)

    @property
    def before(self) -> list[Filed]:
        """What was submitted, without the record being filled and without reports on the same or a later month."""
        return [one for one in self._others if one.is_in]

    @property
    def day(self) -> date:
        """The day as of which progress is planned: the end of the month reported on, else today."""
        return last_day(self.period) if self.period else self.today

    @property
    def _others(self) -> list[Filed]:
        return [one for one in self.filed if one.record != self.record and not self._is_later(one)]

    def _is_later(self, document: Filed) -> bool:
        return bool(self.period) and document.kind == "monthly_report" and document.get("about/period") >= self.period


def datasets(kind: Kind, sources: Sources) -> dict[str, list[Item]]:
    """Every list that forms of a kind use, by instance name.

    Raises:
        KeyError: kind.toml names a provider that does not exist.
    """
    return {instance: PROVIDERS[provider](sources) for instance, provider in kind.datasets.items()}


def offices(sources: Sources) -> list[Item]:
    """Offices: `name` (id), `label`, `code`."""
    return _listed(sources.offices)


def mentees(sources: Sources) -> list[Item]:
    """As `offices`, with the `role` of each: those that PWON approved as mentee come first, in another role last."""
    return _fitting(sources.offices, MENTEE)


def mentors(sources: Sources) -> list[Item]:
    """As `mentees`, for choosing a mentor."""
    return _fitting(sources.offices, MENTOR)


def _fitting(offices_: Sequence[Office], role: str) -> list[Item]:
    """By how well they fit into a role; among equals they stay as they were."""
    found = sorted(offices_, key=lambda one: (one.role != role, bool(one.role)))
    return [{**item, "role": one.role} for item, one in zip(_listed(found), found, strict=True)]


def supporters(sources: Sources) -> list[Item]:
    """The supporting partners that can be chosen."""
    return _listed(sources.supporters)


def _listed(offices_: Sequence[Office]) -> list[Item]:
    return [{"name": one.id, "label": one.name, "code": one.code} for one in offices_]


def indicators(sources: Sources) -> list[Item]:
    """Indicators: `name` (code), `label` and `label_ur` with the unit, which a figure is not read without; `better`."""
    return [_indicator(one) for one in sources.indicators]


def targets(sources: Sources) -> list[Item]:
    """Targets of the work plan: `id`, `name`, `unit`, `indicator`, `baseline`, `target`, `better`, `due`."""
    plan = _work_plan(sources)
    known = {one.code: one for one in sources.indicators}
    return (
        [_target(plan, row, known.get(row.get("indicator"))) for row in plan.repeat("targets/targets")] if plan else []
    )


def activities(sources: Sources) -> list[Item]:
    """Activities of the work plan: `id`, `title`, `planned` and `done` in %, `start`, `end`, `status`."""
    plan = _work_plan(sources)
    done = progress.reported(sources.before)
    return [_activity(plan, row, done, sources.day) for row in plan.repeat("activities/activities")] if plan else []


def open_advice(sources: Sources) -> list[Item]:
    """Advice that the mentee still has to act on: `id`, `title`, `text`, `kind`, `due`, `given` (C322-03).

    A report lists what was given by the end of its month; later advice belongs into a later report.
    """
    pieces = (entry.advice for entry in sources.ledger if entry.stage in advice.OPEN_STAGES)
    return [_advice(one) for one in pieces if one and one.was_given_by(sources.day)]


def open_requests(sources: Sources) -> list[Item]:
    """Questions without an answer: `id` and `name`, `title` and `label`, `asked`, `needed_by`, `period`."""
    return [_request(entry.request) for entry in sources.ledger if entry.request and not entry.advice]


def last_report(sources: Sources) -> list[Item]:
    """The volumes last reported, each by the newest report that has it: `produced`, `billed`; `…_said` to be read."""
    reports = sorted(of_kind(sources.before, "monthly_report"), key=lambda report: report.get("about/period"))
    item = {"id": "last"}
    for name in _VOLUMES:
        known = [text for report in reports if (text := report.get(f"progress/{name}"))]
        last = known[-1] if known else ""
        item |= {name: last, f"{name}_said": figure(last)}
    return [item] if any(item[name] for name in _VOLUMES) else []


def pilot_months(sources: Sources) -> list[Item]:
    """Months of the pilot: `name` and `period`, `label`, `label_ur`, `previous`.

    While the pilot has no dates, those of the work plan as far as it is written. Without a plan, up to twelve months
    up to this one, but none before the Letter of Intent, so that nobody is kept from reporting.
    """
    start, end = progress.pilot(sources.filed)
    if start is None:
        loi = read_partnership(sources.filed).loi
        signed = month_of(loi) if loi else ""
        return [_month(month) for month in _last_twelve(sources.today) if month >= signed]
    return [_month(month) for month in months_between(start, end or max(sources.today, start))]


def pilot_dates(sources: Sources) -> list[Item]:
    """The days that the partnership names for its pilot: `start` and `end`, each "" while it names none."""
    partnership = read_partnership(sources.filed)
    return [{"id": "pilot", "start": _iso(partnership.pilot_start), "end": _iso(partnership.pilot_end)}]


PROVIDERS: Mapping[str, Callable[[Sources], list[Item]]] = {
    "offices.of_programme": offices,
    "offices.as_mentee": mentees,
    "offices.as_mentor": mentors,
    "offices.supporting": supporters,
    "indicators.all": indicators,
    "calendar.pilot_months": pilot_months,
    "partnership.pilot": pilot_dates,
    "work_plan.targets": targets,
    "work_plan.activities": activities,
    "advice.open": open_advice,
    "requests.open": open_requests,
    "reports.last": last_report,
}


def one_line(text: str) -> str:
    """A text as a title: in one line, and cut where that would be long."""
    line = " ".join(text.split())
    return line if len(line) <= _TITLE_LENGTH else f"{line[: _TITLE_LENGTH - 1].rstrip()}…"


def _work_plan(sources: Sources) -> Filed | None:
    """The plan that is in force; while none was submitted, the one being written."""
    return newest(sources.filed, "work_plan")


def _target(plan: Filed, row: FiledRow, indicator: Indicator | None) -> Item:
    return {
        "id": row_of_item(plan.record, row.id),
        "name": row.get("name") or (indicator.name.en if indicator else row.get("indicator")),
        "unit": row.get("unit") or (indicator.unit if indicator else ""),
        "indicator": row.get("indicator"),
        "baseline": row.get("baseline"),
        "target": row.get("target"),
        "better": row.get("better") or (indicator.better if indicator else ""),
        "due": row.get("due"),
    }


def _indicator(one: Indicator) -> Item:
    label, label_ur = (f"{name} ({one.unit})" for name in (one.name.en, one.name.ur))
    return {"name": one.code, "label": label, "label_ur": label_ur, "unit": one.unit, "better": one.better}


def _activity(plan: Filed, row: FiledRow, reported: Mapping[str, int], day: date) -> Item:
    item = row_of_item(plan.record, row.id)
    done = reported.get(item, 0)
    planned = progress.planned_share(read_date(row.get("start")), read_date(row.get("end")), day)
    return {
        "id": item,
        "title": row.get("title"),
        "planned": str(planned),
        "done": str(done),
        "start": row.get("start"),
        "end": row.get("end"),
        "status": progress.state(done, planned),
    }


def _advice(given: advice.Advice) -> Item:
    return {
        "id": given.id,
        "title": one_line(given.text),
        "text": given.text,
        "kind": given.kind,
        "due": _iso(given.due),
        "given": _iso(given.given),
    }


def _request(request: advice.Request) -> Item:
    title = one_line(request.question)
    return {
        "id": request.id,
        "name": request.id,
        "title": title,
        "label": title,
        "asked": _iso(request.asked),
        "needed_by": _iso(request.needed_by),
        "period": request.period,
    }


def _month(month: str) -> Item:
    name = month_name(month)
    return {"name": month, "period": month, "label": name.en, "label_ur": name.ur, "previous": previous_month(month)}


def _last_twelve(today: date) -> list[str]:
    months = [month_of(today)]
    while len(months) < _MONTHS_WITHOUT_PILOT:
        months.insert(0, previous_month(months[0]))
    return months


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
