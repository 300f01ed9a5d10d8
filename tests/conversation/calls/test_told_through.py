"""helpdesk/conversation/calls/told_through.py: somebody else is to be told instead. All persons are invented."""

import pytest

from helpdesk.conversation.calls.told_through import told_through
from helpdesk.people.tables import Reach
from helpdesk.text.folding import matching_key
from tests.conversation.talk import book, contact_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@pytest.mark.parametrize(
    "text", ["nho hang xom bao giup", "nhờ con trai báo lại", "nho anh Ho Van Tam o ban tuoc bao giup"]
)
def test_who_names_somebody_to_be_told_is_asked_for_his_number(text: str) -> None:
    assert told_through(text, matching_key(text)) == {"reach_said": "neighbour"}


def test_his_number_is_taken_from_the_text() -> None:
    text = "nho chi Y Lan hang xom nhan tin giup so 0912345611"
    assert told_through(text, matching_key(text)) == {
        "reach_said": "neighbour",
        "neighbour_said": "+84912345611",
    }


@pytest.mark.parametrize(
    "text",
    [
        "nho can bo bao giup khi nao co doan",
        "nho chong toi dat ho",
        "nho anh can bo nhan giup",
        "nho con trai di ho duoc khong",
    ],
)
def test_officials_and_other_help_are_nobody_to_be_told(text: str) -> None:
    assert told_through(text, matching_key(text)) is None


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi doi so moi roi, nhac vo so 0912000444",
        "doi sim roi nhan tin ve so 0912000444",
        "so moi 0912000444",
    ],
)
def test_a_new_number_is_asked_and_told_of_her_place(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["reach.will_ask"]
    assert contact_of(service).reach == Reach.NEIGHBOUR.value


@on_sqlite
def test_a_new_number_of_who_has_no_place_is_that_of_her_account(service: Service) -> None:
    assert steps(say(service, "so moi cua toi la 0912000444")) == ["change_number.tell"]


@on_sqlite
def test_a_new_number_behind_a_call_is_the_one_to_be_rung(service: Service) -> None:
    book(service)
    say(service, "GOI LAI")
    assert steps(say(service, "so moi 0912000444")) == ["callback.noted_elsewhere"]
    assert contact_of(service).reach == Reach.TEXT.value
