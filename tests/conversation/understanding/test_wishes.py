"""What a text means when nothing was asked: helpdesk/conversation/understanding/understand.py and words.py."""

from typing import Any

import pytest

from helpdesk.booking.codes import new_code
from helpdesk.conversation.script.checking.intents import INTENTS, OUR_OWN
from helpdesk.conversation.understanding.topics.learned.model import model
from helpdesk.conversation.understanding.understand import Question, understand
from helpdesk.conversation.understanding.words import STRONG, WEAK, bare
from helpdesk.text.folding import matching_key
from tests.conversation.understanding.questions import MENU, NOT_UNDERSTOOD, WHICH, wish


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("dat", "book"),
        ("Đặt chỗ", "book"),
        ("toi muon dat cho", "book"),
        ("cho em dang ky lam muc 2", "book"),
        ("xem", "my_booking"),
        ("xem lai cho da dat", "my_booking"),
        ("đổi", "reschedule"),
        ("toi muon doi ngay", "reschedule"),
        ("HUY", "cancel"),
        ("huy giup toi", "cancel"),
        ("huyy", "cancel"),
        ("datt", "book"),
        ("hom do toi khong den duoc", "cancel"),
        ("mang gi", "bring"),
        ("di lam can mang giay to gi", "bring"),
        ("can chi", "bring"),
        ("cac buoc", "steps"),
        ("lam rang", "steps"),
        ("cán bộ", "human"),
        ("cho toi gap can bo", "human"),
        ("hen", "callback"),
        ("goi lai cho toi nhe", "callback"),
        ("tc", "opt_out"),
        ("T.C", "opt_out"),
        ("t c", "opt_out"),
        ("Từ chối nhận tin", "opt_out"),
        ("vang con cam on", "thanks"),
        ("ok cam on can bo nhieu", "thanks"),
        ("thoi khong cam on", "thanks"),
        ("nhan tin", "opt_in"),
        ("xoa thong tin", "erase"),
        ("language", "language"),
        ("help", "menu"),
        ("alo", "greeting"),
        ("xin chao can bo", "greeting"),
        ("cam on nhieu", "thanks"),
        ("cam on, cho toi dat cho", "book"),
    ],
)
def test_a_wish_is_understood(text: str, intent: str) -> None:
    assert understand(text, None) == wish(intent)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "1",
        "co",
        "khong",
        "troi mua to qua",
        "xyz",
        "giu",
        "may dau roi",
    ],
)
def test_what_says_nothing_is_not_guessed(text: str) -> None:
    assert understand(text, None) == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("Ho Van A 1985", {"book"}),
        ("sai ten roi", {"my_booking", "wrong_info"}),
        ("sua ten", {"my_booking", "wrong_info"}),
        ("toi muon huy hay doi ngay", {"cancel", "reschedule"}),
        ("the het han hay chua co the thi lam sao", {"card_expired", "no_card"}),
    ],
)
def test_what_may_be_several_things_is_asked_about(text: str, likeliest: set[str]) -> None:
    understood = understand(text, None)
    assert (understood.answer, understood.intent) == (None, None)
    assert likeliest <= set(understood.doubt)


@pytest.mark.parametrize(
    ("text", "intent", "facts"),
    [
        ("chi huy Ho Thi B", "cancel", {"people_said": [["Ho Thi B", None]]}),
        ("huy cho ho van a", "cancel", {"people_said": [["Ho Van A", None]]}),
        ("huy ma 12345", "cancel", {"code_said": "12345"}),
        ("doi ngay cho ho van a", "reschedule", {"people_said": [["Ho Van A", None]]}),
    ],
)
def test_a_wish_about_a_booking_says_whose_or_which(text: str, intent: str, facts: dict[str, Any]) -> None:
    assert understand(text, None) == wish(intent, **facts)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("con muon dang ky", "book"),
        ("chau hoi dinh danh muc 2", "steps"),
        ("con toi 10 tuoi", "child"),
        ("chau no 8 tuoi lam duoc khong", "child"),
        ("mai may gio", "my_booking"),
    ],
)
def test_who_speaks_is_told_from_who_is_spoken_of(text: str, intent: str) -> None:
    assert understand(text, None) == wish(intent)


@pytest.mark.parametrize("question", [None, MENU, WHICH], ids=["nothing asked", "a menu", "a list"])
def test_a_code_names_its_booking(question: Question | None) -> None:
    code = new_code()
    assert understand(code, question) == wish("my_booking", code_said=code)


def test_a_slip_in_a_code_names_none() -> None:
    code = new_code()
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert understand(slip, None) == NOT_UNDERSTOOD


def test_a_name_in_a_sentence_is_no_command() -> None:
    assert understand("Huy va Mai", None).intent is None


def test_every_word_is_written_as_texts_are_compared() -> None:
    words = [*STRONG, *WEAK]
    assert [matching_key(word) for word in words] == words
    assert STRONG.keys() & WEAK.keys() == set()


def test_every_word_and_phrase_leads_to_an_intent() -> None:
    intents = {*STRONG.values(), *WEAK.values(), *model().topics}
    assert intents - INTENTS - OUR_OWN == {"back"}
    assert INTENTS - intents == set()


@pytest.mark.parametrize(
    ("said", "core"),
    [
        ("da cho em xin dat cho a", "dat cho"),
        ("huy giup em nhe", "huy"),
        ("xin chao", "chao"),
        ("a", "a"),
        ("toi", "toi"),
    ],
)
def test_courtesy_is_taken_away_and_never_all_of_it(said: str, core: str) -> None:
    assert bare(said) == core
