"""helpdesk/conversation/understanding/reading.py: all that a text says. All persons are invented samples."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conversation.script.checking.intents import INTENTS
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.conversation.understanding.taken_apart import LONGEST
from helpdesk.places.sample import without_database
from tests.text import vietnamese

PLACES = tuple(without_database())
TODAY = date(2026, 12, 1)


def reading(text: str) -> Reading:
    return read(text, today=TODAY, places=PLACES)


def test_a_booking_by_one_text_is_read_whole() -> None:
    said = reading("DK HO VAN A 1985, HO THI B 1990 CA ROONG 1 THU 4")
    assert (said.intent, said.sure) == ("book", True)
    assert [(person.name, person.birth_year) for person in said.people] == [
        ("Ho Van A", 1985),
        ("Ho Thi B", 1990),
    ]
    assert (said.party, said.date, said.part_of_day) == (2, date(2026, 12, 2), None)
    assert said.village is not None
    assert said.village.name == "Cà Roòng 1"


@pytest.mark.parametrize(
    "text",
    [
        "ca roong 1 thu 4 dk ho van a 1985, ho thi b 1990",
        "thu 4 dang ky ho van a 85 va ho thi b 90 ban ca rong 1",
        "đăng ký: hồ văn a 1985\nhồ thị b 1990\nCà Roòng 1, thứ tư",
        "DDawng kys hoof vawn a 1985, hoof thij b 1990, caf roongf 1, thuws 4",
    ],
)
def test_its_pieces_may_stand_in_any_order(text: str) -> None:
    said = reading(text)
    assert (said.intent, said.sure, said.party, said.date) == ("book", True, 2, date(2026, 12, 2))
    assert said.village is not None
    assert said.village.code == "ca-roong-1"


def test_english_names_and_words_are_no_keystrokes() -> None:
    said = reading("Mary born 1990, Rose 1985, Cha Lo, Friday")
    assert [(person.name, person.birth_year) for person in said.people] == [("Mary", 1990), ("Rose", 1985)]
    assert (said.intent, said.sure, said.date) == ("book", True, date(2026, 12, 4))


def test_who_is_cancelled_by_name_is_not_booked() -> None:
    assert [reading(text).intent for text in ("huy cho ho van a", "chi huy Ho Thi B", "bo ten Ho Thi B")] == [
        "cancel"
    ] * 3
    assert reading("Huy, Ho Thi B 1990 ca roong 1 thu 4").intent == "book"


def test_a_centre_is_a_place_and_no_village() -> None:
    said = reading("dat cho o trung tam xa dan hoa thu 6")
    assert said.village is None
    assert said.place is not None
    assert said.place.name == "Dân Hóa"


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("y leng", ("book", "visit_when")),
        ("y leng thu 4", ("book", "visit_when")),
        ("ca roong", ("book", "visit_when")),
        ("thuong trach", ("book", "hours", "visit_when")),
        ("trung tam dan hoa", ("book", "hours", "visit_when")),
    ],
)
def test_where_only_a_place_is_named_she_is_asked_what_she_wants_there(
    text: str, likeliest: tuple[str, ...]
) -> None:
    said = reading(text)
    assert (said.sure, said.likeliest, bool(said.places)) == (False, likeliest, True)


def test_kin_in_brackets_are_nobody_more() -> None:
    said = reading("hồ thị bé 2018 (con), hồ văn tư 1988 (cha), bản Si thứ sáu")
    assert (len(said.people), said.party) == (2, 2)


def test_a_surname_and_a_year_show_that_a_name_is_no_village() -> None:
    said = reading("toi ten Cao Ba Loc 1966 dk ban ba looc thu 2")
    assert [(person.name, person.birth_year) for person in said.people] == [("Cao Ba Loc", 1966)]
    assert said.village is not None
    assert said.village.name == "Ba Loóc"


def test_names_that_are_words_are_names_where_a_birth_year_stands_behind_them() -> None:
    said = reading("DK HUY 1990, MAI 1991, HEN 1992 CA ROONG 1")
    assert [(person.name, person.birth_year) for person in said.people] == [
        ("Huy", 1990),
        ("Mai", 1991),
        ("Hen", 1992),
    ]
    assert (said.intent, said.sure, said.date) == ("book", True, None)


def test_names_that_are_commands_in_a_list_are_names() -> None:
    said = reading("dk Ho Van Huy 1985, Ho Thi Mai 1990, Ho Thi Hen 1971, Ho Van Dat 1969")
    assert (said.intent, said.sure, said.party) == ("book", True, 4)
    assert said.date is None


@pytest.mark.parametrize("text", ["", " ", "?", "😀😀", "\x00\x01", "1", "𝕬𝖇𝖈", "a" * 5000, "\n" * 2000])
def test_what_says_nothing_is_unknown(text: str) -> None:
    said = reading(text)
    assert (said.intent, said.sure, said.people, said.party) == ("unknown", False, (), 1)


@given(st.one_of(vietnamese.texts(), st.text(max_size=LONGEST)), st.dates())
def test_any_text_on_any_day_is_read_without_error(text: str, today: date) -> None:
    said = read(text, today=today, places=PLACES)
    assert said.intent in INTENTS
    assert 0 <= said.confidence <= 1
    assert said.date is None or said.date >= today
    assert not (said.sure and said.intent == "unknown")
    assert said == read(text, today=today, places=PLACES), "the same text is read the same"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("mấygiờ nghỉ", "hours"), ("cầnmang giấytờ gì", "bring"), ("canmang giayto gi", "bring")],
)
def test_words_written_as_one_are_parted_with_accents_and_without(text: str, intent: str) -> None:
    assert reading(text).intent == intent


@pytest.mark.parametrize(
    ("text", "name", "year", "place"),
    [
        ("dk y pleng 1971 thuong trach 4/12", "Y Pleng", 1971, "Thượng Trạch"),
        ("dk y lèng 1971 ban doong", "Y Lèng", 1971, "Đoòng"),
        ("dk bà lộc 1971 trung tam thuong trach 4/12", "Lộc", 1971, "Thượng Trạch"),
        ("đặt cho ông tồn 1960 bản tuộc", "Tồn", 1960, "Tuộc"),
        ("dat cho ba do 1960 dan hoa thu 6", "Do", 1960, "Dân Hóa"),
        ("dk ho co do 1971 trung tam thuong trach", "Ho Co Do", 1971, "Thượng Trạch"),
        ("dk y tu thu tu dan hoa", "Y Tu", None, "Dân Hóa"),
    ],
)
def test_a_name_like_a_village_or_a_day_is_somebody_where_a_place_is_written(
    text: str, name: str, year: int | None, place: str
) -> None:
    said = reading(text)
    assert [(one.name, one.birth_year) for one in said.people] == [(name, year)]
    assert said.place is not None
    assert said.place.name == place


@pytest.mark.parametrize(
    "text", ["vo toi 1988", "vợ tui sinh 1988", "me toi 1950 va toi 1985", "em trai 1990, Ho Van A 1985"]
)
def test_kin_with_a_year_and_nothing_else_are_asked_about_as_names_are(text: str) -> None:
    said = reading(text)
    assert (said.intent, said.sure, said.likeliest) == ("book", False, ("book",))
    assert {person.name for person in said.people} <= {"Ho Van A"}


@pytest.mark.parametrize("text", ["con toi 2010 lam duoc khong", "the cua me toi 1950 het han roi"])
def test_with_any_other_word_it_is_about_that(text: str) -> None:
    assert reading(text).intent != "book"
