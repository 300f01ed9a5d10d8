"""Words that stand around a name among the other words of a text, and what a surname is there."""

from collections.abc import Mapping

from helpdesk.text.people.name_words import COUNTED, MIDDLE_NAMES, SURNAMES

SURNAMES_HERE = (
    SURNAMES
    | {"vo", "duong", "quach", "kieu", "ta", "to", "luu", "mac", "tang", "hu", "ha"}
    | {"dinhh", "dihn", "caoo", "nguyenn", "nguyn"}
)
GLUED = frozenset(surname + middle for surname in SURNAMES for middle in MIDDLE_NAMES)
MIDDLE_HERE = MIDDLE_NAMES | {"thij", "vaan"}

NO_NAME_AFTER: Mapping[str, frozenset[str]] = {
    "ho": frozenset(
        {"ten", "tro", "so", "khau", "chieu", "ngheo", "hang", "va", "gia", "dan", "noi", "bao", "co", "can"}
    ),
    "dinh": frozenset({"danh", "dan", "dah", "dnah", "dahn", "vi"}),
    "cao": frozenset({"tuoi", "hon", "qua", "nhat", "cap"}),
    "le": frozenset({"phi", "tet", "hoi"}),
    "dang": frozenset(
        {"ky", "ki", "kí", "lam", "dung", "o", "nhap", "di", "su", "xai", "cho", "kiem", "can"}
    ),
    "y": frozenset({"te", "kien", "la", "ta", "toi", "nhu", "muon", "dinh"}),
    "mai": frozenset({"toi", "di", "len", "co", "duoc", "mot", "kia", "em", "nhe", "lam"}),
}
"""Words after which a surname is another word: "họ tên", "định danh", "lệ phí"."""

INTRODUCES = frozenset(
    {"ten", "la", "ong", "ba", "cu", "anh", "chi", "em", "chau", "con", "me", "vo", "chong", "bo"}
) | {
    *("cho", "bac", "co", "chu", "o", "name", "for", "ck", "vk", "mother", "father", "ma"),
}
TO_BOOK = frozenset({"dk", "dky", "dki", "ky", "ki"})
BEFORE_A_NAME = INTRODUCES | TO_BOOK
BETWEEN_WISH_AND_NAME = frozenset({"cho", "ten", "nguoi", "ong", "ba", "anh", "chi", "co", "bac", "chu"})
LINKED = frozenset({"va", "voi", "and"})
OF_TWO = frozenset({"y", "ho"})
"""Behind a wish for a place a name is no more than one of these and a word: "dk y cuc"."""
WHOSE = frozenset(
    " ".join(
        ("toi tui minh em con chau me bo cha vo chong ong anh chi nguoi giup nhe voi may cac ca hai",)
    ).split()
)
"""Behind an unaccented "ho" they say for whom: "dk ho me toi"."""
SURE_SURNAMES = frozenset({"ho", "dinh", "cao", "nguyen", "tran", "le", "pham", "hoang"})
SURNAMES_TYPED = frozenset(
    " ".join(
        (
            "hồ đinh cao nguyễn trần lê phạm hoàng vũ đặng bùi đỗ ngô lý y trương lương mai trịnh đoàn lâm đào hà thái",
            "võ phan huỳnh pả vi lò",
        )
    ).split()
)
"""As they are typed with their accents; with others they are other words."""
BORN = frozenset({"sinh", "nam", "sn", "ns", "s", "ngay", "born", "in", "snih", "sihn", "sinhh"})
AFTER_A_NAME = (
    "o tai ban thon va voi vs sn sinh snih sihn sinhh ns di den ve dk dky dang dat lam cung vo con chong la cho nhe nha nhé ạ oi voi ten "
    "muon xin can cua vao luc ngay thang thu tuan buoi gom tu toi tui xa so duoc ko khong k chua da roi nua them "
    "nguoi ng at on born and for in my with cccd cmnd sdt me xin cam hoi bi mat khi nao nhu the sang qua"
)
BETWEEN_AGE_AND_NAME = frozenset(
    {"ten", "la", "goi", "chau", "be", "con", "em", "ong", "ba", "cu", "me", "bo", "named"}
)
OFFICES = frozenset({("trung", "tam"), ("uy", "ban"), ("cong", "an"), ("dan", "toc")})
ENDS = frozenset(AFTER_A_NAME.split()) | COUNTED
"""Words before which a name is over, where it has a given name already."""
