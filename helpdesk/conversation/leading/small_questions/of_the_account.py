"""Small questions of the account and its app: installed, activated, the password, on another phone."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"

OF_THE_APP = ("activate", "activate_late", "install", "forgot_password", "forgot_passcode")
"""Flows of what is done on a phone, where an officer helps: who asks for that is sent to no counter of level 2."""

_FOR_ME = re.compile(
    r"^(?:(?:can bo|may|da|xin|nho|oi|the|vay) )*(?:lam|cai|kich hoat)(?: (?:giup|ho|gium|dum))+(?: (?:toi|tui|em|con|minh|voi|di|nhe|a|duoc|khong|cai|nay))*$"
)

ASKED = (
    *(Asked(flow, _FOR_ME, behind=frozenset({flow})) for flow in OF_THE_APP),
    Asked(
        "install",
        re.compile(
            r"\b(?:cai dat|tai (?:ve|xuong|ung dung|app|vneid|phan mem)|download|install)\b|\b(?:vneid|app|ung dung) (?:tai|cai)(?: ve| dat)? (?:o dau|o mo|the nao|lam sao|kieu|rang|sao)\b|\bgiup(?: \w+){0,2} cai (?:vneid|app|ung dung)\b"
            rf"|^(?:cai|tai)(?: mai| hoai)? {_NO} (?:duoc|len|vao)\b|\bkhong tuong thich\b|\bcai (?:app|ung dung)(?: vneid)?\b(?! (?:la|do|nay))"
        ),
    ),
    Asked(
        "activate",
        re.compile(
            rf"\bxong (?:roi )?(?:ma )?(?:\w+ )?(?:vao|dang nhap|mo)(?: \w+)? {_NO} duoc\b|\bbao (?:la )?chua (?:dang ky|co tai khoan|kich hoat)\b"
        ),
    ),
    Asked("forgot_password", re.compile(r"\b(?:nhap|go|bam) sai(?: (?:mat khau|mk))?(?: \w+){0,2} lan\b")),
    # N5: information and booking only; nobody's account is seen from here.
    Asked(
        "cannot_look_up",
        re.compile(
            r"\b(?:lam sao|lam rang|sao|cach nao|coi o dau|xem o dau|kiem tra o dau) (?:\w+ )?(?:biet|xem|coi|kiem tra)(?: \w+){0,3} (?:co|duoc|len|la|lam) (?:muc (?:2|hai)|dinh danh)\b|\b(?:kiem tra|tra cuu|tra|xem|coi)(?: \w+){0,3} (?:tren|trong) (?:he thong|may|mang)\b"
        ),
    ),
    Asked(
        "no_smartphone",
        re.compile(
            r"\bkich hoat\b(?: \w+){0,2} (?:bang|tren|qua|nho) may (?:cua )?(?:chau|con|nguoi|vo|chong|hang xom|khac|muon|ban|can bo)\b|\botp\b(?: \w+){0,3} (?:ve|gui|toi|den)(?: \w+)? may\b|\b(?:ipad|may tinh bang|may tinh|laptop)\b(?: \w+){0,3} (?:duoc|dc) (?:khong|ko|k)$"
        ),
    ),
)
