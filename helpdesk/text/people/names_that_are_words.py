"""Given names that are everyday words as well: in "DK HUY 1990, MAI 1991, HEN 1992" they are people.

A birth year right behind such a word shows the name, where nothing before it makes it another word: "hủy chỗ năm 2020".
"""

from collections.abc import Sequence

from helpdesk.text.people.name_words import LINKS
from helpdesk.text.tokens import Token

GIVEN = frozenset(
    " ".join(
        (
            "an anh ba bay be binh bon bong cam canh chau chi chien chin chinh chung cong cuc cuoi cuong dao dat de diem dien "
            "diep diu do don dong du duc dung duong duyen gam gia giang giao ha hai hang hanh hao hau hen hien hiep hieu hoa hoan "
            "hoc hoi hong hop hue hung huong huu huy kha khanh khe khoa kiem kien kieu lai lam lan lanh lap lien lieu linh loan "
            "loc loi long lua luan luc luong luu luyen ly mai man may men mi minh mo moi mong mua muoi nam nga ngan nghia ngoc "
            "nguyet nhan nhat nho nhu nhung no oanh phong phu phuc phung phuoc phuong quan quang que quy quyen quyet sang "
            "sao sau sen soi son suong ta tai tam tan thai tham than thang thanh thao thao the thi thien thinh thoa thoi thom "
            "thong thu thuan thuc thuong thuy tien tim tin tinh to toan ton tot tra trai trang tri trinh trong trung truong tu "
            "tuan tuoi tuong tuyen tuyet tung tuoc uyen van vang vi vien viet vinh vong vu vui vuong xa xoan xuan xuyen yen",
        )
    ).split()
)

ONLY_BEHIND_ANOTHER = frozenset(
    {"nam", "tu", "sau", "ngay", "tuoi", "trong", "the", "ta", "to", "no", "xa", "mua", "cuoi"}
)
"""A name only in a list, behind somebody whose year is said: "Ba 1960, Nam 1988", but "nam 1988" is a year."""

_BEFORE = frozenset(
    {
        "dk",
        "dky",
        "dki",
        "ky",
        "ki",
        "cho",
        "lich",
        "ten",
        "la",
        "voi",
        "va",
        "and",
        "for",
        "book",
        "name",
        "gom",
        "them",
        "kem",
    }
) | {
    "ong",
    "ba",
    "anh",
    "chi",
    "em",
    "chau",
    "con",
    "me",
    "vo",
    "chong",
    "bo",
    "cu",
    "bac",
    "chu",
    "co",
    "nguoi",
    "thang",
}
"""Words behind which a name may begin without a comma."""

FIRST_OF_TWO_DIGITS, LAST_OF_TWO_DIGITS = 40, 99
"""Years of two digits that are no day, no hour and no number of places: "Mai 91"."""


def is_named(tokens: Sequence[Token], at: int, *, begins: bool, behind_another: bool) -> bool:
    """Whether a given name and a birth year stand at `at`. `begins`: the text, an item of a list or the words behind
    another person begin there; `behind_another`: somebody with her year stands before."""
    if at + 1 >= len(tokens) or not tokens[at + 1].is_number:
        return False
    key, year = tokens[at].key, tokens[at + 1].key
    if key not in GIVEN or (
        key in ONLY_BEHIND_ANOTHER and not (behind_another and (begins or tokens[at - 1].key in LINKS))
    ):
        return False
    if not begins and tokens[at - 1].key not in _BEFORE and not _cancelled(tokens, at):
        return False
    short = len(year) == 2 and not tokens[at + 1].parted
    return len(year) == 4 or (short and FIRST_OF_TWO_DIGITS <= int(year) <= LAST_OF_TWO_DIGITS)


def _cancelled(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is who is cancelled: "huy Mai 1991"."""
    return tokens[at - 1].key in ("huy", "bo", "cancel") and tokens[at].key != "huy"
