"""helpdesk/conversation/leading/matters/beside_a_request.py: what is said of a call that was asked for. All names are invented."""

import pytest
import sqlalchemy as sa

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

NOTED = ["request_noted.noted"]
HERS = "dk ho van a 1985 trung tam thuong trach thu 4"


def noted(service: Service) -> list[tuple[str, str]]:
    with service.engine.connect() as db:
        rows = db.execute(sa.select(tickets.c.kind, tickets.c.text).order_by(tickets.c.id)).all()
    return [(row.kind, row.text) for row in rows]


def test_when_who_and_where_stand_on_the_call_she_asked_for(service: Service) -> None:
    say(service, "can bo goi toi voi")
    said = ["mai toi moi ranh nhe goi buoi chieu", "toi o ban ca roong 2 ten la ho thi nga"]
    assert [steps(say(service, text)) for text in said] == [NOTED, NOTED]
    assert noted(service) == [("callback", "\n".join(said))]
    assert bookings_of(service) == []


def test_her_village_stands_on_the_visit_she_asked_for(service: Service) -> None:
    say(service, "me toi gia khong di duoc can bo den nha duoc khong", "1")
    assert [steps(say(service, text)) for text in ("ban tuoc", "ho thi xuan 1950")] == [NOTED, NOTED]
    assert noted(service) == [("home_visit", "ban tuoc\nho thi xuan 1950")]


@on_sqlite
@pytest.mark.parametrize("text", [HERS, "can mang gi", "khi mo can bo ve ban tuoc", "ho van a 1985", "huy"])
def test_what_asks_or_books_is_no_word_about_the_call(service: Service, text: str) -> None:
    say(service, "can bo goi toi voi")
    assert steps(say(service, text)) != NOTED
    assert noted(service) == [("callback", "")]


@on_sqlite
def test_a_village_where_no_call_was_asked_for_is_asked_about(service: Service) -> None:
    assert steps(say(service, "ban tuoc")) != NOTED


@on_sqlite
@pytest.mark.parametrize("text", ["lau qua chung", "cho hoai", "bao gio can bo goi"])
def test_who_finds_it_long_is_told_that_the_call_is_not_forgotten(service: Service, text: str) -> None:
    say(service, "can bo goi toi voi")
    assert steps(say(service, text)) == ["still_to_call.tell"]


@on_sqlite
@pytest.mark.parametrize("text", ["bao lau thi xoa xong", "bao gio xong", "xoa chua"])
def test_who_asked_to_be_deleted_is_told_by_when(service: Service, text: str) -> None:
    say(service, HERS, "1", "xoa het thong tin cua toi di", "1")
    answer = say(service, text)
    assert (steps(answer), "21/12" in answer) == (["erasing.by_when"], True)


@on_sqlite
def test_a_duration_is_that_of_level_2_where_nothing_is_to_be_deleted(service: Service) -> None:
    assert steps(say(service, "bao lau thi xong")) == ["duration.tell"]


def test_who_needs_it_no_more_says_so_on_the_request(service: Service) -> None:
    say(service, "me toi gia khong di duoc can bo den nha duoc khong", "1")
    assert steps(say(service, "huy di me toi di duoc roi")) == ["no_call.noted"]
    assert noted(service) == [("home_visit", "huy di me toi di duoc roi")]


@on_sqlite
def test_a_phone_to_borrow_has_no_duration_of_level_2(service: Service) -> None:
    say(service, "can bo cho muon dien thoai", "1")
    assert steps(say(service, "khi mo lay duoc")) == ["still_to_call.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "luc 7 gio toi toi moi co nha",
        "hoi chuyen lam the cho me toi",
        "hoi chuyen the can cuoc cua chong da chet",
    ],
)
def test_when_and_what_about_stand_on_the_call_she_asked_for(service: Service, text: str) -> None:
    say(service, "can bo goi toi voi")
    assert steps(say(service, text)) == NOTED
    assert noted(service) == [("callback", text)]


@on_sqlite
def test_when_an_official_rings_is_no_order_to_ring(service: Service) -> None:
    say(service, "chong toi bi liet nam mot cho")
    assert steps(say(service, "khi mo thi can bo goi")) == ["elderly_home.offer"]
    assert noted(service) == []
    say(service, "1")
    assert noted(service) == [("home_visit", "")]


@on_sqlite
def test_who_hears_nothing_is_told_that_the_call_stands_or_how_to_have_a_person(service: Service) -> None:
    assert steps(say(service, "SAO KHONG THAY TRA LOI GI CA")) == ["who_we_are.tell"]
    assert steps(say(service, "CO AI KHONG")) == ["who_we_are.tell"]
    say(service, "goi lai")
    assert steps(say(service, "sao khong ai tra loi")) == ["still_to_call.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "thoi",
        "goi nham xin loi",
        "huy goi",
        "dung goi lai",
        "khong can nua",
        "thoi khong can nua",
        "toi bam nham",
    ],
)
def test_who_takes_a_call_back_is_told_so_and_the_official_reads_it(service: Service, text: str) -> None:
    say(service, "can bo goi toi voi")
    assert steps(say(service, text)) == ["no_call.noted"]
    assert len(noted(service)) == 1
    assert noted(service)[0][1] != ""


@on_sqlite
def test_who_has_a_place_keeps_it_when_she_takes_a_call_back(service: Service) -> None:
    say(service, HERS, "1", "can bo goi toi voi")
    assert steps(say(service, "dung goi lai")) == ["no_call.noted"]
    assert len(bookings_of(service)) == 1


@on_sqlite
def test_a_thoi_that_no_call_waits_for_calls_nothing_off(service: Service) -> None:
    say(service, "can mang gi")
    assert steps(say(service, "thoi")) == ["let_be.as_you_wish"]


@on_sqlite
def test_when_she_can_be_rung_is_noted_for_who_cannot_read_as_well(service: Service) -> None:
    assert steps(say(service, "toi khong biet chu, goi cho toi nhe")) == ["reach.will_ring_now"]
    assert steps(say(service, "buoi sang")) == NOTED
    assert noted(service) == [("callback", "buoi sang")]


@on_sqlite
def test_what_is_said_behind_our_word_that_it_is_not_forgotten_stands_on_that_request(
    service: Service,
) -> None:
    say(service, "me toi gia khong di duoc can bo den nha duoc khong", "1")
    assert steps(say(service, "bao gio den")) == ["still_to_call.tell"]
    assert steps(say(service, "buoi sang nhe")) == NOTED
    assert noted(service) == [("home_visit", "buoi sang nhe")]


@on_sqlite
def test_a_name_said_behind_it_stands_on_the_call(service: Service) -> None:
    say(service, "goi lai")
    assert steps(say(service, "toi ten y cuc")) == NOTED
    assert noted(service) == [("callback", "toi ten y cuc")]


@on_sqlite
def test_who_was_not_rung_for_days_asks_for_no_second_call(service: Service) -> None:
    say(service, "goi lai")
    assert steps(say(service, "sao chua thay goi")) == ["still_to_call.tell"]


@on_sqlite
def test_what_she_tells_before_and_behind_her_question_stands_with_it(service: Service) -> None:
    said = ("hom qua toi di ma khong gap ai o nha van hoa", "doi ca buoi sang", "ra roi khong lam duoc")
    say(service, *said[:2])
    assert steps(say(service, said[2])) == NOTED
    ((kind, text),) = noted(service)
    assert kind == "question"
    assert all(one in text for one in said)


@on_sqlite
def test_who_asks_what_is_left_after_erasing_is_told_by_when_all_is_gone(service: Service) -> None:
    say(service, HERS, "1", "xoa", "1")
    assert steps(say(service, "co gi cua toi khong")) == ["erasing.by_when"]
