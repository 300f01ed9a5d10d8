"""What one word may be where a name could stand: a word of talk, a name, or either of them."""

import unicodedata
from collections.abc import Container
from enum import Enum

from helpdesk.text.everyday_words import ORDINARY
from helpdesk.text.folding import matching_key
from helpdesk.text.people.names_that_are_words import GIVEN
from helpdesk.text.people.sentences_not_names import SPELT_TALK

_POLITE = (
    "kính gửi thưa chào dạ vâng danh sách đăng ký giùm dùm ghi cán bộ công an xã các bác alo gồm giữ suất hộ bản thôn quý cấp gấp "
    "mang theo hỏi gọi nhận lấy cần viết đúng trả tiền thẻ điện thoại máy giấy tờ trung ủy chiều hồ sơ chung đều hoặc hay mọi tất"
)
"""What else stands around names, or is asked instead of them, as it is spelt."""

_TYPED = frozenset(
    " ".join(
        (
            "dk dky dki dkí alo vang kinh thua chao gom cb ca ah nhe nghe hi he ha hen ok oke uh tks thanks thank hello dear book booking "
            "for please my name is and the me you i am are to at on of want need born it this that here what when where how who can ut deu "
            "gap giup can bo tt ubnd sdt cccd cmnd vneid sim an ah gui nop tay mat chan benh om dau so kg hong hu hay tat moi hoac nhan tin chu "
            "lat khac het tiep giay ban thon lang xom nguoi chieu trua dem bua hom truoc tuoi tuan quen mang tre muon cham ban ray kip",
        )
    ).split()
)
"""The same as it is typed, in short forms and in English."""

FUNCTION = frozenset(
    " ".join(
        (
            "khong ko k chua duoc dc gi nao sao the thi la ma va voi cho cua cung da dang se muon can biet hieu hoi toi tui minh em oi a ah "
            "nhe nghe di den len ra vao o tai nay kia do day roi nua lai chi cac nhung nhu neu nen vi phai gui dk xin giup gium dum dat ghi ky "
            "dau may bao khi ai thoi vay rua qua lam con nguoi",
        )
    ).split()
)
"""Words that make a sentence: behind a surname they are rarely somebody's name."""


_ALSO_CALLED = frozenset(
    " ".join(
        ("quoc gia manh khai bao khoi trieu dai song bich duy mac ut lai dien tri huynh cuong hau nuong",)
    ).split()
)
"""Words of talk that are parts of names as well, beside `names_that_are_words.GIVEN`."""


_CALLED = GIVEN | _ALSO_CALLED


class Kind(Enum):
    """What a word may be; EITHER: a word that people are called by as well."""

    TALK, EITHER, NAME = range(3)


_POLITE_KEYS = frozenset(map(matching_key, _POLITE.split()))
_TALK_KEYS = (ORDINARY | SPELT_TALK.keys() | _TYPED | _POLITE_KEYS) - {""}
_POLITE_SPELT = frozenset(_POLITE.split())


_WRAPPING = (
    _POLITE_KEYS
    | FUNCTION
    | frozenset(
        " ".join(
            (
                "em ten day sau gom anh chi chu bac co ong ba me bo vo chong gia dinh nha hai bon nam dat lich cam on vang sinh sn ns tuoi "
                "nhe ok oke thanks alo dt sdt cccd cmnd ban xong het mot born in",
            )
        ).split()
    )
) - frozenset(
    " ".join(
        ("goi tra tien the dien thoai may giay chieu ho khong ko chua biet hieu sao dau khi bao nao gi di",)
    ).split()
)


def wraps_names(key: str) -> bool:
    """Whether a word (its matching key) stands around names as a matter of course: "em gửi danh sách", "nhờ ghi giúp"."""
    return key in _WRAPPING


def kind_of(written: str, common: Container[str] = ()) -> Kind:
    """What a word as typed may be. With its accents only the spelling of a word of talk is one: "Dâu" is no "đâu".

    `common`: further words of talk, as keys and as they are spelt in lower case.
    """
    key, typed = matching_key(written), unicodedata.normalize("NFC", written).casefold()
    if typed.isascii():
        known = key in _TALK_KEYS or key in common
    else:
        known = typed in _POLITE_SPELT or typed in SPELT_TALK.get(key, ()) or typed in common
    if not known:
        return Kind.NAME
    called = key in _CALLED and typed not in _POLITE_SPELT
    return Kind.EITHER if called else Kind.TALK
