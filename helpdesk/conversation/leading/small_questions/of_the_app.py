"""Small questions of what VNeID asks for: a password, another version, papers to be put into it; and of pictures sent here."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked, no_day

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_HOW = r"(?:kieu|the nao|rang|sao|nhu the nao|bao nhieu|may|gi|chi)"
_FORGOTTEN = r"(?:quen|nho|sai|doi|lai|wifi|facebook|zalo|gmail|ngan hang|giup|gium|ho|lo|dua|doc)"
_PAPERS = r"(?:bang lai|giay phep lai xe|gplx|(?:the |so )?bao hiem(?: y te| xa hoi)?|bhyt|bhxh|dang ky xe|giay to(?: xe| khac)?|khai sinh)"
_APP = r"(?:vneid|app|ung dung|dinh danh)"

ASKED = (
    Asked(
        "password_rules",
        re.compile(
            rf"^(?!.*\b{_FORGOTTEN}\b).*(?:\b(?:mat khau|mk)\b(?: \w+){{0,3}} (?:dat|gom|dai|phai)(?: \w+){{0,4}} {_HOW}\b|\bdat (?:mat khau|mk)\b(?: \w+){{0,3}} {_HOW}\b)"
            r"|\bhow (?:long|many)\b.*\bpassword\b"
        ),
        where=(no_day,),
    ),
    Asked(
        "install",
        re.compile(
            rf"\b{_APP}\b(?: \w+){{0,3}} (?:cap nhat|nang cap)(?: (?:la gi|phien ban|ban moi|moi|hoai|mai|lien tuc|roi|sao|the nao))*$|\b(?:cap nhat|nang cap) (?:phien ban|{_APP})\b|\bupdate (?:the )?(?:app|vneid)\b"
        ),
        where=(no_day,),
    ),
    # What is wanted in it is brought when level 2 is made (domain.md 2.2, Ministry of Public Security).
    Asked(
        "papers_into_app",
        re.compile(
            rf"\b(?:tich hop|dua|them|gan|cho)\b(?: \w+){{0,3}} {_PAPERS}(?: \w+){{0,3}} (?:vao|vo|len|tren|trong) (?:\w+ )?{_APP}\b|\b{_APP} (?:co )?(?:tich hop|them)(?: \w+){{0,3}} {_PAPERS}\b|\b{_PAPERS} (?:tich hop|dua|chua hien|khong hien|chua co|khong thay)(?: \w+){{0,3}} (?:vao |vo |trong |tren ){_APP}\b"
            rf"|\btich hop {_PAPERS}\b"
        ),
        where=(no_day,),
    ),
    Asked(
        "no_photos",
        re.compile(
            rf"^(?!.*\b(?:lam|muc|khoi|thay)\b).*\b(?:chup|(?:gui|nhan|chuyen)(?: \w+){{0,3}} (?:anh|hinh))(?: \w+){{0,6}} (?:qua|vao|ve|den|cho) (?:day|so nay|tin nhan|so ni|may nay|dau|can bo|xa)\b(?: \w+){{0,3}} (?:duoc|dc)? ?{_NO}$"
        ),
        where=(no_day,),
    ),
    # In person only (Decree 69/2024/ND-CP): neither at home nor in an app.
    Asked(
        "where",
        re.compile(
            rf"\btu (?:lam|dang ky|nang|len)\b(?: \w+){{0,6}} (?:o nha|tai nha|tren (?:may|app|mang|dien thoai|vneid)|bang (?:may|dien thoai)|qua (?:mang|app|dien thoai))\b(?: \w+){{0,3}} {_NO}$"
            rf"|\b(?:tai|cai)(?: \w+){{0,5}} (?:o nha|tai nha)\b(?: \w+){{0,2}} (?:duoc|dc) {_NO}$"
        ),
        where=(no_day,),
    ),
)
