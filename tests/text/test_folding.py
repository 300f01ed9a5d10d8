"""Folding: what residents are sent, and what their words are compared by."""

import re
import unicodedata

import pytest
from hypothesis import given

from helpdesk.text.folding import fold, matching_key, typographic
from helpdesk.text.segments import measure, outside_gsm7
from tests.text import vietnamese


def test_vietnamese_has_134_accented_letters_and_each_folds_to_one_letter_of_the_same_case() -> None:
    folded = {letter: fold(letter) for letter in vietnamese.ACCENTED}

    assert len(folded) == 134
    assert all(re.fullmatch("[A-Za-z]", plain) for plain in folded.values())
    assert all(letter.isupper() == plain.isupper() for letter, plain in folded.items())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặt lịch ở bản Cà Roòng 1", "Dat lich o ban Ca Roong 1"),
        ("hoà hòa huỷ hủy", "hoa hoa huy huy"),
        ("Đường ƯỚC Ỹ", "Duong UOC Y"),
        ("Phí 50.000₫", "Phi 50.000d"),
        ("Ðăng ký", "Dang ky"),  # Icelandic Eth, in texts from old fonts
        ("“Mang theo” – thẻ…", '"Mang theo" - the...'),
        ("7h30\u201311h\u00a0sáng", "7h30-11h sang"),
        ("• Bà con\n• Ông bà", "- Ba con\n- Ong ba"),
        ("số:\t1`", "so: 1'"),
        ("０９１２ ！", "0912 !"),
        ("\u200bmã\ufeff 12\u00ad345", "ma 12345"),
        ("1️⃣ Đặt lịch", "1 Dat lich"),
        ("Dòng một\r\nDòng hai\u2028Dòng ba", "Dong mot\r\nDong hai\nDong ba"),
        ("a\x00b", "ab"),
    ],
)
def test_folding_takes_away_accents_and_typography(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_letters_of_other_scripts_stay_whole() -> None:
    for text in ("ສະບາຍດີ", "Привет, й", "한국어", "ประเทศไทย", "漢字"):
        assert fold(text) == text


@given(vietnamese.words())
def test_any_vietnamese_word_becomes_gsm7(word: str) -> None:
    assert outside_gsm7(fold(word)) == ()


@given(vietnamese.words())
def test_all_forms_of_a_word_fold_alike(word: str) -> None:
    for form in (
        *(unicodedata.normalize(name, word) for name in ("NFC", "NFD")),
        vietnamese.windows_1258(word),
    ):
        assert fold(form) == fold(word)
        assert matching_key(form) == matching_key(word)


@given(vietnamese.texts())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text)

    assert fold(once) == once
    assert typographic(once) == once


@given(vietnamese.texts())
def test_folding_invents_no_question_mark(text: str) -> None:
    asked = text.count("?") + text.count("？")

    assert fold(text).count("?") == asked


@given(vietnamese.texts())
def test_typography_made_plain_keeps_the_accents(text: str) -> None:
    plain = typographic(text)

    assert typographic(plain) == plain
    assert fold(plain) == fold(text)


def test_a_text_with_accents_is_ucs2_for_its_letters_alone() -> None:
    assert typographic("“Đã đặt” – 7h30…") == '"Đã đặt" - 7h30...'
    assert outside_gsm7(typographic("“Đã đặt” – 7h30…")) == ("Đ", "ã", "đ", "ặ")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Cà Roòng-1!", "ca roong 1"),
        ("  HUỶ   lịch \n 12345 ", "huy lich 12345"),
        ("K-Ai", "k ai"),
        ("ĐĂNG KÝ", "dang ky"),
        ("1️⃣", "1"),
        ("50.000₫", "50 000d"),
        ("😀 ສະບາຍດີ …", ""),
        ("", ""),
    ],
)
def test_keys_hold_only_letters_digits_and_single_spaces(text: str, key: str) -> None:
    assert matching_key(text) == key


@given(vietnamese.texts())
def test_a_key_is_the_folded_text_in_lower_case_without_signs(text: str) -> None:
    expected = " ".join(
        re.sub(r"[^a-z0-9]+", " ", re.sub(r"[A-Z]", lambda c: c[0].lower(), fold(text))).split()
    )

    assert matching_key(text) == expected
    assert matching_key(matching_key(text)) == matching_key(text)


def test_a_notice_of_one_segment_costs_two_with_accents() -> None:
    notice = "Bà con mang theo thẻ căn cước còn hạn và điện thoại có SIM đúng tên mình khi đến làm định danh mức 2 nhé."

    assert measure(notice).segments == 2
    assert measure(fold(notice)).segments == 1
