"""helpdesk/conversation/leading/matters/of_a_child.py: a child uses the number of its parents."""

import pytest

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

CHILD = ["child.tell"]


@on_sqlite
@pytest.mark.parametrize("text", ["con toi khong co sim thi sao", "be 8 tuoi chua co so dien thoai"])
def test_a_child_needs_no_sim_of_its_own(service: Service, text: str) -> None:
    assert steps(say(service, text)) == CHILD


def test_chau_is_a_child_where_one_is_booked(service: Service) -> None:
    say(service, "dk con toi ho minh khoi 2018 trung tam thuong trach thu 4", "1")
    assert steps(say(service, "chau khong co sim thi rang")) == CHILD


@on_sqlite
def test_chau_is_whoever_writes_where_none_was_spoken_of(service: Service) -> None:
    assert steps(say(service, "chau khong co sim")) == ["free_sim.offer"]
