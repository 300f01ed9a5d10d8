"""helpdesk/text/people/likely_names.py: what words can be somebody's name. All persons are invented samples."""

import pytest

from helpdesk.text.people.likely_names import Likely, how_likely


@pytest.mark.parametrize(
    "name",
    [
        "ho van a",
        "Đinh Xon",
        "y hoa",
        "Y Me",
        "ho gia bao",
        "Nguyen Y Nuong",
        "cao xuan thai",
        "hovan tiem",
        "Chu Van An",
        "Vo Minh Anh",
        "Sáu",
        "Dâu",
        "dung",
        "xon",
        "kim hoa",
        "anh Tuan",
        "Ho Co",
    ],
)
def test_a_name_is_one_by_its_surname_or_by_words_that_say_nothing_else(name: str) -> None:
    assert how_likely(name.split(), born=False) is Likely.SURE


@pytest.mark.parametrize("words", ["so kim", "ho nghe", "dau", "the", "thu sang", "quenmatkhau"])
def test_what_may_be_a_name_is_in_doubt(words: str) -> None:
    assert how_likely(words.split(), born=False) is Likely.PERHAPS


@pytest.mark.parametrize(
    "words",
    [
        "em gui",
        "Kính gửi",
        "em xin gui danh sach",
        "dang ky gium em",
        "buoi chieu ngay nao co",
        "ho gia dinh",
        "y kien",
        "cao tuoi",
        "dinh danh",
        "mai thi duoc",
        "toi thi sao",
        "zzzz",
        "kttk",
        "",
    ],
)
def test_words_of_talk_are_nobody_and_no_birth_year_makes_them_one(words: str) -> None:
    assert how_likely(words.split(), born=False) is Likely.NOT


def test_a_birth_year_shows_a_name_where_words_may_be_one_and_makes_none_of_talk() -> None:
    assert how_likely(["Ho", "Chieu"], born=True) is Likely.SURE
    assert how_likely(["minh", "anh"], born=True) is Likely.SURE
    assert how_likely(["Kinh", "Gui"], born=True) is Likely.NOT


def test_further_words_of_talk_are_known_with_their_accents() -> None:
    assert how_likely(["đường", "dốc"], born=False, common={"dốc", "đường"}) is not Likely.SURE
    assert how_likely(["đường", "dốc"], born=False) is Likely.SURE
