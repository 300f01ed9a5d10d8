"""helpdesk/text/leaked_typing.py and syllables.py: keystrokes that a phone did not turn into accents."""

import pytest
from hypothesis import given

from helpdesk.text.leaked_typing import decode_leaks
from helpdesk.text.syllables import may_be_syllable, may_have_tone
from tests.text import vietnamese


def decoded(text: str, *known: str) -> str:
    return decode_leaks(text, known=set(known), english={"lost", "first", "is"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hoof Vawn A, Hoof Thij Bees", "Hồ Văn A, Hồ Thị Bế"),
        ("ddawng kys ddinhj danh", "đăng ký định danh"),
        ("DDAWNG KYS muwcs 2", "ĐĂNG KÝ mức 2"),
        ("huwowngs daaxn tooi", "hướng dẫn tôi"),
        ("khong nhaanj dduowcj thuws 5", "khong nhận được thứ 5"),
        ("d9ang8 ky1 cho ho62 thi5 be1", "đăng ký cho hồ thị bé"),
        ("caf rooongf 1 banr tuoocj", "cà roòng 1 bản tuộc"),
    ],
)
def test_telex_and_vni_are_decoded_in_the_case_they_were_typed_in(typed: str, meant: str) -> None:
    assert decoded(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "dang ky cho ho van a",
        "ban 39",
        "thu4 t4",
        "muc2",
        "my sim is lost first",
        "book a place",
        "Y Ker 1990",
        "qur",
        "9 h",
    ],
)
def test_what_is_no_leak_stays(text: str) -> None:
    assert decoded(text) == text


def test_a_lone_leak_is_decoded_only_where_the_word_is_known() -> None:
    assert decoded("huyr lich") == "huyr lich"
    assert decoded("huyr lich", "hủy") == "hủy lich"


@given(vietnamese.texts())
def test_any_text_is_taken_and_no_word_is_lost(text: str) -> None:
    assert len(decoded(text).split()) == len(text.split())


@pytest.mark.parametrize("key", ["hoach", "roong", "looc", "nguyen", "y", "quyet", "a"])
def test_what_can_be_a_syllable(key: str) -> None:
    assert may_be_syllable(key)


@pytest.mark.parametrize("key", ["dinhj", "book", "dinhdanh", "ddi", "q", "", "zalo", "hs"])
def test_what_cannot(key: str) -> None:
    assert not may_be_syllable(key)


def test_a_syllable_that_is_stopped_has_two_tones_only() -> None:
    assert [tone for tone in ("", "s", "f", "r", "x", "j") if may_have_tone("muc", tone)] == ["", "s", "j"]
