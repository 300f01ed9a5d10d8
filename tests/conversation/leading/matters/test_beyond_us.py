"""helpdesk/conversation/leading/matters/beyond_us.py: other matters, emergencies, and secrets that should not be sent."""

import pytest
import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages
from tests.conversation.talk import asked, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["mat khau cua toi la Abc@12345", "ma otp 482913", "482913", "482 913", "passcode 123456", "OTP: 482913"],
)
def test_who_sends_a_password_or_a_code_is_told_not_to(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["no_secrets.send_none"]
    with service.engine.connect() as db:
        kept = db.execute(sa.select(inbound_messages.c.text)).scalars().all()
    assert [secret in one for one in kept for secret in ("482", "Abc@12345", "123456")] == [False] * 3


def test_the_open_question_is_asked_again_behind_it(service: Service) -> None:
    say(service, "DAT")
    assert steps(say(service, "ma otp 482913")) == ["no_secrets.send_none", "book.where"]


@on_sqlite
@pytest.mark.parametrize("text", ["quen mat khau", "ma otp la gi", "chua thay ma otp", "co nguoi hoi ma otp"])
def test_who_only_speaks_of_one_has_sent_none(service: Service, text: str) -> None:
    assert "no_secrets" not in " ".join(steps(say(service, text)))


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["lam ho chieu o dau", "so do bao gio co", "dong bao hiem y te", "mai thoi tiet the nao", "passport"],
)
def test_other_offices_matters_are_said_to_be_none_of_ours(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["other_matters.ask_elsewhere"]


@pytest.mark.parametrize("text", ["lam muc 2 de lam ho chieu duoc khong", "vneid co the bao hiem khong"])
def test_level_2_beside_them_is_ours(service: Service, text: str) -> None:
    assert "other_matters" not in " ".join(steps(say(service, text)))


def test_somebody_called_chieu_is_no_passport(service: Service) -> None:
    say(service, "DAT", "1", "1", "Ho Chieu 1980")
    assert asked(service) == ("book", "consent")


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "cap cuu",
        "cuu toi voi",
        "nha toi bi chay",
        "co nguoi ru con gai toi sang trung quoc lam an",
        "co trom vao nha",
        "so 113 phai khong",
    ],
)
def test_in_an_emergency_she_is_sent_to_people_at_once(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["emergency.call_at_once"]


def test_what_was_not_understood_before_is_not_asked_about_again(service: Service) -> None:
    assert steps(say(service, "abc xyz zzz")) == ["unknown.short_menu"]
    assert steps(say(service, "dang ky ket hon")) == ["other_matters.ask_elsewhere"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["044085001234", "cccd 044085001234", "so can cuoc cua toi la 044 085 001234", "182345678"]
)
def test_who_sends_an_identity_number_is_told_not_to_whatever_was_asked(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["no_secrets.send_none"]
    for answer in ("DAT", "1", "1"):
        say(service, answer)
        assert steps(say(service, text))[0] == "no_secrets.send_none"
    assert asked(service) == ("book", "who")
    with service.engine.connect() as db:
        kept = " ".join(db.execute(sa.select(inbound_messages.c.text)).scalars())
    assert ("044" in kept, "182345678" in kept) == (False, False)


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["vo toi sap de", "chong danh toi", "lu cuon mat nha", "toi bi ran can", "he beats me"],
)
def test_where_a_life_is_in_danger_she_is_sent_to_people_at_once(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["emergency.call_at_once"]


@on_sqlite
@pytest.mark.parametrize("text", ["mang so ho khau khong", "toi tam tru"])
def test_papers_that_she_only_speaks_of_are_no_other_offices_matter(service: Service, text: str) -> None:
    assert "other_matters" not in " ".join(steps(say(service, text)))


@on_sqlite
@pytest.mark.parametrize("text", ["bi lua mat tien roi", "toi lo doc ma otp cho nguoi ta"])
def test_who_was_cheated_hears_what_to_do_at_once_whatever_was_asked(service: Service, text: str) -> None:
    say(service, "GAP CAN BO")
    assert steps(say(service, text)) == ["given_away.given"]


@on_sqlite
def test_six_digits_behind_the_word_code_are_a_secret_and_five_are_not(service: Service) -> None:
    assert steps(say(service, "ma 654321")) == ["no_secrets.send_none"]
    assert "no_secrets" not in " ".join(steps(say(service, "ma 98256")))


@on_sqlite
@pytest.mark.parametrize("text", ["cap cuu", "nha toi bi chay"])
def test_no_ticket_is_opened_for_an_emergency_and_nobody_is_booked_by_that_name(
    service: Service, text: str
) -> None:
    say(service, "GAP CAN BO")
    assert steps(say(service, text)) == ["emergency.call_at_once", "human.how"]
    say(service, "DAT", "1", "1")
    assert steps(say(service, text)) == ["emergency.call_at_once", "book.who"]


@on_sqlite
@pytest.mark.parametrize("text", ["ho giu the can cuoc cua con toi", "chang ai giup minh"])
def test_who_says_more_of_an_emergency_has_no_menu(service: Service, text: str) -> None:
    say(service, "co nguoi lua ban con gai toi qua trung quoc")
    assert steps(say(service, text)) == ["emergency.call_at_once"]


@on_sqlite
def test_an_emergency_is_no_question_for_a_ticket(service: Service) -> None:
    say(service, "gap can bo")
    assert steps(say(service, "co trom")) == ["emergency.call_at_once", "human.how"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi bi trom mat dien thoai",
        "het song roi",
        "khong co song dien thoai",
        "noi chuyen da",
        "chuyen da xong chua",
    ],
)
def test_a_stolen_phone_a_lost_signal_and_a_talk_are_no_emergency(service: Service, text: str) -> None:
    assert steps(say(service, text)) != ["emergency.call_at_once"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi muon vay tien ngan hang chinh sach",
        "bao gio phat gao cuu doi",
        "khai sinh lam o dau",
        "cong chung giay to o mo",
    ],
)
def test_loans_relief_and_births_are_other_offices_matters(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["other_matters.ask_elsewhere"]
