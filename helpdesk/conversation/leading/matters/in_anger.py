"""Who came in vain, or is treated badly, is no case for a topic: she has our apology, and an officer if she wants one."""

import re

from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import answers_it, tells
from helpdesk.conversation.understanding.words import any_word

COMPLAINT = "complaint"
"""The flow of the apology."""

LONGEST = 30
"""Words; who tells more has something to ask."""

_NOT = r"(?:khong|ko|k|kg|hk|hong|chua|chang|van chua|cung khong)"
_IN_VAIN = re.compile(
    rf"\b(?:di|len|den|ra|xuong|toi)(?: \w+){{0,3}} (?:hai|ba|bon|nam|may|nhieu|[2-9]) (?:lan|luot|bua|chuyen)(?: \w+){{0,4}}? {_NOT}(?: \w+){{0,2}} (?:ai|lam|duoc|xong|gap|giai quyet)\b"
    r"|\b(?:di|len|den|ra|xuong|toi|hen)(?: \w+){0,3} (?:hai|ba|bon|nam|may|nhieu|[2-9]) (?:lan|luot|bua|chuyen)(?: roi| ma)* (?:deu|van|cu|lai|toan|lan nao cung|bua nao cung)\b(?: \w+){0,2} (?:hong|nghi|dong|hen|het|mat|vang|hu|loi|ve)\b"
    r"|\bhen (?:hoai|mai|toi hen lui|di hen lai|lan hen luot)\b(?: \w+){0,3}$|\b(?:ve|ra ve|quay ve) (?:tay (?:khong|trang)|khong cong)\b|\b(?:ma|roi|lai|phai|dan|danh) ve khong$|\b(?:di|mat) (?:cong coc|uong cong|cong toi)\b"
    rf"|\b{_NOT} (?:co )?ai (?:lam|tiep|giai quyet|chiu lam|lam viec|tra loi)(?: (?:cho|giup))?(?: (?:toi|tui|em|minh|con|chau|ba con|dan|het|ca))+$"
    rf"|\b(?:duoi|bat)(?: (?:toi|tui|em|minh|con|chau|ba con|dan|nguoi ta))? (?:ve|di ve|di lai|cho ca (?:buoi|ngay))\b"
    # Who came to a day and found nobody, or to whom nobody came.
    rf"|\b(?:hom qua|hom truoc|bua truoc|bua qua|hom kia|tuan truoc|sang nay|hom no)\b.*\b{_NOT} (?:(?:gap|thay|co|ai|mot) )+(?:ai|can bo|cong an|nguoi|doi)\b|\b(?:hen|bao|noi|hua)(?: \w+){{0,4}} ma {_NOT} (?:thay|den|ve|co|gap|toi|lam)\b"
    rf"|\b(?:can bo|cong an|ho|nguoi ta) (?:lai )?{_NOT} (?:chiu )?(?:lam|giai quyet|nhan|tiep) cho (?:toi|tui|em|con|dan|ba con|minh|nha toi)\b"
    r"|\b(?:came|went|been there) (?:twice|two times|three times|\w+ times)\b.*\b(?:nobody|no one|not)\b"
)
_TREATED_BADLY = re.compile(
    r"\b(?<!gio )(?:lam an|lam viec|phuc vu|tiep dan) (?:kieu|cai kieu|the|nhu|gi|cai gi|chi)\b(?! muc)"
    r"|\b(?:hach sach|quat thao|quat (?:nat|toi|tui|em|dan)|(?:mang|chui|duoi) (?:toi|tui|em|dan|ba con)|gay kho (?:de|khan)|thai do|that vong|bat cong|coi thuong)\b"
)


def in_anger(said: Said) -> Onward | None:
    """The apology, whatever topic the words of her anger resemble; then what is open is asked again."""
    if not said.stands_alone or any_word(said.key) is not None or len(said.key.split()) > LONGEST:
        return None
    if not (_IN_VAIN.search(said.key) or _TREATED_BADLY.search(said.key)):
        return None
    return tells(said, COMPLAINT) if answers_it(said, COMPLAINT) else None
