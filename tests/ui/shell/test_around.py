"""What stands around every screen."""

from tests.desk.fixtures import net, offices
from tests.desk.offices import Network
from wopdesk.desk import mailing, submitting
from wopdesk.ui.shell.opening import around

__all__ = ["net", "offices"]


def test_a_file_that_was_saved_is_not_told_as_sent_until_somebody_says_so_or_answers(net: Network) -> None:
    submitting.submit(net.a, net.report(net.a).id)
    files = net.files(net.a, net.p)
    assert files
    assert (around(net.a).sent, around(net.a).saved) == (0, True)
    mailing.sent_to(net.a, net.p.office)
    assert (around(net.a).sent, around(net.a).saved) == (0, False)
    net.files(net.a, net.b)
    net.on("2026-11-05")
    assert (around(net.a).sent, around(net.a).saved) == (2, True)
    net.send(net.b, net.a)
    assert not around(net.a).saved


def test_what_was_sent_while_the_clock_ran_ahead_was_sent_today(net: Network) -> None:
    net.clock.later(10)
    net.files(net.a, net.p)
    net.clock.later(-10)
    assert around(net.a).sent == 0
