"""helpdesk/conversation/leading/matters/third_time.py: who asks the same again and again. All are invented."""

from datetime import timedelta

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


def test_the_third_time_a_person_is_offered(service: Service) -> None:
    told = [steps(say(service, "mang gi")) for _ in range(3)]
    assert told == [["bring.list"], ["bring.list"], ["now_what.offer"]]
    assert steps(say(service, "1")) == ["callback.noted"]


@on_sqlite
def test_other_words_are_another_question(service: Service) -> None:
    told = [steps(say(service, text)) for text in ("mang gi", "mang gi", "can mang giay to gi")]
    assert told == [["bring.list"]] * 3


@on_sqlite
def test_another_day_it_is_told_again(service: Service) -> None:
    say(service, "mang gi", "mang gi")
    service.clock.advance(timedelta(days=2))
    assert steps(say(service, "mang gi")) == ["bring.list"]
