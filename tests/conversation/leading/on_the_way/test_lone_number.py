"""helpdesk/conversation/leading/on_the_way/lone_number.py: a phone's number beside no name is not lost unsaid. All are invented."""

import pytest

from helpdesk.text.phone_numbers import national
from tests.conversation.talk import asked, say, steps
from tests.support.builders import RESIDENT
from tests.support.service import Service

NUMBER = "0912000333"
ONE = "dk Ho Van A 1980 trung tam thuong trach thu 6"
TWO = "dk Ho Van A 1980, Ho Thi B 1990 trung tam thuong trach thu 6"


@pytest.mark.parametrize("texts", [[f"{ONE} {NUMBER}"], [ONE, NUMBER], [ONE, f"so toi {NUMBER}"]])
def test_of_the_one_person_who_is_named_it_is_hers_and_read_back(service: Service, texts: list[str]) -> None:
    answer = say(service, *texts)
    assert steps(answer) == ["book.consent"]
    assert f"Ho Van A 1980 ({NUMBER})" in answer


@pytest.mark.parametrize("text", [f"{TWO} {NUMBER}", f"{ONE}, goi toi so {NUMBER}"])
def test_where_it_may_be_anybodys_she_is_asked_whose_it_is(service: Service, text: str) -> None:
    answer = say(service, text)
    assert steps(answer) == ["book.whose_number", "book.consent"]
    assert f"({NUMBER})" not in answer


def test_a_name_with_the_number_answers_whose_it_is(service: Service) -> None:
    answer = say(service, f"{TWO} {NUMBER}", f"Ho Thi B {NUMBER}")
    assert steps(answer) == ["book.consent"]
    assert f"Ho Thi B 1990 ({NUMBER})" in answer


def test_a_number_before_anybody_is_named_is_asked_about_with_the_names(service: Service) -> None:
    answer = say(service, "dk trung tam thuong trach thu 6", NUMBER)
    assert steps(answer) == ["book.whose_number", "book.who"]
    assert asked(service) == ("book", "who")


def test_her_own_number_says_nothing(service: Service) -> None:
    answer = say(service, f"{ONE}, so toi {national(RESIDENT.phone)}")
    assert steps(answer) == ["book.consent"]
    assert national(RESIDENT.phone) not in answer


def test_a_place_with_a_number_beside_it_is_still_a_place(service: Service) -> None:
    say(service, "dat cho ho van a 1985")
    assert "ban Y Leng" in say(service, f"huy goi lai cho toi {NUMBER} Y Leng")
    assert asked(service) == ("book", "which_opening")
