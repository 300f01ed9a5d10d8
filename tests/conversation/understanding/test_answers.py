"""What a text means as an answer: helpdesk/conversation/understanding/understand.py, by kind of question."""

from dataclasses import replace
from datetime import date

import pytest

from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.script.checking.exits import ANSWERED_BY_NUMBER, FROM_A_LIST
from helpdesk.conversation.understanding.answers.expectations import EXPECTATIONS
from helpdesk.conversation.understanding.understand import (
    Here,
    Question,
    Understood,
    understand,
)
from tests.conversation.understanding.questions import (
    ANYTHING,
    CANCEL,
    CONSENT,
    CONSENT_IN_ENGLISH,
    END,
    EVERY_KIND,
    MENU,
    MENU_IN_ENGLISH,
    NEXT,
    NOT_UNDERSTOOD,
    PLACES,
    WHERE,
    WHICH,
    WHO,
    WHOM,
    answer,
    asking,
    choice,
    chosen,
    wish,
)


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "2.",
        " 2 ",
        "số 2",
        "so 2",
        "chọn 2",
        "chon 2 a",
        "dạ 2",
        "2 ạ",
        "cho em so 2 voi",
        "hai",
        "phím 2",
        "(2)",
        "２",
    ],
)
def test_a_number_is_read_however_it_is_written(text: str) -> None:
    assert understand(text, MENU) == choice(2)
    assert understand(text, WHICH) == chosen(2)
    assert understand(text, WHERE) == chosen(2)
    assert understand(text, WHOM) == chosen(2)


@pytest.mark.parametrize("text", ["4", "9", "12", "2 3", "1, 2", "2 nguoi", "-"])
@pytest.mark.parametrize("question", [MENU, WHICH, CONSENT], ids=["menu", "list", "yes or no"])
def test_a_number_that_was_not_offered_is_not_guessed(question: Question, text: str) -> None:
    understood = understand(text, question)
    assert (understood.answer, understood.intent) == (None, None)


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        (MENU, "Đặt chỗ", 2),
        (MENU, "dat cho", 2),
        (MENU, "XEM, ĐỔI, HỦY CHỖ", 3),
        (MENU_IN_ENGLISH, "book a place", 2),
        (MENU_IN_ENGLISH, "see change cancel", 3),
        (NEXT, "xem tiep", 1),
        (CONSENT, "dong y va dat", 1),
        (CONSENT_IN_ENGLISH, "I agree, book!", 1),
        (CONSENT_IN_ENGLISH, "no", 2),
        (CANCEL, "giữ", 2),
        (ANYTHING, "can bo goi lai cho toi", 1),
    ],
)
def test_a_choice_written_out_is_that_choice(question: Question, text: str, number: int) -> None:
    assert understand(text, question) == choice(number)


@pytest.mark.parametrize("text", ["tiếp", "tiep tuc", "next", "ok", "co", "vang a", "1"])
def test_where_there_is_one_way_on_whoever_says_so_goes_on(text: str) -> None:
    assert understand(text, NEXT) == choice(1)


@pytest.mark.parametrize("text", ["tiep", "next"])
def test_where_there_are_several_ways_she_must_say_which(text: str) -> None:
    assert understand(text, MENU) == NOT_UNDERSTOOD


YES = [
    "1",
    "có",
    "co",
    "Vâng",
    "vang a",
    "dạ",
    "da co",
    "u",
    "ok",
    "okie",
    "đồng ý",
    "toi dong y",
    "dung roi",
    "co nhe",
    "yes",
]
NO = [
    "2",
    "đừng",
    "thôi đừng đặt",
    "không",
    "ko",
    "k",
    "kg",
    "hok",
    "thôi",
    "thoi nhe",
    "khong a",
    "chua",
    "no",
]


@pytest.mark.parametrize("question", [CONSENT, CONSENT_IN_ENGLISH], ids=["in Vietnamese", "in English"])
@pytest.mark.parametrize(("texts", "number"), [(YES, 1), (NO, 2)], ids=["yes", "no"])
def test_yes_and_no_are_read_however_they_are_written(
    question: Question, texts: list[str], number: int
) -> None:
    assert {text: understand(text, question) for text in texts} == {text: choice(number) for text in texts}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", NOT_UNDERSTOOD),
        ("   ", NOT_UNDERSTOOD),
        ("👍", NOT_UNDERSTOOD),
        ("?", NOT_UNDERSTOOD),
        ("cảm ơn", wish("thanks")),
        ("cam on em nhe", wish("thanks")),
        ("thank you", wish("thanks")),
        ("xin chao", wish("greeting")),
        ("alo", wish("greeting")),
        ("dung", NOT_UNDERSTOOD),
        ("Ho Van A 1985", NOT_UNDERSTOOD),
        ("de toi hoi chong", NOT_UNDERSTOOD),
        ("3", NOT_UNDERSTOOD),
    ],
)
@pytest.mark.parametrize("question", [CONSENT, CONSENT_IN_ENGLISH], ids=["in Vietnamese", "in English"])
def test_thanks_silence_and_what_is_in_doubt_are_no_consent(
    question: Question, text: str, meant: Understood
) -> None:
    understood = understand(text, question)
    assert (understood.answer, understood.intent) == (meant.answer, meant.intent)


@pytest.mark.parametrize("text", ["dat", "DAT", "Đặt", "cho toi dat", "dat nhe"])
def test_the_word_that_books_is_a_yes_to_nothing_but_booking(text: str) -> None:
    assert understand(text, CONSENT) == choice(1)
    assert [understand(text, question) for question in (CANCEL, NEXT, ANYTHING)] == [wish("book")] * 3


def test_a_command_is_no_request_to_be_called_because_that_is_the_only_number() -> None:
    assert understand("xem", ANYTHING) == wish("my_booking")
    assert understand("co", ANYTHING) == choice(1)


@pytest.mark.parametrize("text", ["yes", "co", "3"])
def test_a_list_is_not_answered_by_yes_nor_by_a_line_that_is_hidden_beyond_it(text: str) -> None:
    assert understand(text, WHICH) == (chosen(3) if text == "3" else NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Cà Roòng 1", "ca-roong-1"),
        ("ban ca roong 2", "ca-roong-2"),
        ("o ban 39", "ban-39"),
        ("39", "ban-39"),
        ("o 39", "ban-39"),
        ("y leng", "y-leng"),
        ("trung tam xa dan hoa", "trung-tam-dan-hoa"),
    ],
)
def test_a_place_may_be_named(text: str, code: str) -> None:
    assert understand(text, WHERE) == answer("named", PLACES[code].id)


@pytest.mark.parametrize("asked", [WHO, WHERE, WHICH, CONSENT], ids=["who", "where", "which", "consent"])
@pytest.mark.parametrize("text", ["toi muon dat cho", "dat cho toi", "cho toi dang ky"])
def test_who_says_in_the_middle_of_a_booking_that_she_wants_one_begins_nothing_anew(
    asked: Question, text: str
) -> None:
    understood = understand(text, replace(asked, books=True))
    assert understood.intent is None


def test_a_name_that_several_villages_share_is_asked_about() -> None:
    assert understand("ca roong", WHERE) == answer(
        "several", [PLACES["ca-roong-1"].id, PLACES["ca-roong-2"].id]
    )


@pytest.mark.parametrize("text", ["trung tam xa minh", "o trung tam xa", "tren UBND xa"])
def test_the_centre_without_a_name_is_the_one_that_is_offered(text: str) -> None:
    centre = PLACES["trung-tam-dan-hoa"].id
    offering = replace(WHERE, answers={"places": [{"value": centre, "facts": {}, "name": ""}]})
    assert understand(text, offering) == answer("named", centre)
    several = replace(WHERE, answers={"places": []})
    assert understand(text, several) == answer("several", [PLACES["trung-tam-thuong-trach"].id, centre])


def test_a_choice_may_be_written_by_its_first_words() -> None:
    shown = asking(Ask("choice", {}, choices=(END,) * 3), "Đổi buổi", "Hủy", "Giữ nguyên")
    assert understand("giu", shown) == choice(3)
    assert understand("cac buoc lam", MENU) == choice(1)


def test_a_day_beside_names_is_no_part_of_them() -> None:
    asked = replace(WHO, books=True)
    here = Here(date(2026, 12, 1), lambda: list(PLACES.values()))
    said = understand("ho thi mai thu hai", asked, here)
    assert (said.intent, said.facts) == ("book", {"people": [["Ho Thi Mai", None]], "day": "2026-12-07"})
    assert understand("Ho Van A, Mai", asked, here) == answer("named", [["Ho Van A", None], ["Mai", None]])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7", NOT_UNDERSTOOD),
        ("khong biet", NOT_UNDERSTOOD),
        ("mang gi", wish("bring")),
        ("can bo", wish("human")),
        ("huy", wish("cancel")),
    ],
)
def test_what_is_no_place_is_not_made_one(text: str, meant: Understood) -> None:
    understood = understand(text, WHERE)
    assert (understood.answer, understood.intent) == (meant.answer, meant.intent)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the cua toi mat roi, lam sao?", answer("said", "the cua toi mat roi, lam sao?")),
        ("  Nha xa qua  ", answer("said", "Nha xa qua")),
        ("1", choice(1)),
        ("huy", wish("cancel")),
        ("dat cho", wish("book")),
        ("a", NOT_UNDERSTOOD),
        ("", NOT_UNDERSTOOD),
    ],
)
def test_a_question_for_an_official_is_taken_as_it_was_written(text: str, meant: Understood) -> None:
    assert understand(text, ANYTHING) == meant


def test_the_word_that_opened_a_question_does_not_answer_it() -> None:
    """A phone in poor coverage sends a text twice; the second HUY must not cancel unread."""
    assert understand("HUY", CANCEL) == wish("cancel")


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_word_huy_alone_always_means_cancelling(kind: str) -> None:
    assert understand("HUY", EVERY_KIND[kind]) == wish("cancel")


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("menu", "menu"),
        ("0", "menu"),
        ("00", "back"),
        ("quay lại", "back"),
        ("TC", "opt_out"),
        ("từ chối", "opt_out"),
        ("STOP", "opt_out"),
        ("XOA", "erase"),
        ("gap can bo", "human"),
        ("có dấu", "accents"),
        ("english", "language"),
    ],
)
def test_some_words_work_at_any_moment(kind: str, text: str, intent: str) -> None:
    assert understand(text, EVERY_KIND[kind]) == wish(intent)


@pytest.mark.parametrize("kind", EXPECTATIONS)
def test_an_answer_is_an_outcome_that_its_kind_declares(kind: str) -> None:
    question = EVERY_KIND[kind]
    texts = ["1", "co", "khong", "Ho Van A 1985", "ca roong", "ca roong 1", "y cuc", "the cua toi bi mat"]
    heard = {understood.answer.outcome for text in texts if (understood := understand(text, question)).answer}
    assert heard - {"choice"} == EXPECTATIONS[kind].outcomes
    assert ("choice" in heard) == (kind in ANSWERED_BY_NUMBER)
    assert (FROM_A_LIST in heard) == bool(question.ask.options)


def test_a_number_with_a_question_mark_agrees_to_nothing() -> None:
    assert understand("1?", CONSENT).answer is None
    assert understand("1", CONSENT) == choice(1)
