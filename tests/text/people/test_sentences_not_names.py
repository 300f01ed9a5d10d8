"""helpdesk/text/people/sentences_not_names.py: what is a sentence where names are asked for, and what is somebody's name."""

import pytest

from helpdesk.text.people.sentences_not_names import is_sentence


@pytest.mark.parametrize(
    "text",
    [
        "muon may hang xom",
        "the bao gio co cho",
        "can nam sinh lam gi",
        "khong nho nam sinh",
        "ho chua nho nam sinh",
        "duong xa qua",
        "troi mua to",
        "doi chut",
        "ca nha",
        "tat ca moi nguoi",
        "dit me may",
        "mai toi bao lai",
        "thôi để thứ",
        "thoi de thu",
        "chứ ai",
        "như hôm trước đó",
        "từ từ đã",
        "tu tu da",
        "doi tu sang",
        "sang chứ",
        "that me la",
        "chứ",
        "Cao chứ không phải",
    ],
)
def test_a_sentence_is_nobody(text: str) -> None:
    assert is_sentence(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "anh tuan",
        "minh anh",
        "thi lan",
        "thanh xon",
        "ho thi khong duoc",
        "y khong",
        "ho van qua",
        "nguyen thi minh khai",
        "ho lam",
        "huynh duc sao",
        "kha thi muon",
        "moi",
        "khong",
        "kim hoa",
        "van chua",
        "thu sang",
        "đỗ thư",
        "chú",
        "Mới",
        "Thật",
        "ba bốn",
        "cao chu",
        "ho sang doi",
        "dang ba",
        "mai doi",
        "thu mua",
        "lan cu",
        "dat nho",
    ],
)
def test_a_name_is_somebody_whatever_its_words_mean(text: str) -> None:
    assert not is_sentence(text.split())
