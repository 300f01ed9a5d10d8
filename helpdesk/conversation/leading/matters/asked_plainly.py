"""Small questions around level 2 that no topic is for, each with one certain answer: worn fingerprints, the form, who has no
email, the queue, whether the card is still needed; and whole sentences that look like another topic than they are.

Each is answered in one text, and then the open question is asked again.
"""

import re

from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.conversation.understanding.words import any_word

LONGEST = 16
"""Words of such a question; a longer text tells of something, or books."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_ASKS = rf"(?:{_NO}|a|ha|nhi|chu|sao|rang)"
_WHOSE = r"(?:vo|chong|me|bo|cha|ba|ong|anh|chi|em|co|chu|bac|di|con|chau|nguoi (?:gia|nha|khac)|nha toi|my (?:husband|wife|mother|father))"

ASKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        # A team comes to the villages; which one is asked.
        "visit_when",
        re.compile(rf"^(?:(?:da|the|vay|co|minh|toi) )*(?:lam|dang ky)(?: \w+){{0,3}} (?:o|tai|ngay) (?:ban|thon|lang)(?: (?:toi|minh|luon|nha))* (?:co )?(?:duoc|dc) {_NO}\b"),
    ),
    (
        "each_person",
        re.compile(r"\b(?:1[4-9]|[2-9]\d) tuoi\b(?: \w+){0,3} (?:mot minh|tu di|khong can cha me)\b"),
    ),
    (
        "fingerprints",
        re.compile(
            r"\b(?:van tay|dau tay|ngon tay|fingerprints?)\b(?: \w+){0,5} (?:mo|mon|het|mat|chai|khong (?:ro|ra|lay|nhan|con)|worn|gone)\b|\b(?:mon|mat|mo|het|chai)(?: het)? (?:van tay|dau van tay|dau tay|ngon tay)\b"
            r"|\b(?:cut|mat|khong co|khong con|lia)(?: (?:mot|hai|ca|1|2))* (?:ban tay|canh tay|tay)\b(?! (?:nghe|lai))|\b(?:cut|lia|teo)(?: \w+)? tay\b|\bmat (?:toi |tui )?bi (?:seo|bong|bo rach)\b"
        ),
    ),
    (
        "form",
        re.compile(
            r"\b(?:to khai|tk ?0?1|mau don|to don|don dang ky|application form|the form)\b|\b(?:viet|lam|nop|mua) (?:don|to khai)\b|\bai (?:viet|ghi|dien)(?: don| to khai)? (?:giup|ho|gium|dum|thay)\b"
        ),
    ),
    (
        "no_email",
        re.compile(
            rf"\b{_NO} (?:co |biet |dung |xai )*(?:email|gmail|mail|e mail)\b|\b(?:email|gmail|mail)\b(?: \w+){{0,3}} (?:thay|khong co|bat buoc|co can|phai co)\b|\b(?:no|without|don t have(?: an)?) email\b"
        ),
    ),
    (
        "keep_card",
        re.compile(
            rf"\b(?:bo|vut|nem|dot|huy|cat|khong can|khoi can|khong dung|het dung)(?: (?:luon|cai|di|giu))* the(?: (?:cu|giay|can cuoc|cccd|cung))*\b(?: \w+){{0,3}} {_ASKS}\b|\bthe (?:cu |can cuoc |giay |cung )?(?:bo|vut|nem|huy)(?: di| luon)? (?:duoc|dc)\b"
            r"|\b(?:cam|the chap|cam co)(?: cai)? (?:the|can cuoc|cccd)\b|\b(?:the|can cuoc|cccd)(?: \w+)? (?:o )?(?:tiem )?cam do\b|\b(?:khong|het) (?:con )?dung the(?: can cuoc)? nua\b"
        ),
    ),
    (
        "queue",
        re.compile(
            rf"\b(?:phai |co phai )?(?:cho|doi|xep hang|sap hang) (?:co )?(?:lau|dong|may tieng|bao lau)(?: lam)? (?:{_NO}|a|ha|vay)$|\b(?:co )?(?:dong|nhieu) (?:nguoi|ba con)?(?: lam)? {_NO}$|\bnguoi (?:co )?dong {_NO}$"
            r"|\b(?:xep hang|uu tien|lam truoc|vo truoc|vao truoc)\b(?: \w+){0,5} (?:khong|ko|nguoi gia|con nho|co bau|bau|tan tat|khuyet tat)\b|\b(?:nguoi gia|co bau|con nho|ba bau)\b(?: \w+){0,4} (?:uu tien|lam truoc|vao truoc)\b|\bhow long (?:is the )?(?:queue|line)\b"
        ),
    ),
    (
        "card_found",
        re.compile(
            r"\b(?:tim|kiem)(?: (?:duoc|thay|lai|ra))+(?: (?:cai|lai))* (?:the|can cuoc|cccd)\b|\b(?:the|can cuoc|cccd)\b.*\b(?:tim|kiem) (?:duoc|thay|lai|ra)\b|\b(?:nhat|luom)(?: \w+)? (?:the|can cuoc|cccd)\b|\bfound (?:a|my|an|the|somebody s|someone s) (?:id )?card\b"
        ),
    ),
    (
        "card_ready",
        re.compile(
            r"\bgiay hen(?: lay)?(?: the)?\b|\b(?:dang|moi) (?:lam|cap|doi) (?:lai )?(?:the|can cuoc|cccd)\b.*\b(?:cho|chua) (?:lay|nhan|co)\b"
        ),
    ),
    (
        "install",
        re.compile(
            r"\b(?:cai dat|tai (?:ve|xuong|ung dung|app|vneid|phan mem)|download|install)\b|\b(?:vneid|app|ung dung) (?:tai|cai)(?: ve| dat)? (?:o dau|o mo|the nao|lam sao|kieu|rang|sao)\b|\bgiup(?: \w+){0,2} cai (?:vneid|app|ung dung)\b"
            rf"|^(?:cai|tai)(?: mai| hoai)? {_NO} (?:duoc|len|vao)\b|\bkhong tuong thich\b|\bcai (?:app|ung dung)(?: vneid)?\b(?! (?:la|do|nay))"
        ),
    ),
    (
        "activate",
        re.compile(
            rf"\bxong (?:roi )?(?:ma )?(?:\w+ )?(?:vao|dang nhap|mo)(?: \w+)? {_NO} duoc\b|\bbao (?:la )?chua (?:dang ky|co tai khoan|kich hoat)\b"
        ),
    ),
    (
        "forgot_password",
        re.compile(r"\b(?:nhap|go|bam) sai(?: (?:mat khau|mk))?(?: \w+){0,2} lan\b"),
    ),
    (
        "book_first",
        re.compile(
            rf"\b(?:xuong|den|ra|len|di)(?: (?:xa|trung tam|uy ban|do))? (?:luon|lien|ngay) (?:duoc|dc) {_NO}$|^(?:da |vay |the |rua )*(?:khi nao|bao gio|khi mo|bua mo|chung nao)(?: thi)? (?:toi |tui |em |con |minh )?(?:lam|den|di) (?:duoc|dc)(?: \w+)?$"
            rf"|\b{_NO} dat(?: cho| truoc)*\b.*\blam\b.*\b{_NO}$"
        ),
    ),
    (
        "if_called_off",
        re.compile(
            r"\b(?:mua|lu|lut|nuoc (?:len|lon|to)|suoi|ngap|sat lo|duong hong)\b.*\b(?:thi sao|thi rang|thi the nao|tinh sao|lam sao|lam rang)$"
        ),
    ),
    (
        "where",
        re.compile(
            # In person only (Decree 69/2024/ND-CP): nobody does it for another, nor a camera.
            rf"\b(?:lam|di lam|dang ky) (?:ho|thay|giup|gium)(?: (?:toi|tui|vo|chong|me|con))? (?:duoc|dc) {_NO}\b|\b(?:video call|goi video|goi hinh|qua zalo|tren app|trong app|online|tren mang|qua mang)\b(?: \w+){{0,4}} (?:duoc|dc|xong|thay)(?: \w+){{0,2}} {_ASKS}$"
            rf"|^(?:(?:can bo|may|da|xin|nho) )*lam (?:giup|ho|gium|dum) (?:toi|tui|em|con|minh|voi)(?: (?:voi|di|nhe|a|duoc khong|muc 2|cai nay))*$|^(?=.*\bco (?:the|can cuoc|cccd)\b)(?=.*\bco sim\b)(?!.*\b{_NO}\b).*\broi\b(?: \w+){{0,4}} (?:gi|chi|sao|rang)$"
        ),
    ),
    (
        "hours",
        re.compile(
            rf"\b(?:hom nay|bua ni|bua nay|ngay mai|sang mai|chieu mai|mai|chieu nay|sang nay|cuoi tuan|thu (?:bay|7)|chu nhat)\b(?: \w+){{0,2}} (?:co )?(?:can bo|cong an|ai)(?: \w+){{0,2}} (?:lam|truc|o|mo)\b(?: \w+){{0,4}} {_NO}$"
        ),
    ),
    (
        "how_far",
        re.compile(
            rf"\b(?:tien xe|tien xang|tien do xang)\b(?: \w+){{0,6}} (?:ai|o dau|xa|tra|chiu|lo|ho tro)\b|\b(?:co )?xe (?:\w+ )?(?:dua|don|cho)(?: (?:don|dua|toi|ba con|dan|nguoi|di))* {_NO}\b|\b(?:can bo|xa|cong an)(?: co)? (?:don|cho|dua|ruoc)(?: (?:toi|tui|di|giup|ba con))* (?:duoc |dc )?{_NO}\b"
            rf"|^(?:(?:da|toi|tui|con|em|nha) )*{_NO} co tien (?:di )?xe\b|\b{_NO} co (?:xe|phuong tien|xe may)(?: de)? di\b"
        ),
    ),
    (
        "must_i",
        re.compile(
            r"\b(?:het han|han chot|han cuoi|thoi han)(?: \w+){0,3} (?:lam|dang ky)(?: \w+){0,2} (?:muc (?:2|hai)|dinh danh|vneid)\b|\b(?:khong|ko|chua) lam(?: \w+){0,4} bi (?:khoa|cat|bat|mat|phat|thu hoi)\b"
            rf"|\b(?:truong ban|can bo|xa|ho|nguoi ta|no)(?: \w+){{0,2}} (?:noi|bao|keu|doi)(?: \w+){{0,2}} phat\b|^(?:bi |co bi )?khoa (?:sim|tai khoan ngan hang|the ngan hang) (?:a|ha|{_NO}|that)(?: {_NO}| a)*$"
        ),
    ),
    (
        "cannot_look_up",
        re.compile(
            r"\b(?:lam sao|lam rang|sao|cach nao|coi o dau|xem o dau|kiem tra o dau) (?:\w+ )?(?:biet|xem|coi|kiem tra)(?: \w+){0,3} (?:co|duoc|len|la|lam) (?:muc (?:2|hai)|dinh danh)\b|\b(?:kiem tra|tra cuu|tra|xem|coi)(?: \w+){0,3} (?:tren|trong) (?:he thong|may|mang)\b"
        ),
    ),
    (
        "who_we_are",
        re.compile(
            rf"^(?:chung minh|bang chung|lay gi chung minh)(?: (?:di|dau|xem|coi|la that))*$|\b(?:lam sao|sao|rang)(?: (?:ma|toi|tui|con|em|biet))* tin(?: duoc\b|$)|^(?:may|ban|day|so nay)(?: la| co phai la| phai)* (?:vneid|cong an|bo cong an|chatgpt|ai)(?: (?:phai|a|ha|dung|{_NO}))+$"
        ),
    ),
    (
        "no_smartphone",
        re.compile(
            r"\bkich hoat\b(?: \w+){0,2} (?:bang|tren|qua|nho) may (?:cua )?(?:chau|con|nguoi|vo|chong|hang xom|khac|muon|ban|can bo)\b|\botp\b(?: \w+){0,3} (?:ve|gui|toi|den)(?: \w+)? may\b|\b(?:ipad|may tinh bang|may tinh|laptop)\b(?: \w+){0,3} (?:duoc|dc) (?:khong|ko|k)$"
        ),
    ),
    ("fee", re.compile(rf"^(?:(?:da|ba|ong|toi|tui|me|nha|con|em|minh) )+{_NO} co tien(?: (?:nop|dong|lam|dau|thi sao))*$")),
    (
        "text_costs",
        re.compile(r"\b(?:mot|1|moi|gui|nhan) (?:cai )?tin(?: nhan)? (?:la |mat |het |ton )?(?:may|bao nhieu)\b"),
    ),
)  # fmt: skip
"""Flows by name, each with the words that ask for it, in the order in which they are looked at."""

_WHAT_OF = re.compile(
    rf"(?:(?:con|the|vay|rua|a|roi) )*(?:(?:con )?{_WHOSE})(?: (?:toi|tui|em|minh|gai|trai|nho|chau|noi|ngoai|be|lon))*(?: \d{{1,2}} tuoi)? (?:thi sao|thi rang|thi the nao|sao|can gi|mang gi)(?: (?:a|vay|can bo))*"
    r"|(?:and |what about |how about )+(?:my |the )?(?:husband|wife|mother|father|parents|brother|sister)"
)
_OF_A_CHILD = re.compile(
    r"(?:(?:con|the|vay|rua) )*(?:con|chau|be|tre)(?: (?:toi|tui|em|nho|be|gai|trai|em))* (?:thi sao|thi rang|thi the nao)|(?:and |what about |how about )+(?:my |the )?(?:child|children|kids?|son|daughter)"
)
BOOK_FIRST = "book_first"
"""The flow of who comes without a place; who has one is told hers."""

EACH, CHILD = "each_person", "child"
"""Flows: what was said of one holds for each; and for a child."""

GENERAL = frozenset(
    {
        "bring",
        "where",
        "duration",
        "hours",
        "fee",
        "eligibility",
        "steps",
        "why",
        EACH,
        CHILD,
        "who_brings_a_child",
    }
    | {"no_card", "card_expired", "sim_own_name", "no_smartphone", "activate", "book_first"}
)
"""Flows that tell of a grown-up what holds for every other one."""


def asked_plainly(said: Said) -> Onward | None:
    """The answer, where nothing else is said in the text."""
    understood = said.understood
    if understood.answer is not None or any_word(said.key) is not None or said.wants_silence:
        return None
    if PEOPLE in understood.facts or len(said.key.split()) > LONGEST:
        return None
    flow = next((flow for flow, words in ASKED if words.search(said.key)), None) or _of_another(said)
    if flow is None or flow not in said.script.flows or (flow == BOOK_FIRST and said.hers):
        return None
    return beside(said, flow, noted_as=flow)


def _of_another(said: Said) -> str | None:
    """ "Vợ tôi thì sao" behind what was told of one."""
    child, other = _OF_A_CHILD.fullmatch(said.key), _WHAT_OF.fullmatch(said.key)
    if not (child or other):
        return None
    if GENERAL.isdisjoint(said.told_of):
        return None
    return CHILD if child else EACH
