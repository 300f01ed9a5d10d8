"""What no person wrote to us: answers that phones give by themselves, notices of operators, advertisements.

Phones offer such answers when a call is not taken ("Toi dang ban, se goi lai sau"); whoever asks for something beside it
("mai goi lai giup") is a person. A notice or an advertisement that somebody asks about is hers, too.
"""

import re

_SORRY = r"(?:(?:xin loi|rat tiec|that tiec|sorry|vang|da|chao ban|chao|alo) )*"
_NOW = r"(?:(?:hien tai|hien gio|hien|luc nay|bay gio|tam thoi|ngay|duoc|nen|va|roi|a|nhe) )*"
_I = r"(?:(?:toi|minh|tui|em) )?"
_BUSY = (
    r"(?:dang |dag )(?:(?:rat|hoi) )?(?:ban(?: (?:viec|hop|mot chut|chut viec|chut|ti|lam|cong viec))?|hop|lai xe|di duong"
    r"|(?:o )?trong (?:mot )?(?:cuoc hop|gio lam viec|lop|lop hoc|rap))"
)
_NO_ANSWER = (
    r"(?:khong|ko|k|chua) (?:the |tien )?(?:nghe (?:may|dien thoai|dt)|noi chuyen|nhac may|nhan cuoc goi"
    r"|tra loi(?: (?:dien thoai|tin nhan|cuoc goi))?)"
)
_AT_THIS_MOMENT = r"(?: (?:luc nay|bay gio|hien tai|duoc|ngay))*"
_LATER = (
    r"(?: (?:lai|sau|ngay|som|nhat|cho|ban|quy|khach|anh|chi|khi|co|the|ranh|xong|it|phut|nua|nhe|nha|a|hi))*"
)
_WILL = rf"{_I}(?:se|xin) (?:goi|lien lac|lien he|phan hoi|tra loi|nhan tin)(?: dien)?{_LATER}"
_PLEASE = r"(?:(?:xin|vui|long|hay|lam|on|ban) )+(?:goi|lien lac|lien he|nhan tin)(?: lai)?(?: cho (?:toi|minh))? (?:sau|luc khac|khi khac)(?: (?:nhe|nha|a))*"
_LEAVE = r"(?:(?:xin|vui|long|hay|ban) )*de lai (?:tin nhan|loi nhan)(?: (?:cho|toi|minh|nhe))*"

_BY_ITSELF = re.compile(
    r".*\b(?:auto ?reply|auto ?response|automatic (?:reply|response)|out of office"
    r"|driving with do not disturb)\b.*"
    r"|(?:(?:xin chao|chao ban|day la|he thong) )*(?:(?:tin nhan|thu|cau) )?(?:tra loi|phan hoi|tin nhan) tu dong"
    r"(?!.*\b(?:giup|can bo|gap|tat|stop|ngung|dung|huy|khong hieu|la gi|la sao)\b).*"
    r"|(?:sorry )?(?:i ?m|i am) (?:currently |busy )?driving\b.{0,80}"
    r"|(?:sorry )?i ?(?:can ?t|cannot) (?:talk|answer) right now\b.{0,80}"
    r"|(?:xin loi )?(?:toi|minh) dang lai xe(?!.*\bgoi\b.*\bcho\b).{0,80}"
    rf"|{_SORRY}{_NOW}{_I}{_NOW}{_BUSY} {_NOW}(?:{_WILL}|{_PLEASE}|{_LEAVE})(?: (?:{_WILL}|{_PLEASE}))?"
    rf"|{_SORRY}{_NOW}{_I}{_NOW}{_NO_ANSWER}{_AT_THIS_MOMENT}"
    rf" {_NOW}(?:{_WILL}|{_PLEASE}|{_LEAVE}|goi cho toi sau nhe|co chuyen gi(?: vay| the)?)"
    # Who cannot take calls at all wants texts: with a word for now it is a phone.
    rf"|{_SORRY}(?:hien tai|hien gio|hien|luc nay|bay gio) {_I}{_NO_ANSWER}{_AT_THIS_MOMENT}"
    rf"|{_SORRY}{_I}{_NO_ANSWER} (?:ngay )?(?:luc nay|bay gio|hien tai)"
    rf"|{_SORRY}(?:toi|minh) se goi(?: lai)?(?: cho ban)?(?: (?:sau|ngay|lai|som))+(?: (?:nhe|nha|a))*"
    r"|(?:sorry )?(?:(?:i ?m|i am) (?:in (?:a meeting|class)|busy|at work|at the movies|on (?:a|another) call)(?: right)?(?: now)? )"
    r"(?:(?:can i|i ?ll|i will|please|call|text|get|to|you|me|it|back|right|later|soon|shortly) ?)+"
    r"|(?:sorry )?can i call you (?:back )?later|(?:sorry )?i ?(?:ll|will) call you (?:right )?(?:back|later|back later)"
    r"|(?:sorry )?can ?t talk (?:right )?now(?: (?:what s up|call me later))?"
    r"|(?:(?:i ?m|i am) )?on my way(?: now)?"
)
"""As a matching key. Whoever asks to be called back while driving is a person."""

_NOTICE = re.compile(
    r"(?:(?:tb|thong bao|viettel|vinaphone|mobifone|vnpt) )*(?:so )?thue bao (?:\w+ ){0,3}quy khach\b.*"
)
"""What an operator says of a number: "Thue bao quy khach vua goi tam thoi khong lien lac duoc"."""

_LABELLED = re.compile(r"\s*[\[(<]\s*(?:QC|AD|Quảng cáo|Quang cao)\s*[\])>]", re.IGNORECASE)
"""How an advertisement must begin in Viet Nam: Decree 91/2020/ND-CP."""

_ASKED_ABOUT = re.compile(
    r"\b(?:can bo|lua|lua dao|http|https|www|link|vneid|dinh danh|otp|can cuoc|bam vao)\b|\b(?:khong|ko|k|sao|gi|vay|ha|nhi|ri|rua)$"
)
"""A text that came to her and that she asks about, or may be cheated by."""


def is_of_a_machine(text: str, key: str) -> bool:
    """Whether no person wrote a text. `key`: its matching key."""
    if _BY_ITSELF.fullmatch(key):
        return True
    foreign = _LABELLED.match(text) is not None or _NOTICE.fullmatch(key) is not None
    return foreign and _ASKED_ABOUT.search(key) is None
