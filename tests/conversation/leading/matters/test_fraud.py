"""helpdesk/conversation/leading/matters/fraud.py: what is given away already, and what nobody is ever given."""

import pytest

from tests.conversation.talk import asked, say, steps
from tests.support.builders import PROXY
from tests.support.one_database import on_sqlite
from tests.support.service import Service

GIVEN = ["given_away.given"]
NEVER = ["never_give.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["toi lo doc roi gio lam sao", "toi chuyen roi", "lo dua ma otp roi", "da gui mat roi"]
)
def test_who_says_that_it_is_given_away_is_not_asked_again(service: Service, text: str) -> None:
    assert steps(say(service, "co nguoi goi doi ma otp")) == ["scam.warn"]
    assert steps(say(service, text)) == GIVEN


@on_sqlite
@pytest.mark.parametrize("text", ["toi chua dua", "toi khong doc ma", "ho bao doc ma toi cup may roi"])
def test_who_gave_nothing_is_not_told_that_she_did(service: Service, text: str) -> None:
    say(service, "co nguoi goi doi ma otp")
    assert steps(say(service, text)) in (["scam.safe"], ["scam.warn"])


@on_sqlite
@pytest.mark.parametrize("text", ["toi lo dua ma otp cho no roi", "toi bi lua mat 2 trieu roi"])
def test_who_says_so_at_once_is_told_at_once_what_to_do(service: Service, text: str) -> None:
    assert steps(say(service, text)) == GIVEN


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "ho bao gui anh can cuoc qua zalo",
        "ai nhan link bao cap nhat vneid co bam ko",
        "can bo hoi ma otp co dua khong",
    ],
)
def test_photos_links_and_codes_are_for_nobody(service: Service, text: str) -> None:
    assert steps(say(service, text)) == NEVER


@on_sqlite
def test_may_i_give_it_means_the_code_only_where_one_was_spoken_of(service: Service) -> None:
    say(service, "ma otp la 483920")
    assert steps(say(service, "rua can bo hoi thi dua ko")) == NEVER
    assert steps(say(service, "rua can bo hoi thi dua ko", who=PROXY)) != NEVER


def test_her_booking_is_asked_about_again_behind_the_answer(service: Service) -> None:
    say(service, "dk Ho Van A 1980 trung tam thuong trach thu 4")
    assert steps(say(service, "co nguoi bao gui anh can cuoc")) == [*NEVER, "book.consent"]
    assert asked(service) == ("book", "consent")


@on_sqlite
@pytest.mark.parametrize(
    "text", ["so nay doi toi nop 50k ha", "hom qua nguoi o trung tam thu 50 nghin dung ko"]
)
def test_a_sum_that_is_asked_for_is_a_question_of_the_fee(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["fee.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "tien trong ngan hang mat roi",
        "tien trong tai khoan bi tru het sach",
        "chuyen 200k roi",
        "toi lo bam vao link roi",
        "ho lay so tai khoan ngan hang cua toi roi",
        "toi lo dua cccd cho nguoi la chup",
    ],
)
def test_a_victim_is_told_at_once_whom_to_tell(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["given_away.given"]


@on_sqlite
@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("co anh gui link bao cai vneid o ngoai ban co duoc bam khong", "bam roi"),
        ("thang kia goi zalo bat toi quet mat", "toi quet roi"),
        ("tren facebook co trang dang ky muc 2 tai nha 200k", "toi lo gui anh the roi"),
        ("co nguoi goi hoi ma otp", "toi doc roi"),
        ("co nguoi goi hoi ma otp", "minh lo lam theo roi"),
        ("co nguoi goi hoi ma otp", "toi chuyen 500 nghin cho no"),
    ],
)
def test_behind_a_warning_she_need_not_say_what_she_gave(service: Service, before: str, text: str) -> None:
    say(service, before)
    assert steps(say(service, text)) == ["given_away.given"]


@on_sqlite
def test_what_they_wanted_answers_nothing_and_the_question_stands_whole_once(service: Service) -> None:
    say(service, "co nguoi goi hoi ma otp")
    assert steps(say(service, "no hoi so can cuoc")) == ["scam.warn"]
    assert asked(service) == ("scam", "warn")
    assert steps(say(service, "roi")) == ["given_away.given"]
    assert steps(say(service, "co mat tien khong")) == ["given_away.given"]


@on_sqlite
def test_nobody_reads_a_code_out_to_us(service: Service) -> None:
    assert steps(say(service, "toi doc ma cho can bo nhe")) == ["never_give.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["tien tro cap trong tai khoan chua co", "dang ky tren web duoc khong", "tai vneid roi"]
)
def test_what_is_no_fraud_is_answered_as_what_it_is(service: Service, text: str) -> None:
    assert steps(say(service, text))[0].split(".")[0] not in ("scam", "given_away", "never_give")


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi gui hinh can cuoc cho nguoi ta tren zalo roi",
        "tai khoan ngan hang cua toi bi rut het",
        "toi quay mat cho nguoi ta qua video call roi",
        "nguoi ta lay the cua toi di vay tien",
    ],
)
def test_whose_photo_face_or_card_strangers_have_is_told_at_once(service: Service, text: str) -> None:
    assert steps(say(service, text)) == GIVEN


@on_sqlite
@pytest.mark.parametrize("text", ["toi chup anh lam the o xa roi", "can bo lay van tay quet mat roi"])
def test_what_is_done_at_the_counter_is_no_fraud(service: Service, text: str) -> None:
    assert steps(say(service, text)) != GIVEN


@on_sqlite
@pytest.mark.parametrize(
    "said", ["can bo that ma, la anh Hung cong an xa", "nguoi quen ma", "cong an that do"]
)
def test_who_vouches_for_the_caller_is_warned_all_the_same(service: Service, said: str) -> None:
    assert "never_give" in " ".join(steps(say(service, "can bo ban toi nho doc otp giup", said)))
