"""helpdesk/text/ussd_pages.py: pages of 182 GSM-7 septets, parted where one would part them by hand."""

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.text.segments import outside_gsm7, septets
from helpdesk.text.ussd_pages import PAGE, pages, plain, room_beside, too_long_to_part

ROOM = 167


def parted(text: str) -> tuple[str, ...]:
    return pages(text, more="98 tiếp", back="00 lùi")


def left_over(text: str) -> int:
    return too_long_to_part(text, more="98 tiếp", back="00 lùi")


def test_what_fits_is_one_page_without_a_line_about_pages() -> None:
    assert parted("ế" * PAGE) == ("e" * PAGE,)


def test_an_extension_sign_takes_the_room_of_two() -> None:
    assert len(parted("€" * 91)) == 1
    assert len(parted("€" * 92)) == 2


def test_beside_the_line_about_pages_there_is_less_room() -> None:
    assert room_beside(more="98 tiếp", back="00 lùi") == ROOM


def test_pages_are_parted_between_lines_and_say_how_to_turn_them() -> None:
    first, *options = "Chon buoi:", *(f"{n} " + "x" * 58 for n in range(1, 6))

    assert parted("\n".join((first, *options))) == (
        "\n".join((first, *options[:2], "98 tiep")),
        "\n".join((*options[2:4], "98 tiep 00 lui")),
        f"{options[4]}\n00 lui",
    )


def test_a_line_longer_than_a_page_is_parted_after_a_sentence() -> None:
    one, two = "a" * 99 + ".", "b" * 99 + "."

    assert parted(f"{one} {two}\n1 Co") == (f"{one}\n98 tiep", f"{two}\n1 Co\n00 lui")


def test_a_sentence_longer_than_a_page_is_parted_after_a_comma() -> None:
    one, two = "a" * 99 + ",", "b" * 99 + "."

    assert parted(f"{one} {two}") == (f"{one}\n98 tiep", f"{two}\n00 lui")
    assert left_over(f"{one} {two}") == 0


def test_what_cannot_be_parted_sensibly_is_told_and_still_never_too_long() -> None:
    text = "Chao. " + "ba con " * 29 + "ba con"

    assert left_over(text) == len(text) - len("Chao. ") == 209
    assert [page.split("\n")[0] for page in parted(text)] == [
        "Chao. " + "ba con " * 22 + "ba con",
        "ba con " * 6 + "ba con",
    ]


def test_a_word_longer_than_a_page_is_cut() -> None:
    assert "".join(page.split("\n")[0] for page in parted("a" * 500)) == "a" * 500


def test_a_comma_without_a_space_and_the_dots_of_a_number_part_nothing() -> None:
    text = "a" * 160 + "," + "b" * 5 + " goi 0232.3999.999"

    assert left_over(text) == len(text)


def test_what_gsm_7_has_no_sign_for_is_left_out() -> None:
    assert plain("Chào 👍 bà con ລາວ!") == "Chao ba con !"


@given(st.text(max_size=900))
def test_no_page_is_too_long_or_outside_gsm_7_and_nothing_readable_is_lost(text: str) -> None:
    found = parted(text)

    assert max(map(septets, found)) <= PAGE
    assert {sign for page in found for sign in outside_gsm7(page)} == set()
    shown = "".join(page.rsplit("\n", 1)[0] if len(found) > 1 else page for page in found)
    assert shown.split() == [] or "".join(shown.split()) == "".join(plain(text).split())
