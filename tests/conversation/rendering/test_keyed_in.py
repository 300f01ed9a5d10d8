"""Words to be texted, said on a screen."""

from helpdesk.conversation.rendering.keyed_in import keyed_in
from helpdesk.conversation.script.load import load

PHRASES = load().phrases


def test_where_the_session_is_over_one_dials_again_first() -> None:
    said = keyed_in("Khi cần, bà con nhắn MENU, hoặc nhắn GOI LAI.", PHRASES, "vi", over=True)
    assert said == "Khi cần, bà con bấm lại, gõ MENU, hoặc gõ GOI LAI."


def test_while_it_goes_on_they_are_keyed_in() -> None:
    assert keyed_in("Không hủy nữa: nhắn GIU.", PHRASES, "vi", over=False) == "Không hủy nữa: gõ GIU."


def test_a_number_or_a_name_is_asked_for_as_it_is_written() -> None:
    asked = "Bà con nhắn số, hoặc nhắn tên bản. Đã ngừng nhắn tin."
    assert keyed_in(asked, PHRASES, "vi", over=True) == asked


def test_english_says_so_too() -> None:
    said = keyed_in("To book, text BOOK.", PHRASES, "en", over=True)
    assert said == "To book, dial again, key in BOOK."


def test_a_language_without_these_words_is_left_alone() -> None:
    assert keyed_in("nhắn DAT", PHRASES, "bru", over=True) == "nhắn DAT"
