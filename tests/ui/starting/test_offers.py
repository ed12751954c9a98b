from tests.desk.offices import Network
from wopdesk.desk import filing
from wopdesk.ui.starting.offers import offers


def test_what_is_offered_can_be_started(net: Network) -> None:
    for name in "ab":
        for offer in offers(net.desk(name), "en"):
            answers = {asked.path: asked.choices[0][0] for asked in offer.asked}
            started = filing.start(net.desk(name), offer.kind, net.desk(name).space(offer.space), answers)
            assert started.kind.kind == offer.kind
