"""Small questions to which nobody here knows the answer: no fact is known, so officials are asked, and no menu is shown."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked, no_day

OFFICIALS = "ask_officials"

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_LEVEL_2 = r"(?:muc (?:2|hai)|dinh danh|vneid)"

ASKED = (
    Asked(
        "fingerprints",
        re.compile(
            rf"\b{_NO} (?:co|con|lay duoc|lan duoc|ra) (?:dau )?van tay\b|\b(?:lay|lan|quet) (?:dau )?van tay(?: \w+){{0,2}} {_NO} (?:duoc|dc|ra|len)\b"
        ),
        where=(no_day,),
    ),
    # How one looks in the picture.
    Asked(
        OFFICIALS,
        re.compile(
            r"^(?=.*\b(?:chup|anh|hinh|lam the|di lam)\b)(?!.*\b(?:ho|no|dua|ten) mac ao).*\b(?:(?:mac|ban|bam)(?: (?:ao|quan|do|vay|cai))* (?:gi|chi|mau|trang|nao|do|dan toc|khong)|mac (?:ao|do|quan)|cat toc|trang diem|deo (?:kinh|khuyen|hoa tai)|de toc|bui toc)\b"
            r"|\bwhat (?:should|do|must) (?:i|we) wear\b"
        ),
        where=(no_day,),
    ),
    # How many they take a day: "một ngày" may be read as one.
    Asked(
        OFFICIALS,
        re.compile(
            r"\b(?:(?:mot|1|moi) (?:ngay|buoi|bua|dot|bua)|bua (?:do|nay)|ngay (?:do|nay))(?: (?:doi|can bo|ho|thi|lam|nhan|tiep|duoc|cho))* (?:may|bao nhieu) nguoi\b|\bhow many people\b.*\b(?:day|time)\b"
        ),
    ),
    # Whether what was made once is made again.
    Asked(
        OFFICIALS,
        re.compile(
            rf"^(?=.*\b{_LEVEL_2}\b)(?!.*\b(?:het han|may (?:moi|khac)|doi may|thay may|khoa|mat the|qua han)\b).*\b(?:co |can )?phai (?:di )?(?:lam|dang ky|khai|man) lai\b(?! mat khau| the| can cuoc)"
        ),
        where=(no_day,),
    ),
    # Whether VNeID does instead of the card, at a hospital or on a plane.
    Asked(
        OFFICIALS,
        re.compile(
            rf"^(?=.*\b(?:{_LEVEL_2}|mang the|the nua)\b).*\b(?:kham benh|di vien|benh vien|may bay|di tau|bhyt|thay (?:cho )?(?:the|can cuoc|cccd))\b.*\b(?:dung|xai|mang|cam|dua|thay|duoc)\b.*\b{_NO}$"
            r"|^(?:di |len )may bay(?: (?:co|dung))* (?:duoc|dc) (?:khong|ko|k)$|\bvssid\b.*\b(?:vneid|giong|khac)\b|\bvneid\b.*\bvssid\b|\b(?:hospital|plane|fly)\b.*\bvneid\b|\bvneid\b.*\b(?:hospital|plane|fly)\b"
        ),
        where=(no_day,),
    ),
)
