"""Small questions of the way: how far it is, which road leads there and what the ride costs; nothing of it is known here."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked, no_day, no_other_topic

_RIDE = r"(?:xe om|xe khach|xe buyt|xe do|taxi|tien xe|thue xe|bat xe|di xe|do xang|tien xang|bus|ride)"
_HOW_FAR = re.compile(
    r"\b(?:bao xa|how far|(?:bao nhieu|may) (?:km|cay|cay so|ki ?lo ?met|kilomet)|co xa (?:khong|ko|k|lam)|xa (?:lam )?khong (?:vay|a|can bo)$)\b"
    r"|\bcach (?:\w+ ){1,8}?(?:bao nhieu|may|bao xa|xa khong)\b"
    rf"|\b{_RIDE}\b(?: \w+){{0,5}} (?:bao nhieu|may tien|may ngan|may nghin|het may|ton may|cost|how much)\b|\b(?:bao nhieu|may) tien (?:\w+ )?{_RIDE}\b"
    rf"|\b(?:co|bat|tim|thue) (?:duoc )?{_RIDE}\b.*\b(?:khong|ko|k|o dau|o mo)$|\bhow much\b.*\b{_RIDE}\b"
    r"|\b(?:di|len|vo|vao|ra|toi|den)(?: \w+){0,4} (?:duong nao|loi nao|bang (?:xe )?gi|duong mo)\b|\bduong (?:di|vo|vao|len|ra)(?: \w+){0,4} (?:the nao|rang|ra sao|kho khong|di duoc khong)\b|\bwhich (?:road|way)\b"
)

_KIN = r"(?:toi|tui|em|con|chau|vo|chong|me|bo|cha|anh|chi|chu|bac|co|con dau|con re|nguoi nha|hang xom|nguoi ta)"
_BROUGHT = re.compile(
    rf"\b{_KIN}(?: (?:trai|gai|dau|re|toi|tui|em))* (?:cho|dua|dan|cong|chay|diu)(?: (?!thay\b)\w+){{0,4}} (?:di|den|len|ra|xuong|toi|vo|vao|xe may|xe om)(?: (?!thay\b)\w+){{0,2}} (?:duoc|dc) (?:khong|ko|k|chu|a|ha)\b"
    rf"|\b{_KIN}(?: (?:toi|tui|em))* (?:cho|dua|dan|cong|diu) (?:bang xe \w+|di|den|xuong|ra|len) (?:duoc|dc) (?:khong|ko|k)\b"
    r"|\b(?:di |den |cho )?bang (?:xe may|xe om|xe dap|xe lan|vong)(?: \w+)? (?:duoc|dc) (?:khong|ko|k)\b"
)
"""Whether somebody may bring her: "bà đi không nổi, tôi chở bằng xe máy được không"."""

ASKED = (Asked("how_far", _HOW_FAR, where=(no_day,)), Asked("brought", _BROUGHT, where=(no_other_topic,)))
