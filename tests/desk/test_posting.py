"""When each office was written to and heard of, and the list of all that went and came."""

from __future__ import annotations

from tests.desk.offices import Network
from wopdesk.desk import documents, inbox, outbox, posting, reviewing, submitting
from wopdesk.records.review import ACCEPT


def test_contacts_tell_the_last_time_each_way(net: Network) -> None:
    net.on("2026-11-05")
    submitting.submit(net.a, net.report(net.a).id)
    net.send(net.a, net.p)
    net.on("2026-11-06")
    net.send(net.p, net.a)
    here = posting.contacts(net.a)[net.p.office]
    assert here.sent is not None
    assert here.heard is not None
    assert [here.sent.date().isoformat(), here.heard.date().isoformat()] == ["2026-11-05", "2026-11-06"]
    assert posting.heard_by_key(net.a)[net.p.identity.key] == here.heard


def test_the_history_has_what_went_came_and_was_refused_latest_first(net: Network) -> None:
    net.on("2026-11-05")
    submitting.submit(net.a, net.report(net.a).id)
    (file,) = net.files(net.a, net.p)
    inbox.receive(net.p, [file])
    broken = bytearray(file.read_bytes())
    broken[len(broken) // 2] ^= 1
    file.write_bytes(broken)
    net.on("2026-11-06")
    inbox.receive(net.p, [file])
    net.on("2026-11-07")
    (report,) = documents.documents(net.p, "monthly_report")
    reviewing.review(net.p, report.id, ACCEPT, "Good. (sample)")
    outbox.export(net.p, "wasa-faisalabad", net.folder / "out")
    since = [one for one in posting.history(net.p) if one.at.month == 11 and one.at.day >= 5]
    assert [(one.what, one.office) for one in since] == [
        ("sent", "WASA Faisalabad"),
        ("refused", ""),
        ("received", "WASA Faisalabad"),
    ]
    assert since[0].items > 0
    assert file.name in since[1].said
    assert since[2].said == file.name
