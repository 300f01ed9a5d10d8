"""What a text means where people are asked for: helpdesk/conversation/understanding/understand.py."""

from dataclasses import replace

import pytest

from helpdesk.conversation.understanding.understand import Understood, understand
from tests.conversation.understanding.questions import NOT_UNDERSTOOD, WHO, WHOM, answer, chosen, wish


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("HO VAN A 1985, HO THI B 1990", [["Ho Van A", 1985], ["Ho Thi B", 1990]]),
        ("Hồ Văn A 1985", [["Hồ Văn A", 1985]]),
        ("Huy 1985, Mai 1990, Hen", [["Huy", 1985], ["Mai", 1990], ["Hen", None]]),
        ("Mai", [["Mai", None]]),
        ("Ho Van Huy", [["Ho Van Huy", None]]),
        ("y cuc, y nuong", [["Y Cuc", None], ["Y Nuong", None]]),
        ("Huy, Ho Thi B", [["Huy", None], ["Ho Thi B", None]]),
        ("Ho Van A 80 tuoi", [["Ho Van A", 1946]]),
        ("Mary born 1990", [["Mary", 1990]]),
        ("Vo Minh Anh", [["Vo Minh Anh", None]]),
    ],
)
def test_people_are_named_and_a_name_that_is_a_word_is_no_command(
    text: str, people: list[list[str | int | None]]
) -> None:
    assert understand(text, WHO) == answer("named", people)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("huy", wish("cancel")),
        ("HUY", wish("cancel")),
        ("xin huy cho", wish("cancel")),
        ("toi muon huy cho", wish("cancel")),
        ("menu", wish("menu")),
        ("cam on", wish("thanks")),
        ("goi lai cho toi", wish("callback")),
        ("can bo", wish("human")),
        ("help", wish("menu")),
        ("", NOT_UNDERSTOOD),
        ("3", NOT_UNDERSTOOD),
        ("ok", NOT_UNDERSTOOD),
        ("khong", NOT_UNDERSTOOD),
        ("thoi", NOT_UNDERSTOOD),
        ("toi khong hieu", NOT_UNDERSTOOD),
        ("hai vo chong toi", NOT_UNDERSTOOD),
        ("huy ho van a", wish("cancel")),
        ("huy ma 40725", wish("cancel")),
    ],
)
def test_a_wish_in_place_of_names_is_a_wish(text: str, meant: Understood) -> None:
    understood = understand(text, WHO)
    assert (understood.answer, understood.intent) == (meant.answer, meant.intent)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ho Thi Nom", chosen(3)),
        ("nôm", chosen(3)),
        ("mai", chosen(5)),
        ("Y Cuc", chosen(6)),
        ("cuc", chosen(6)),
        ("ho", NOT_UNDERSTOOD),
        ("no", NOT_UNDERSTOOD),
        ("co", NOT_UNDERSTOOD),
        ("an", NOT_UNDERSTOOD),
        ("huy", wish("cancel")),
        ("chi huy Ho Thi Nom thoi", chosen(3)),
        ("bo ten y cuc", chosen(6)),
    ],
)
def test_somebody_is_chosen_by_whole_names_and_only_when_one_fits(text: str, meant: Understood) -> None:
    assert understand(text, WHOM) == meant


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("toi muon may hang xom, ten Ho Thi Nga 1960", [["Ho Thi Nga", 1960]]),
        ("toi ten Ho Van Khe, vo ten Y Lan", [["Ho Van Khe", None], ["Y Lan", None]]),
        ("ho van a bay hai", [["Ho Van A", 1972]]),
        ("Anh Tuan, kim hoa", [["Anh Tuan", None], ["Kim Hoa", None]]),
    ],
)
def test_names_are_taken_out_of_the_sentences_around_them(text: str, people: list[list[object]]) -> None:
    assert understand(text, WHO) == answer("named", people)


@pytest.mark.parametrize(
    "text",
    ["the bao gio co cho", "can nam sinh lam gi", "duong xa qua", "doi chut", "ca nha 5 nguoi", "ba noi"],
)
def test_a_sentence_where_names_are_asked_for_names_nobody(text: str) -> None:
    assert understand(text, WHO).answer is None


@pytest.mark.parametrize(
    "text",
    [
        "thứ 4 đi",
        "thôi để thứ 4",
        "sang 9/12 chứ không đi 4/12 nữa",
        "bà sinh 1971 nhé",
        "tôi chứ ai",
        "như lần trước",
        "vẫn như cũ",
        "ủa nhắn rồi mà",
        "cứ đặt đi",
        "tôi đây",
        "bận tí đã",
        "mưa quá",
        "tôi nhờ cháu nhắn",
        "ghi hộ tôi với",
        "quen roi",
        "co 3 nguoi",
        "hai dua con trai",
        "ong gia",
        "ho toi",
        "y kien",
    ],
)
def test_a_day_or_a_remark_where_names_are_asked_for_is_nobody(text: str) -> None:
    assert understand(text, WHO).answer is None


def test_a_name_beside_a_day_is_somebody() -> None:
    assert understand("ho mai, thu 4", WHO) == answer("named", [["Ho Mai", None]])


@pytest.mark.parametrize(
    ("text", "named", "persons"),
    [
        ("me toi 1950, Ho Van A 1985", ["Ho Van A", 1985], 2),
        ("Hồ Văn A 1985 và mẹ tôi 1950", ["Hồ Văn A", 1985], 2),
        ("Ho Van A 1985 va vo tui", ["Ho Van A", 1985], 2),
        ("HO VAN A 1985, EM TRAI 1990", ["Ho Van A", 1985], 2),
        ("Hồ Văn A 1985 với mệ tui", ["Hồ Văn A", 1985], 2),
        ("Ho Van A 1985, 2 con toi", ["Ho Van A", 1985], 3),
        ("Ho Van A 1985 va 1 nguoi nua", ["Ho Van A", 1985], 2),
        ("vo toi 1988, Ho Thi C 1960", ["Ho Thi C", 1960], 2),
    ],
)
def test_kin_spoken_of_beside_a_name_is_one_of_the_party_and_never_a_name(
    text: str, named: list[str | int], persons: int
) -> None:
    understood = understand(text, replace(WHO, books=True))
    assert (understood.intent, understood.facts) == ("book", {"people": [named], "persons": persons})


@pytest.mark.parametrize(
    "text", ["vo toi Ho Thi B 1990", "toi la Ho Thi B 1990", "Ho Thi B 1990 (toi)", "em la Ho Thi B 1990"]
)
def test_kin_that_says_who_is_named_is_nobody_more(text: str) -> None:
    assert understand(text, replace(WHO, books=True)) == answer("named", [["Ho Thi B", 1990]])
