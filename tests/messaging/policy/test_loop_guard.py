"""helpdesk/messaging/policy/loop_guard.py: a machine that answers us, or a flood, gets silence; a proxy with nine does not."""

from collections import Counter
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.policy.loop_guard import DAY, HOUR, MINUTES, MOST, SAME
from helpdesk.messaging.states import Outcome
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from tests.conversation.talk import asked, bookings_of, choose, count, say, steps
from tests.support.builders import PROXY, RESIDENT
from tests.support.one_database import on_sqlite
from tests.support.service import Service, open_service
from tests.support.statements import statements_of

REST = ["too_many.rest"]
PHONE = RESIDENT.phone


@pytest.fixture
def service(database: sa.Engine, clock: FixedClock) -> Service:
    return open_service(database, clock, officials=False)


def outcomes(service: Service) -> Counter[str]:
    with service.engine.connect() as db:
        return Counter(db.execute(sa.select(inbound_messages.c.outcome)).scalars())


def test_the_same_text_again_and_again_is_answered_a_few_times_then_a_last_word_and_no_more(
    service: Service,
) -> None:
    answers = [service.text(PHONE, "Toi dang o tren ray") for _ in range(SAME[MINUTES] + 3)]
    assert [len(answer) for answer in answers] == [1] * SAME[MINUTES] + [0] * 3
    assert [steps(answer[0]) == REST for answer in answers[:6]] == [False] * 5 + [True]


def test_a_slow_machine_is_found_out_within_the_hour(service: Service, clock: FixedClock) -> None:
    answered = 0
    for _ in range(30):
        answered += len(service.text(PHONE, "Toi dang o tren ray"))
        clock.advance(timedelta(minutes=2))
    assert answered == SAME[HOUR]


def test_a_number_may_be_replied_as_often_as_there_are_questions(service: Service) -> None:
    answers = [service.text(PHONE, "1") for _ in range(SAME[MINUTES] + 3)]
    assert all(answers)


@pytest.mark.parametrize("nothing", ["", "   ", "🐓", "?!", "....."])
def test_what_says_nothing_may_not_be_repeated_for_ever(service: Service, nothing: str) -> None:
    answers = [service.text(PHONE, nothing) for _ in range(SAME[MINUTES] + 2)]
    assert [len(answer) for answer in answers] == [1] * SAME[MINUTES] + [0] * 2


def test_a_flood_of_two_hundred_in_ten_minutes_gets_a_bounded_bill_and_is_kept(
    service: Service, clock: FixedClock
) -> None:
    answers = []
    for number in range(200):
        answers.append(service.text(PHONE, f"so {number} nhe"))
        clock.advance(timedelta(seconds=3))
    assert [len(answer) for answer in answers] == [1] * MOST[MINUTES] + [0] * (200 - MOST[MINUTES])
    assert [steps(answer[0]) == REST for answer in answers if answer] == [False] * (MOST[MINUTES] - 1) + [
        True
    ]
    assert count(service, inbound_messages) == 200
    assert count(service, outbound_messages) == MOST[MINUTES]
    assert outcomes(service)[Outcome.SILENT] == 200 - MOST[MINUTES]


def test_a_flood_that_never_ends_is_answered_so_often_a_day(service: Service, clock: FixedClock) -> None:
    answered = 0
    for number in range(400):
        answered += len(service.text(PHONE, f"so {number} nhe"))
        clock.advance(DAY / 401)
    assert answered == MOST[DAY]


def test_after_a_while_she_is_answered_again_where_she_was(service: Service, clock: FixedClock) -> None:
    say(service, "dat lich")
    before = asked(service)
    for _ in range(SAME[MINUTES]):
        service.text(PHONE, "alo alo alo dau roi")
    service.text(PHONE, "alo alo alo dau roi")
    clock.advance(HOUR + timedelta(seconds=1))
    assert before == ("book", "where")
    assert len(service.text(PHONE, "menu")) == 1


def test_the_flood_of_one_phone_silences_no_other(service: Service) -> None:
    for _ in range(SAME[MINUTES]):
        service.text(PHONE, "alo alo")
    assert len(service.text(PROXY.phone, "alo alo")) == 1


def test_a_proxy_books_for_nine_neighbours_in_ten_minutes(service: Service, clock: FixedClock) -> None:
    for number in range(9):
        service.text(
            PROXY.phone, f"DK HO VAN {'ABCDEGHIK'[number]} {1950 + number} TRUNG TAM THUONG TRACH THU 4"
        )
        answer = service.text(PROXY.phone, "1")
        assert len(answer) == 1
        assert steps(answer[0]) != REST
        clock.advance(timedelta(minutes=1))
    assert outcomes(service)[Outcome.SILENT] == 0


def test_a_proxy_books_for_nine_neighbours_by_menu_within_the_hour(
    service: Service, clock: FixedClock
) -> None:
    for number in range(9):
        for text in ("DAT", "1", "1", f"Ho Van {'ABCDEGHIK'[number]} {1950 + number}", "1"):
            answer = service.text(PROXY.phone, text)
            clock.advance(timedelta(minutes=1))
        assert steps(answer[0]) == ["book.booked"]
    assert len(bookings_of(service, PROXY)) == 9


@on_sqlite
@pytest.mark.parametrize("sender", ["Viettel", "VNeID", "19001234", "8088", "+123", "+abc", "QUANGCAO"])
def test_a_brand_s_name_or_a_short_code_gets_silence(service: Service, sender: str) -> None:
    assert service.text(sender, "Ban da dung het 80% data") == []
    assert outcomes(service) == {Outcome.SILENT: 1}


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["Auto-reply: I am away until Monday", "Toi dang ban, se goi lai sau", "[QC] Tang 50% gia tri the nap"],
)
def test_what_a_phone_answers_by_itself_gets_silence_and_moves_nothing(service: Service, text: str) -> None:
    say(service, "dat lich")
    assert service.text(PHONE, text) == []
    assert asked(service) == ("book", "where")
    assert outcomes(service)[Outcome.SILENT] == 1


@pytest.mark.parametrize("text", ["toi dang lai xe goi lai cho toi", "toi dang ban, mai goi lai giup"])
def test_what_a_person_writes_is_answered(service: Service, text: str) -> None:
    assert len(service.text(PHONE, text)) == 1


@on_sqlite
@pytest.mark.parametrize("around", ["{}", '"{}"', "Da thich: {}", "{} \n-- het --"])
def test_our_own_text_that_comes_back_gets_silence(service: Service, around: str) -> None:
    (ours,) = service.text(PHONE, "mang theo gi")
    assert len(ours) > 60
    assert service.text(PHONE, around.format(ours)) == []


def test_our_own_text_that_came_to_another_phone_is_answered(service: Service) -> None:
    (ours,) = service.text(PHONE, "mang theo gi")
    assert len(service.text(PROXY.phone, ours)) == 1


def test_names_that_we_echoed_may_be_written_again(service: Service) -> None:
    names = "Ho Thi Mai 1954, Ho Van Ba 1960, Ho Thi Tu 1962"
    for _ in range(2):
        choose(service, names=names)
        assert steps(say(service, "1")) == ["book.booked"]


def test_a_question_about_our_text_is_answered(service: Service) -> None:
    (ours,) = service.text(PHONE, "mang theo gi")
    question = f"Nha tui nhan duoc tin nay ma tui khong biet chu, nho can bo noi giup voi: {ours[:60]}"
    assert len(service.text(PHONE, question)) == 1


def test_who_wants_no_texts_is_not_told_that_the_answers_rest(service: Service) -> None:
    say(service, "TC")
    answers = [service.text(PHONE, f"so {number} nhe") for number in range(MOST[MINUTES] + 2)]
    assert answers == [[]] * len(answers)


def test_it_costs_one_statement_and_one_more_for_a_long_text(service: Service) -> None:
    say(service, "menu")
    with statements_of(service.engine) as seen:
        say(service, "menu")
    assert len([statement for statement in seen if "same_lately" in statement]) == 1
    assert not any("outbound_messages.text" in statement for statement in seen)
