"""helpdesk/booking/services.py."""

import pytest

from helpdesk.booking.services import LABELS, Service, called, needs_kit, service_called, unless_named


@pytest.mark.parametrize("service", Service)
def test_a_service_is_known_by_its_id_and_by_both_of_its_names(service: Service) -> None:
    label = LABELS[service]
    words = (service.value, label.vietnamese.upper(), label.english)
    assert [service_called(word) for word in words] == [service] * 3
    assert service_called("passport") is None


def test_only_what_takes_an_officer_with_the_kit_finishes_level_2() -> None:
    assert [service for service in Service if needs_kit([service])] == [Service.LEVEL2, Service.LEVEL2_CARD]


def test_where_nothing_is_named_it_is_what_is_usual_with_or_without_the_kit() -> None:
    without = (Service.UPDATE_INFO, Service.ONLINE_DECLARATION)
    assert unless_named((), finishes_level2=False) == without
    assert unless_named((), finishes_level2=True) == (Service.LEVEL2, *without)
    named = unless_named(["update_info", "level2_card", "of tomorrow"], finishes_level2=True)
    assert named == (Service.LEVEL2_CARD, Service.UPDATE_INFO)
    assert called(without) == "cập nhật thông tin căn cước, giúp khai trực tuyến"
    assert called(without, language="en") == "update of ID information, help with an online declaration"
