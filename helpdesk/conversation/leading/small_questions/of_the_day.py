"""Small questions of the day itself: what is done there and by whom, whether one may just come, the queue, the weather."""

import re

from helpdesk.conversation.leading.small_questions.asked import (
    Asked,
    no_day,
    no_other_topic,
    no_place_yet,
    no_topic,
    nothing_waits,
)

VISITS, WHERE, BOOK_FIRST = "visit_when", "where", "book_first"
"""Flows: when a team comes to a village; where level 2 is made; and who comes without a place."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_ASKS = rf"(?:{_NO}|a|ha|nhi|chu|sao|rang)"

_NOT_NEEDED = re.compile(
    rf"\b{_NO} (?:co |mang )+(?:cai |the |tai khoan |so |giay )*(?:ngan hang|ho khau|ho chieu|bang lai|bao hiem(?: y te)?|ho ngheo)\b"
)

_TOGETHER = re.compile(
    rf"\b(?:di|lam|den|dat)(?: \w+){{0,2}} (?:chung|cung)(?: (?:nhau|mot|1|luon|ngay))*(?: (?:bua|buoi|ngay|lan|luc|hom|nhau))?(?: \w+)? (?:duoc|dc) {_NO}$|\b(?:can we|may we) (?:all )?come together\b"
)
_HOW_OFTEN = re.compile(
    r"\b(?:di|den|len|ra|xuong)(?: (?:lam|den|xa|do))* (?:may|bao nhieu) (?:lan|luot|bua|chuyen|ngay)(?: (?:moi|la|thi|xong|duoc|vay|a|ha))*$"
)

ASKED = (
    Asked(
        "duration",
        re.compile(r"^(?:and |so )?how long(?: does (?:it|that|this) take)?$"),
        where=(no_topic, nothing_waits),
    ),
    Asked("go_together", _TOGETHER, where=(no_day, no_place_yet)),
    Asked("ask_officials", _HOW_OFTEN, where=(no_day,)),
    # What is not in the list is not asked for: the list.
    Asked("bring", _NOT_NEEDED, where=(no_day, no_other_topic, nothing_waits)),
    # A team comes to the villages; which one is asked.
    Asked(
        VISITS,
        re.compile(
            rf"^(?:(?:da|the|vay|co|minh|toi) )*(?:lam|dang ky)(?: \w+){{0,3}} (?:o|tai|ngay) (?:ban|thon|lang)(?: (?:toi|minh|luon|nha))* (?:co )?(?:duoc|dc) {_NO}\b"
        ),
    ),
    Asked(
        "fingerprints",
        re.compile(
            r"\b(?:van tay|dau tay|ngon tay|fingerprints?)\b(?: \w+){0,5} (?:mo|mon|het|mat|chai|khong (?:ro|ra|lay|nhan|con)|worn|gone)\b|\b(?:mon|mat|mo|het|chai)(?: het)? (?:van tay|dau van tay|dau tay|ngon tay)\b"
            r"|\b(?:cut|mat|khong co|khong con|lia)(?: (?:mot|hai|ca|1|2))* (?:ban tay|canh tay|tay)\b(?! (?:nghe|lai))|\b(?:cut|lia|teo)(?: \w+)? tay\b|\bmat (?:toi |tui )?bi (?:seo|bong|bo rach)\b"
        ),
    ),
    Asked(
        "form",
        re.compile(
            r"\b(?:to khai|tk ?0?1|mau don|to don|don dang ky|application form|the form)\b|\b(?:viet|lam|nop|mua) (?:don|to khai)\b|\bai (?:viet|ghi|dien|ky)(?: don| to khai)? (?:giup|ho|gium|dum|thay)\b"
        ),
    ),
    Asked(
        "queue",
        re.compile(
            rf"\b(?:phai |co phai )?(?:cho|doi|xep hang|sap hang) (?:co )?(?:lau|dong|may tieng|bao lau)(?: lam)? (?:{_NO}|a|ha|vay)$|\b(?:co )?(?:dong|nhieu) (?:nguoi|ba con)?(?: lam)? {_NO}$|\bnguoi (?:co )?dong {_NO}$"
            r"|\b(?:xep hang|uu tien|lam truoc|vo truoc|vao truoc)\b(?: \w+){0,5} (?:khong|ko|nguoi gia|con nho|co bau|bau|tan tat|khuyet tat)\b|\b(?:nguoi gia|co bau|con nho|ba bau)\b(?: \w+){0,4} (?:uu tien|lam truoc|vao truoc)\b|\bhow long (?:is the )?(?:queue|line)\b"
        ),
    ),
    Asked(
        BOOK_FIRST,
        re.compile(
            rf"\b(?:xuong|den|ra|len|di)(?: (?:xa|trung tam|uy ban|do))? (?:luon|lien|ngay) (?:duoc|dc) {_NO}$|^(?:da |vay |the |rua )*(?:khi nao|bao gio|khi mo|bua mo|chung nao)(?: thi)? (?:toi |tui |em |con |minh )?(?:lam|den|di) (?:duoc|dc)(?: \w+)?$"
            rf"|\b{_NO} dat(?: cho| truoc)*\b.*\blam\b.*\b{_NO}$"
        ),
        where=(no_place_yet,),
    ),
    Asked(
        "if_called_off",
        re.compile(
            r"\b(?:mua|lu|lut|nuoc (?:len|lon|to)|suoi|ngap|sat lo|duong hong)\b.*\b(?:thi sao|thi rang|thi the nao|tinh sao|lam sao|lam rang)$"
        ),
    ),
    # In person only (Decree 69/2024/ND-CP): nobody does it for another, nor a camera.
    Asked(
        WHERE,
        re.compile(
            rf"\b(?:lam|di lam|dang ky) (?:ho|thay|giup|gium)(?: (?:toi|tui|vo|chong|me|con))? (?:duoc|dc) {_NO}\b|\b(?:video call|goi video|goi hinh|qua zalo|tren app|trong app|online|tren mang|qua mang)\b(?: \w+){{0,4}} (?:duoc|dc|xong|thay)(?: \w+){{0,2}} {_ASKS}$"
            rf"|^(?:(?:can bo|may|da|xin|nho) )*lam (?:giup|ho|gium|dum) (?:toi|tui|em|con|minh|voi)(?: (?:voi|di|nhe|a|duoc khong|muc 2|cai nay))*$|^(?=.*\bco (?:the|can cuoc|cccd)\b)(?=.*\bco sim\b)(?!.*\b{_NO}\b).*\broi\b(?: \w+){{0,4}} (?:gi|chi|sao|rang)$"
        ),
    ),
    Asked(
        "hours",
        re.compile(
            rf"\b(?:hom nay|bua ni|bua nay|ngay mai|sang mai|chieu mai|mai|chieu nay|sang nay|cuoi tuan|thu (?:bay|7)|chu nhat)\b(?: \w+){{0,2}} (?:co )?(?:can bo|cong an|ai)(?: \w+){{0,2}} (?:lam|truc|o|mo)\b(?: \w+){{0,4}} {_NO}$"
        ),
    ),
    # The team, where help at home was let be.
    Asked(
        VISITS,
        re.compile(
            r"^(?:(?:the|vay|rua|ma|roi|da) )*(?:bao gio|khi nao|khi mo|luc nao|hom nao|bua mo|ngay nao)(?: (?:thi|moi|doi|can bo|ho|cong an|xa))* (?:den|ve|vo|vao|toi|len)(?: (?:ban|thon|lang|day|rua|vay|a|duoc))*$"
        ),
        behind=frozenset({"elderly_home"}),
        where=(no_other_topic, nothing_waits),
    ),
)
