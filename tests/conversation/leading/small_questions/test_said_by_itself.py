"""helpdesk/conversation/leading/small_questions: what has one certain answer, whatever was told before. All are invented."""

import pytest

from tests.conversation.talk import asked, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("toi lam ray tay mon het van tay co lam duoc khong", "fingerprints.tell"),
        ("nguoi khuyet tat khong co tay thi lay van tay sao", "fingerprints.tell"),
        ("to khai tk01 lay o mo", "form.tell"),
        ("co phai viet don khong toi khong biet viet", "form.tell"),
        ("toi khong co email", "no_email.tell"),
        ("khong co so dien thoai dung email thay duoc khong", "no_email.tell"),
        ("the cu bo duoc chua", "keep_card.tell"),
        ("cam the o tiem cam do co sao khong", "keep_card.tell"),
        ("phai cho lau khong", "queue.tell"),
        ("duoc uu tien nguoi gia khong", "queue.tell"),
        ("vo toi mang the cua toi di lam ho duoc khong", "where.tell"),
        ("quet khuon mat trong app la xong ha", "where.tell"),
        ("toi co the roi co sim roi gio lam gi", "where.tell"),
        ("bua ni co can bo lam o xa khong", "hours.tell"),
        ("co xe dua don khong", "how_far.ask_there"),
        ("nghe loa noi 30/11 la het han lam muc 2 phai khong", "must_i.tell"),
        ("truong ban noi phat 500", "must_i.tell"),
        ("lam sao biet toi co muc 2 chua", "cannot_look_up.tell"),
        ("chung minh di", "who_we_are.tell"),
        ("kich hoat bang may chau duoc khong", "no_smartphone.tell"),
        ("mot tin may dong", "text_costs.tell"),
        ("hom qua bao mat the nay tim thay roi", "card_found.tell"),
        ("giay hen lay the", "card_ready.tell"),
        ("ung dung vneid tai o dau", "install.tell"),
        ("can bo noi xong roi ma vao khong duoc", "activate.tell"),
        ("nhap sai 5 lan roi", "forgot_password.tell"),
        ("sang mai toi xuong xa luon duoc khong", "book_first.tell"),
        ("mua to lu ve qua suoi khong duoc thi sao", "if_called_off.tell"),
        ("ba khong co tien", "fee.tell"),
        ("the 2 vo chong di chung mot bua duoc khong", "go_together.tell"),
        ("phai di may lan", "ask_officials.tell"),
        ("sap nhap tinh roi co phai doi the khong", "ask_officials.tell"),
        ("lam the cho no o dau", "card_place.tell"),
        ("so nay la cua ai day", "who_we_are.tell"),
        ("1900 co mat tien khong", "text_costs.tell"),
        ("vo toi thi sao", "each_person.tell"),
        ("roi vo mang gi", "each_person.tell"),
        ("con 6 tuoi chua co can cuoc", "child_card.tell"),
        ("lam can cuoc cho con the nao", "child_card.tell"),
        ("nguoi ta noi lam muc 2 la bi lay het thong tin ban sang nuoc ngoai", "rumour.tell"),
        ("nghe don lam cai nay bi mat dat", "rumour.tell"),
        ("can bo hua den nha me toi ngay mai dung khong", "promised.tell"),
        ("ai ky thay", "form.tell"),
        ("toi khong co tai khoan ngan hang", "bring.list"),
        ("thoi goi di", "callback.told"),
        ("lam cai nao truoc", "human.how"),
        ("the cua toi con han khong coi o mo", "what_it_means.valid"),
        ("toi bi no tien phat giao thong co lam duoc khong", "eligibility.tell"),
    ],
)
def test_each_has_its_answer(service: Service, text: str, step: str) -> None:
    flow = step.partition(".")[0]
    assert [told.partition(".")[0] for told in steps(say(service, text))] == [flow]


@on_sqlite
@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("vo toi thi sao", "each_person.tell"),
        ("me toi thi sao", "each_person.tell"),
        ("con thi sao", "child.tell"),
    ],
)
def test_behind_what_holds_for_one_somebody_else_is_asked_about(
    service: Service, text: str, step: str
) -> None:
    say(service, "mang gi")
    assert [told.partition(".")[0] for told in steps(say(service, text))] == [step.partition(".")[0]]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "quen mat khau",
        "mat the can cuoc",
        "nguoi gia khong di duoc",
        "lam o dau",
        "khong co dien thoai thong minh",
    ],
)
def test_what_has_a_topic_of_its_own_keeps_it(service: Service, text: str) -> None:
    told = {one.partition(".")[0] for one in steps(say(service, text))}
    assert not told & {"fingerprints", "form", "no_email", "keep_card", "queue", "each_person"}


def test_what_is_open_is_asked_again_behind_it(service: Service) -> None:
    say(service, "DAT")
    assert steps(say(service, "phai cho lau khong")) == ["queue.tell", "book.where"]
    assert asked(service) == ("book", "where")


@on_sqlite
@pytest.mark.parametrize("text", ["lam o ban duoc khong hay phai ra xa", "dang ky tai ban toi duoc khong"])
def test_whether_it_is_done_in_the_village_is_when_the_team_comes_there(service: Service, text: str) -> None:
    say(service, text)
    assert asked(service) == ("visit_when", "where")
