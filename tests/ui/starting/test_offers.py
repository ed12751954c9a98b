from tests.desk.offices import Network
from wopdesk.desk import filing
from wopdesk.ui.starting.offers import offers

OFFERED = {"a": ["monthly_report", "utility"], "b": ["advice_note", "utility"], "p": ["utility"]}
"""What a mentee, a mentor and PWON may start in a partnership that has its work plan."""


def test_what_is_offered_can_be_started(net: Network) -> None:
    for name, kinds in OFFERED.items():
        offered = offers(net.desk(name), "en")
        assert [offer.kind for offer in offered] == kinds
        for offer in offered:
            answers = {asked.path: asked.choices[0][0] for asked in offer.asked}
            started = filing.start(net.desk(name), offer.kind, net.desk(name).space(offer.space), answers)
            assert started.kind.kind == offer.kind
