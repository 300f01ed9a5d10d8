"""Who wants to die, or fears it of somebody near: "muốn chết", "không muốn sống nữa", "tự tử".

"Tư vấn", "từ từ", "đợi chán" and "sóng" have the same letters; "mệt muốn chết" is tired.
"""

import re

from helpdesk.conversation.leading.grave.heard import heard, words

_OTHER_WORDS = words("từ tư vấn chân chăn chặn sóng song đợi đổi đói đối đồi đôi chất chệt vân văn")

_NO = r"(?:khong|ko|chang|het|nao|no|chua|dung)"
_KIN = r"(?:con|chau|vo|chong|em|anh|chi|me|ma|bo|cha|ba|ong|no|ban|ck|vk|chu|bac|dua|thang)"
_WAY = r"(?:chet|tu tu|tu sat|tu van|nhay|that co|treo co|uong thuoc|cat tay|ket thuc|giai thoat)"

_WANTS_TO_DIE = re.compile(
    rf"(?<!met )(?<!nong )(?<!lanh )(?<!doi )(?<!lau )(?<!ngu )(?<!dau )(?<!moi )(?<!nang )(?<!buc )(?<!tuc )(?<!so )(?<!cuoi )(?<!vui )(?<!khat )(?<!xa )(?<!ban )(?<!may )(?<!thoai )(?<!dt )(?<!xx )\b(?:muon|chi muon|uoc gi|tha|doi|dinh|dang dinh|se|nghi den|tim cach|thich)(?: (?:duoc|cai|cho toi|toi|quach|roi))* chet\b(?! (?:doi|duoc di|di duoc|may|dt|dien thoai|duoi|cuoi|mat))"
    r"|\bchet (?:quach|di|phut|mot cai|me)? ?(?:di )?cho (?:xong|roi|nhe|khoe|suong|khuat|het)\b|\bchet (?:con )?(?:suong|suong hon|con hon)\b|\btha chet\b|\bcho (?:toi|tui|em|con|tau) chet\b|\bkhong chet (?:di|quach|phut|cho)\b|\bbien mat khoi (?:doi|cuoc doi|the gian|cuoc song)\b|\b(?:dinh|muon|se|doi) uong thuoc (?:sau|chuot|co|ray|diet co)\b|\bchet di cho\b|\bnghi den (?:cai )?chet\b"
    rf"|\b(?:muon|dinh|se|doi|dang|vua|da|nghi toi|uong thuoc|cat tay|nhay \w+|thuoc \w+) tu (?:tu|sat)\b(?! (?:roi|lam|thoi|den|ma))(?<!doi tu tu)|\b{_KIN}(?: \w+){{0,3}} (?:doi|dinh|muon|vua|da|dang) tu (?:tu|sat)\b|\btu sat\b"
    rf"|\b{_KIN}(?: (?:toi|tui|em|trai|gai|minh))* (?:doi |dinh |vua |da |muon )?that co(?: roi)?$|\bthat co (?:chet|tu tu|tu sat)\b"
    r"|\b(?:(?<!an )treo co(?! duoc| khong| lam)|nhay (?:xuong |qua )?(?:cau|song|suoi|lau|vuc)(?= (?:tu|chet|cho|di|qua|roi|thoi|mat)|$))|\buong thuoc (?:sau|chuot|co|ngu|ray) (?:chet|tu)\b|\bnghi quan\b|\b(?:ket thuc|cham dut) (?:cuoc (?:doi|song)|doi)\b"
    r"|\b(?:suicid\w+|kill (?:my|him|her)self|want(?:s)? to die|end my life)\b"
)
_WANTS_NO_LIFE = re.compile(
    rf"\b{_NO}(?: (?:con|he|ai))* (?:muon|thiet|ham|thich|buon) (?:\w+ )?(?:song|ton tai)\b(?! (?:o|yeu|chung|ben|trong|gan))|\bchan song\b(?! (?:viettel|yeu|4g|vnpt|mang|qua yeu))|\b{_NO}(?: con| he)* (?:duong|ly do|loi|le)(?: gi| nao)?(?: de)? song\b"
    rf"|\bsong (?:khong|ko|chang|het) (?:noi|duoc|con) ?(?:noi |y nghia )?(?:nua|roi)\b|\bsong (?:lam|de lam|chi|lam chi|con) (?:gi|chi|nua|y nghia)\b|\bsong chi nua\b|\bsong (?:lam |de lam )?(?:chi|gi) cho (?:kho|cuc|met|chat)\b|\b{_NO} (?:the )?song noi (?:nua|voi)\b|\bsong kho qua\b(?=.*\bchet\b)"
    r"|\b(?:do|does|did)(?: not|n t) want to live\b|\bno reason to live\b|\btired of (?:life|living)\b"
)
_TIRED_OF_LIFE = re.compile(r"\bchan doi\b(?=.*\b(?:chet|song|tu tu)\b)")
_A_SIGNAL = re.compile(r"\b(?:dien thoai|dt|mang|viettel|4g|vnpt|vach|bat song|song yeu|o day nua|o ban)\b")
"""A signal that is weak, or a life that is led elsewhere."""


def wants_to_die(text: str) -> bool:
    """Whether somebody, she or one near her, wants to die or has tried it."""
    key = heard(_as_one(text), other_words=_OTHER_WORDS)
    if _WANTS_TO_DIE.search(key) or _TIRED_OF_LIFE.search(key):
        return True
    return _WANTS_NO_LIFE.search(key) is not None and not _A_SIGNAL.search(key)


def _as_one(text: str) -> str:
    """The text with what only its accents tell written as what nothing else is: "tự tử", "tự vẫn"."""
    return (
        text if text.isascii() else re.sub(r"t[ựu] (?:t[ửư]|v[ẫâ]n)\b", "tu sat", text, flags=re.IGNORECASE)
    )
