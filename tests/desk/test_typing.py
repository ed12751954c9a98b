"""What is being typed stays on this computer until it is saved, and is never lost with the program."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desk.offices import Network
from wopdesk.desk import documents, filing, typing
from wopdesk.desk.faults import DeskFault
from wopdesk.store import outgoing


def test_what_was_typed_is_there_when_the_file_opens_again(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Some", "progress/description": "One"})
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Somebody"})
    net.close("a")
    assert typing.unsaved(net.a) == [report.id]
    assert typing.typed(net.a, report.id).texts == {"about/prepared_by": "Somebody", "progress/description": "One"}
    assert documents.find_document(net.a, report.id).answers == report.answers


def test_saving_makes_it_answers_and_forgets_it(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Somebody", "about/nil_return": ""})
    document = typing.save_typed(net.a, report.id)
    assert document.answers["about/prepared_by"] == "Somebody"
    assert "about/nil_return" not in document.answers
    assert typing.unsaved(net.a) == []


def test_saving_what_was_saved_already_writes_nothing(net: Network) -> None:
    report = net.report(net.a)
    filing.answer(net.a, report.id, {"about/prepared_by": "Somebody"})
    before = documents.find_document(net.a, report.id).cells
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Somebody"})
    assert typing.save_typed(net.a, report.id).cells == before


def test_what_cannot_be_saved_is_typed_still(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {"about/period": "2026-04"})
    with pytest.raises(DeskFault, match="cannot change"):
        typing.save_typed(net.a, report.id)
    assert typing.typed(net.a, report.id).texts == {"about/period": "2026-04"}


def test_what_a_former_form_asked_is_saved_and_kept_aside(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {"about/of_a_former_form": "Text"})
    assert typing.save_typed(net.a, report.id).answers["about/of_a_former_form"] == "Text"


def test_it_is_told_when_something_was_typed_last(net: Network) -> None:
    report = net.report(net.a)
    assert typing.typed_at(net.a, report.id) is None
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Some"})
    net.clock.later(1 / 24)
    typing.keep_typing(net.a, report.id, {"progress/description": "One"})
    at = typing.typed_at(net.a, report.id)
    assert at is not None
    assert at <= net.clock.moment
    assert net.clock.moment - at < timedelta(minutes=1)


def test_giving_up_forgets_what_was_typed(net: Network) -> None:
    report = net.report(net.a)
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Somebody"})
    typing.give_up(net.a, report.id)
    assert typing.unsaved(net.a) == []
    assert documents.find_document(net.a, report.id).answers == report.answers


def test_what_is_typed_leaves_with_no_bundle(net: Network) -> None:
    report = net.report(net.a)
    second = net.second()
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Somebody"})
    with net.a.store.reading() as connection:
        assert outgoing.unsigned(connection, net.a.store.names) == []
    net.meet(net.a, second)
    assert documents.find_document(second, report.id).answers == report.answers


def test_nobody_types_in_another_offices_report(net: Network) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault):
        typing.keep_typing(net.b, report.id, {"about/prepared_by": "Somebody"})
