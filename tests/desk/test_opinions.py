from tests.desk.offices import Network
from wopdesk.desk import opinions, submitting
from wopdesk.desk.opinions import Opinion


def test_what_is_written_of_a_version_is_kept_for_that_version(net: Network) -> None:
    report = net.report(net.a, "2026-10")
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    written = Opinion("The figures are clear.", "Two things to mend.", {"about/prepared_by": "Write your position."})
    opinions.keep(net.p, report.id, written)
    assert opinions.kept(net.p, report.id) == written
    opinions.keep(net.p, report.id, Opinion(remarks={"about/prepared_by": " "}))
    assert opinions.kept(net.p, report.id) == Opinion()
