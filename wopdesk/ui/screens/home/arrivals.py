"""What came in from other offices, in words: documents, and what was said of ours. Knows no Qt."""

from __future__ import annotations

from datetime import timedelta

from wopdesk.desk import news
from wopdesk.desk.desk import Desk
from wopdesk.desk.news import Message, News
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home.content import Line
from wopdesk.ui.shell.where import Where

_MOST, _LATELY = 5, timedelta(days=60)


def arrived(desk: Desk, reader: Reader) -> tuple[Line, ...]:
    """The newest of what other offices wrote lately."""
    since = reader.today - _LATELY
    found = [(one.at, _line(reader, one)) for one in news.arrived(desk, since)[:_MOST]]
    found += [(one.at, _message_line(one)) for one in news.messages(desk, since)]
    return tuple(line for _, line in sorted(found, key=lambda one: one[0], reverse=True)[:_MOST])


def _message_line(one: Message) -> Line:
    text, detail = (
        Phrase("{office} sent its first message", {"office": one.office}),
        Phrase("{day}", {"day": one.at.date()}),
    )
    if one.confirmed:
        return Line("mail", text, detail, where=Where("offices"))
    return Line("mail", text, detail, Phrase("Not approved yet"), "warn", Where("offices"))


def _line(reader: Reader, one: News) -> Line:
    values = {"office": one.office, "title": reader.named(one.kind, one.mark)}
    when: dict[str, object] = {"day": one.at.date(), "reason": one.reason}
    detail = Phrase("{day}: “{reason}”", when) if one.reason else Phrase("{day}", when)
    where = Where("document", record=one.record)
    if one.verdict == ACCEPT:
        return Line("circle-check", Phrase("{office} accepted: {title}", values), detail, None, "good", where)
    if one.verdict == RETURN:
        return Line("undo-2", Phrase("{office} returned: {title}", values), detail, None, "warn", where)
    if one.verdict:
        return Line("message-square", Phrase("{office} remarked on: {title}", values), detail, where=where)
    text = Phrase("{office} sent: {title}", values)
    if not one.confirmed:
        return Line("file-text", text, detail, Phrase("Not approved yet"), "warn", where)
    return Line("file-text", text, detail, where=where)
