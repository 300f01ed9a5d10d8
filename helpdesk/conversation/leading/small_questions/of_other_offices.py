"""Small questions that belong to other offices, in words that none of our topics has: pensions, electricity, timetables."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked

OTHER_MATTERS = "other_matters"

_WHEN = r"(?:bao gio|khi nao|khi mo|bua mo|hom nao|chung nao|luc nao|sao|may ngay|lau chua)"
_OURS = r"(?:vneid|dinh danh|muc (?:2|hai)|can cuoc|cccd|sim|the|nhan ma|otp|lam duoc|kich hoat)"

ASKED = (
    Asked(
        OTHER_MATTERS,
        re.compile(
            rf"^(?!.*\b{_OURS}\b).*\b(?<!uu )(?:tien|luong|che do) (?:nguoi (?:gia|cao tuoi|co cong)|tuat|bao tro(?: xa hoi)?|chinh sach|huu)\b"
            rf"|^(?!.*\b{_OURS}\b).*\b{_WHEN}\b.*\b(?:co|keo|lap|dong|cup|cat|mat) (?:cot |cot thu |tram )?(?:dien|song|wifi|internet)(?! (?:thoai|tu))\b"
            rf"|^(?!.*\b{_OURS}\b).*\b(?:mat|cup|cat)(?: \w+)? dien(?! (?:thoai|tu))\b"
            r"|\blich (?:tiem|cat dien|cup dien|phat gao|hop|hoc|thi|kham|bong da|thi dau|am|van nien|xe|tau|chieu phim)\b"
        ),
    ),
)
