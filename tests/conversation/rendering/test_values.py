"""helpdesk/conversation/rendering/values.py: how each kind of value is spoken."""

from typing import Any

import pytest

from helpdesk.conversation.rendering.values import PEOPLE_ROOM, PERSON_ROOM, phrase, speak

PHRASES = {
    "centre_name": {"vi": "Trung tâm xã {name}", "en": "{name} commune centre"},
    "village_name": {"vi": "bản {name}", "en": "{name} village"},
    "finishes": {"vi": "làm được mức 2"},
    "everyone": {"vi": "Tất cả {count} người", "en": "All {count} persons"},
    "and_more": {"vi": "{names} và {count} người nữa", "en": "{names} and {count} more"},
    "and_more_bookings": {"vi": "{list} và {count} chỗ nữa", "en": "{list} and {count} more"},
}
A, B, Y = ["Hồ Văn A", 1985], ["Hồ Thị B", 1990], ["Y Cúc", None]
LONG = "Nguyễn Thị Phương Thảo Vân Anh"


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        pytest.param("40725", "40725", "40725", id="a text as it is"),
        pytest.param(3, "3", "3", id="a number as it is"),
        pytest.param({"date": "2026-12-02"}, "thứ tư 2/12", "Wednesday 2 Dec", id="date"),
        pytest.param({"hours": ["07:30", "11:00"]}, "7h30-11h", "7:30-11:00", id="hours"),
        pytest.param(
            {"place": ["village", "Cà Roòng 1"]}, "bản Cà Roòng 1", "Cà Roòng 1 village", id="village"
        ),
        pytest.param(
            {"place": ["village", "Bản 39"]}, "Bản 39", "Bản 39", id="a village that says what it is"
        ),
        pytest.param(
            {"place": ["centre", "Dân Hóa"]}, "Trung tâm xã Dân Hóa", "Dân Hóa commune centre", id="centre"
        ),
        pytest.param({"phrase": "everyone", "count": 3}, "Tất cả 3 người", "All 3 persons", id="phrase"),
        pytest.param(
            {"phrase": "finishes"}, "làm được mức 2", "làm được mức 2", id="phrase in one language only"
        ),
        pytest.param({"people": [A]}, "Hồ Văn A 1985", "Hồ Văn A 1985", id="one of several"),
        pytest.param(
            {"people": [A, Y]}, "Hồ Văn A 1985, Y Cúc", "Hồ Văn A 1985, Y Cúc", id="two, one year unknown"
        ),
        pytest.param(
            {"people": [A, B, A, B]},
            "Hồ Văn A, Hồ Thị B, Hồ Văn A, Hồ Thị B",
            "Hồ Văn A, Hồ Thị B, Hồ Văn A, Hồ Thị B",
            id="without years where there is no room",
        ),
        pytest.param(
            {"people": [A] * 9},
            "Hồ Văn A và 8 người nữa",
            "Hồ Văn A and 8 more",
            id="counted where there are many",
        ),
        pytest.param({"person": A}, "Hồ Văn A 1985", "Hồ Văn A 1985", id="a person"),
        pytest.param({"person": Y}, "Y Cúc", "Y Cúc", id="a person without a year"),
        pytest.param(
            {"person": [LONG[:26], 1985]},
            LONG[:26].strip(),
            LONG[:26].strip(),
            id="a person with a long name",
        ),
        pytest.param(
            {"list": [[{"date": "2026-12-02"}, {"place": ["village", "Dộ"]}, "(40725)"], ["mai"]], "more": 0},
            "thứ tư 2/12 bản Dộ (40725), mai",
            "Wednesday 2 Dec Dộ village (40725), mai",
            id="a list",
        ),
        pytest.param(
            {"list": [["a"], ["b"]], "more": 2}, "a, b và 2 chỗ nữa", "a, b and 2 more", id="part of a list"
        ),
        pytest.param({"list": [["a"]]}, "a", "a", id="a list that does not count"),
    ],
)
def test_a_value_is_spoken_in_the_language_of_the_moment(value: Any, vietnamese: str, english: str) -> None:
    assert (speak(value, "vi", PHRASES), speak(value, "en", PHRASES)) == (vietnamese, english)


@pytest.mark.parametrize("party", range(1, 21))
@pytest.mark.parametrize("name", ["Y", "Hồ Văn A", LONG, "Nguyễn" * 20])
def test_the_people_of_a_booking_keep_to_their_room(name: str, party: int) -> None:
    assert len(speak({"people": [[name, 1985]] * party}, "vi", PHRASES)) <= PEOPLE_ROOM


@pytest.mark.parametrize("name", ["Y", "Hồ Văn A", LONG, "Nguyễn" * 20])
def test_a_person_in_a_list_keeps_to_her_room(name: str) -> None:
    assert len(speak({"person": [name, 1985]}, "vi", PHRASES)) <= PERSON_ROOM


@pytest.mark.parametrize("value", [{}, {"colour": "red"}, {"place": "Dộ"}])
def test_a_value_that_says_nothing_of_what_it_is_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="a value of unknown kind"):
        speak(value, "vi", PHRASES)


def test_a_phrase_is_filled() -> None:
    assert phrase(PHRASES, "and_more", "en", names="Y Cúc", count=2) == "Y Cúc and 2 more"
