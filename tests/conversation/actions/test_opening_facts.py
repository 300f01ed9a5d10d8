"""helpdesk/conversation/actions/facts.py: what texts may promise of an opening."""

import pytest

from helpdesk.booking.services import WITHOUT_KIT, Service
from helpdesk.conversation.actions.facts import opening_facts
from tests.support import lists


@pytest.mark.parametrize(
    ("finishes", "services", "said"),
    [
        (True, (Service.LEVEL2,), ("finishes", "finishes_sentence")),
        (True, (Service.LEVEL2_CARD, *WITHOUT_KIT), ("finishes", "finishes_sentence")),
        (False, WITHOUT_KIT, ("does_not_finish", "does_not_finish_sentence")),
        (False, (Service.UPDATE_INFO,), ("does_not_finish", "only_update_info_sentence")),
        (False, (Service.ONLINE_DECLARATION,), ("does_not_finish", "only_online_declaration_sentence")),
    ],
)
def test_only_the_kit_promises_level_2_and_what_is_for_one_thing_says_which(
    finishes: bool, services: tuple[Service, ...], said: tuple[str, str]
) -> None:
    facts = opening_facts(lists.opening(finishes=finishes, services=services))
    assert (facts["level2"], facts["level2_sentence"]) == ({"phrase": said[0]}, {"phrase": said[1]})
