"""helpdesk/conversation/leading/small_questions and others beside it: what is said in the light of the last answer."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ("le phi bao nhieu", "ho ngheo co duoc mien khong", "fee.tell"),
        ("ma otp la 483920", "luu lai cho toi nhe", "no_secrets.send_none"),
        ("lam so do o dau", "vay hoi ai", "other_matters.ask_elsewhere"),
        ("lam so do o dau", "khong phai viec cua may a? vay hoi ai", "other_matters.ask_elsewhere"),
        ("chau 8 tuoi lam duoc khong", "ong ba dua di duoc khong", "who_brings_a_child.tell"),
        ("chau 8 tuoi lam duoc khong", "ai di voi no", "who_brings_a_child.tell"),
        ("con 8 tuoi lam sao", "em trai em 13 tuoi", "child.tell"),
        ("con 8 tuoi lam sao", "em gai 15", "child.tell"),
        ("con 8 tuoi lam sao", "me toi thi sao", "each_person.tell"),
        ("can mang gi", "vo toi thi sao", "each_person.tell"),
        ("can mang gi", "con thi sao", "child.tell"),
        ("can mang gi", "roi sao nua", "book_first.tell"),
        ("can mang gi", "con gi nua khong", "book_first.tell"),
        ("hom qua bao mat the nay tim thay roi", "co can lam lai khong", "card_found.tell"),
        ("kich hoat the nao", "lam giup toi", "activate.tell"),
        ("chua co the", "mang chi", "bring_without_card.tell"),
        ("the het han", "mang gi", "bring_without_card.tell"),
        ("con 6 tuoi chua co can cuoc", "mang gi", "child_card.tell"),
        ("ca nha toi dung chung mot so duoc khong", "the phai mua them sim ah", "sim_own_name.tell"),
        ("sim khong ten minh", "rua phai mua sim moi a", "sim_own_name.tell"),
        ("sim bi khoa roi", "phai lam the nao de mo lai", "at_the_operator.tell"),
        ("mat dien thoai", "trong do co vneid", "lost_phone.tell"),
        ("so nay la cua ai day", "co phai lua dao khong", "who_we_are.tell"),
        ("the het han", "bao gio", "card_expired.tell"),
        ("can bo hua den nha me toi ngay mai dung khong", "may gio den", "promised.tell"),
    ],
)
def test_it_is_about_what_was_answered(service: Service, before: str, text: str, told: str) -> None:
    say(service, before)
    assert steps(say(service, text))[:1] == [told]


@on_sqlite
def test_that_an_answer_was_not_clear_leaves_in_mind_what_it_was_about(service: Service) -> None:
    said = ("the het han", "y la sao", "tuc la di dau")
    told = [steps(say(service, text)) for text in said]
    assert told == [["card_expired.tell"], ["other_words.tell"], ["card_place.tell"]]


@on_sqlite
@pytest.mark.parametrize("text", ["what about my husband", "what does she need"])
def test_what_holds_for_each_is_told_in_english_too(service: Service, text: str) -> None:
    say(service, "my card is broken")
    assert "every grown-up" in say(service, text)


@on_sqlite
def test_who_else_brings_a_child_is_asked_about_first(service: Service) -> None:
    assert steps(say(service, "ba ngoai dua chau di duoc khong")) == ["who_brings_a_child.tell"]
    assert steps(say(service, "me dua chau di duoc khong")) != ["who_brings_a_child.tell"]


@on_sqlite
def test_without_that_answer_it_is_what_it_is_by_itself(service: Service) -> None:
    assert steps(say(service, "co mien cho nguoi gia khong")) != ["fee.tell"]


@on_sqlite
@pytest.mark.parametrize("text", ["xoa tai khoan vneid cua toi giup", "huy tai khoan dinh danh cho toi"])
def test_a_vneid_account_is_not_deleted_here_and_nothing_of_hers_is(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["account_elsewhere.tell"]
    assert (asked(service), len(bookings_of(service))) == (None, 1)


@on_sqlite
def test_the_nearest_place_is_told_by_her_village_and_stays_in_mind(service: Service) -> None:
    assert steps(say(service, "nha toi o tuoc thi gan nhat o mo")) == ["visit_when.here"]
    for text in ("can bo co ve ban khong", "bua mo"):
        assert steps(say(service, text)) == ["visit_when.here"]
    assert asked(service) == ("visit_when", "here")


@on_sqlite
@pytest.mark.parametrize("text", ["tot lam", "👍", "🙏🙏", "hay qua"])
def test_a_kind_word_has_one_back_and_then_silence(service: Service, text: str) -> None:
    say(service, "can mang gi")
    assert steps(say(service, text)) == ["thanks.welcome"]
    assert say(service, text) == ""


@on_sqlite
def test_a_kind_face_is_no_consent(service: Service) -> None:
    say(service, "dk Ho Van A 1980 trung tam thuong trach thu 4")
    say(service, "👍")
    assert (asked(service), bookings_of(service)) == (("book", "consent"), [])


@on_sqlite
def test_a_child_in_convulsions_is_an_emergency(service: Service) -> None:
    assert steps(say(service, "con toi sot cao co giat")) == ["emergency.call_at_once"]


@on_sqlite
@pytest.mark.parametrize("wish", ["xin sim", "muon dien thoai duoc khong", "can bo den nha giup"])
def test_an_offer_that_was_let_be_is_made_again_to_who_takes_it_after_all(
    service: Service, wish: str
) -> None:
    offered = steps(say(service, wish))
    say(service, "khong can nua")
    assert steps(say(service, "thoi co cung duoc")) == offered


@on_sqlite
def test_when_they_come_behind_help_that_was_let_be_is_when_the_team_does(service: Service) -> None:
    say(service, "can bo den nha giup", "khong", "bao gio den")
    assert asked(service) == ("visit_when", "where")


@on_sqlite
@pytest.mark.parametrize(
    ("topic", "text", "flow"),
    [
        ("toi hoi vu sim 4g mien phi", "con khong", "free_sim"),
        ("chong toi liet", "bao gio den", "elderly_home"),
    ],
)
def test_what_is_asked_where_one_topic_stands_is_asked_of_that(
    service: Service, topic: str, text: str, flow: str
) -> None:
    say(service, topic, text)
    assert asked(service) == (flow, "offer")
