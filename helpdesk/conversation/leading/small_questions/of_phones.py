"""Small questions of who has no phone, no signal, or a phone that is broken; nothing of level 2 is lost with it."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked, no_day

_NO = r"(?:khong|ko|k|kg|hk|hong|chua|no)"
_PHONE = r"(?:dien thoai|dt|phone)"
_NONE_AT_ALL = re.compile(
    rf"\b{_NO} (?:ai )?(?:co |he co )(?:cai |mot cai |chiec )?{_PHONE}(?: (?:nao|chi|gi|het|ca|a|dau|voi|sim|so))*(?:$| (?:thi|lam|nhan|phai|co|gio|bay gio|vay|can bo)\b)"
    rf"|\b{_NO} ai co (?:cai )?{_PHONE}\b(?! (?:thong minh|cam ung|xin|tot|4g|len|quet))|\b(?:have|has|got) no phone\b"
)
_NO_SIGNAL = re.compile(
    rf"\b{_NO} (?:co |bat duoc |duoc )?song\b.*\b(?:nhan|ma|otp|tin|bao|kich hoat|lam (?:duoc|sao|rang|dinh danh|muc)|sao|rang|the nao)\b"
    r"|\b(?:nhan|ma|otp|kich hoat)\b.*\b(?:khong|ko|k|chua|no) (?:co )?song\b|\bno signal\b"
)
_SIM_CARD_OF_OLD = re.compile(
    r"\b(?:doi|nang(?: cap)?|chuyen)(?: \w+){0,3} sim\b.*\b[345] ?g\b|\bsim [23] ?g\b.*\b(?:doi|len|sang|khong dung)\b"
)
_BROKEN = re.compile(
    rf"\b(?:{_PHONE}|may)(?: \w+){{0,4}} (?:(?:bi )?(?:hong|hu|chet|vo man|sap nguon|tat nguon)|(?:mo|bat|bam|sac)? ?(?:khong|ko|k|no) len(?: nguon| nua)?)\b(?! mang| vneid| app)"
)
_ABOUT_LEVEL_2 = r"(?:vneid|dinh danh|muc (?:2|hai)|tai khoan|dang nhap|kich hoat|sim|the|chip|nfc|quet|ma|may (?:moi|khac))"

ASKED = (
    Asked("no_phone", _NONE_AT_ALL, where=(no_day,)),
    Asked("no_signal", _NO_SIGNAL, where=(no_day,)),
    Asked("at_the_operator", _SIM_CARD_OF_OLD, where=(no_day,)),
    Asked(
        "other_matters",
        re.compile(rf"^(?!.*\b{_ABOUT_LEVEL_2}\b).*(?:{_BROKEN.pattern})"),
        where=(no_day,),
    ),
)
