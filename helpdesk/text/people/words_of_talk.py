"""What one word may be where a name could stand: a word of talk, a name, or either of them."""

import unicodedata
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


class Kind(Enum):
    """What a word may be; EITHER: a word that people are called by as well."""

    TALK, EITHER, NAME = range(3)


_TALK_KEYS = (ORDINARY | SPELT_TALK.keys() | _TYPED | {matching_key(word) for word in _POLITE.split()}) - {""}
_POLITE_SPELT = frozenset(_POLITE.split())


def kind_of(written: str) -> Kind:
    """What a word as typed may be. With its accents only the spelling of a word of talk is one: "Dâu" is no "đâu"."""
    key = matching_key(written)
    if key not in _TALK_KEYS:
        return Kind.NAME
    if written.isascii():
        return Kind.EITHER if key in GIVEN | _ALSO_CALLED else Kind.TALK
    typed = unicodedata.normalize("NFC", written).casefold()
    if typed not in _POLITE_SPELT and typed not in SPELT_TALK.get(key, ()):
        return Kind.NAME
    return Kind.EITHER if key in GIVEN and typed not in _POLITE_SPELT else Kind.TALK
