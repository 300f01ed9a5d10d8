"""helpdesk/conversation/leading/matters/cheated_already.py: it has happened, and what is asked behind that. All are invented.

What the words of it are is tested in tests/conversation/leading/grave.
"""

import pytest

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import asked, count, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

GIVEN, PAID, NEVER = ["given_away.given"], ["money_paid.given"], ["never_give.tell"]
CHEATED = "toi doc ma cho no roi"


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "co so la goi bao toi bam vao link cai vneid, toi bam roi, no tru tien trong tai khoan",
        "tien trong ngan hang cua toi tu nhien mat het sau khi toi bam vao link tin nhan",
        "hoi sang toi co doc so otp cho mot chu goi den, co sao khong",
        "sang nay toi doc ma cho nguoi ta roi co bi lam sao khong",
        "me toi bi nguoi ta goi lua lay het 20 trieu roi",
        "toi cai app vneid theo link ho gui, gio may bi treo khong tat duoc",
        "toi lo chuyen 500k cho nguoi noi la can bo lam dinh danh",
    ],
)
def test_who_was_cheated_is_told_at_once_what_to_do(service: Service, text: str) -> None:
    assert steps(say(service, text)) == GIVEN


@on_sqlite
@pytest.mark.parametrize("text", ["giup tui voi", "giup toi voi can bo oi", "goi cho toi di", "1"])
def test_who_wants_help_then_is_rung(service: Service, text: str) -> None:
    assert steps(say(service, CHEATED, text)) == ["callback.noted"]
    assert count(service, tickets) == 1


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["lam sao lay lai tien", "toi phai bao ai", "bao so nao", "phai bao cong an o dau", "ho la cong an ma"],
)
def test_what_she_asks_behind_it_has_the_whole_answer_again(service: Service, text: str) -> None:
    assert steps(say(service, CHEATED, text)) == GIVEN
    assert steps(say(service, text)) == GIVEN
    assert asked(service) == ("given_away", "given")


@on_sqlite
def test_money_in_a_hand_locks_no_account(service: Service) -> None:
    assert steps(say(service, "toi nop 200 nghin cho ong kia de lam nhanh ma khong thay gi")) == PAID
    assert steps(say(service, "co lay lai duoc ko")) == PAID
    assert steps(say(service, "giup toi voi")) == ["callback.noted"]


@on_sqlite
def test_who_has_paid_says_it_behind_the_fee(service: Service) -> None:
    assert steps(say(service, "co chu trong doi thu 50 nghin moi nguoi, co dung khong")) == ["fee.tell"]
    assert steps(say(service, "toi dua roi")) == PAID


@on_sqlite
def test_a_day_beside_a_sum_makes_no_other_question_of_it(service: Service) -> None:
    text = "ngay mai co cong an den nha lam dinh danh thu 100 nghin co dung ko"
    assert steps(say(service, text)) == ["fee.tell"]


@on_sqlite
def test_no_answer_about_fraud_begins_with_a_no_that_reads_as_no_harm(service: Service) -> None:
    answer = say(service, "bam vao link do co sao khong")
    assert steps(answer) == NEVER
    assert not answer.lower().startswith("khong")


@on_sqlite
def test_who_did_nothing_is_told_that_it_is_well(service: Service) -> None:
    say(service, "tin nhan bao tai khoan dinh danh cua toi sap bi khoa bam vao duong dan, lam sao")
    assert steps(say(service, "toi chua bam")) == ["scam.safe"]


@on_sqlite
def test_her_booking_is_asked_about_again_behind_it(service: Service) -> None:
    say(service, "dk Ho Van A 1980 trung tam thuong trach thu 4", CHEATED)
    assert asked(service) == ("given_away", "given")
    assert "book.consent" in steps(say(service, "2"))
