"""Who is beaten, hunted, held, carried off or lost: by whom, with what, and whom; "đánh mất thẻ", "định danh" beat nobody."""

import re

_WHO = r"(?:toi|tui|tau|em|con|chau|me|ma|vo|chong|bo|cha|ba|ong|anh|chi|nguoi|no|dua|minh|ca nha|hang xom)"
_WEAPON = r"(?:dao|rua|sung|gay|ma tau|kiem|bua|xeng|cuoc|sao)"
_ABROAD = r"(?:trung quoc|lao|campuchia|cam pu chia|thai lan|thai|mien|mien dien|nuoc ngoai|ben kia)"

BEATEN = re.compile(
    rf"\b(?:cam|xach|vac|lay|rut|dung|co|mang) {_WEAPON}\b(?: \w+){{0,4}} (?:duoi|chem|dam|doa|giet|danh|ho|ke|vao|toi tan)\b|\b(?:cam|xach|vac) (?:dao|rua|sung|ma tau)\b|\bduoi (?:chem|danh|giet|theo giet)\b|\b(?:bi|dang) (?:\w+ )?(?:chem|dam|danh dap|bop co|tra tan|hanh hung|danh (?:den|chay|sung|bam|tim|gan))\b"
    rf"|\b(?:so mo|so soang|sam so|goi tinh|lam dung)\b(?=(?: \w+){{0,3}} (?:con|chau|em|vo|be|nguoi|toi|tui)\b)|\bep (?:\w+ ){{0,3}}(?:ngu (?:voi|chung)|quan he|lay chong|cuoi chong)\b|\b(?:nhot|giam)\b(?: (?!trau|bo|lon|heo|ga|de|cho )\w+){{0,3}} khong cho (?:\w+ ){{0,2}}(?:ra|di|ve)\b"
    r"|\b(?:danh dap|bi bao hanh|bao hanh (?:gia dinh|vo|con)|hiep(?: dam)?|cuong hiep|doi giet|doa giet|dinh giet|giet (?:toi|tui|em|con|me|vo|nguoi)|hanh hung|dam chem|chem nhau|chem nguoi|danh nhau|dam nhau|giet nguoi)\b"
    rf"|(?<!dinh )(?<!bi )(?<!lam )\b(?:chong|bo|cha|con trai|thang|no|ho|ong ay|hang xom|bo duong|me ke|di ghe|anh)(?: (?!dinh|danh)\w+){{0,4}}? (?<!dinh )(?:danh|dap|tat|dam|chem) (?:dap )?{_WHO}\b(?! (?:dau|chu|may|so|van|ten|danh|mat))"
    r"|\b(?:beats?|beating|attacks?|attacking|stabbed|raped|chasing) (?:me|us|her|him|my)\b|\bwith a (?:knife|gun)\b"
)
HELD = re.compile(
    rf"\b(?:ru|ru re|du|du do|lua|lua ban|bat coc)(?: (?!the|sim|giay)\w+){{0,6}} (?:sang|qua|di) {_ABROAD}\b(?!.*\b(?:choi|tham|le|cuoi|chua co the)\b)"
    rf"|\b(?:bat|ban|dua)(?: (?!the|sim|giay)\w+){{0,6}} (?:sang|qua|di) {_ABROAD}\b(?=.*\b(?:ban|lam an|lam viec|lay chong|bat|lua|ru|du|mat|chua ve|nhot)\b)(?!.*\b(?:choi|tham|chua co the)\b)|\b(?:mua ban|buon|lua ban) (?:nguoi|con (?:gai|nit|be|toi))\b|\bban (?:con|vo|em|chau)(?: (?:gai|toi|tui|em))* (?:sang|qua|cho)\b"
    rf"|\b(?:bi|dang bi) (?:\w+ )?(?:nhot|bat coc|giam giu|giam|bat di|ban di|troi|bat nhot)\b|\b(?:nhot|troi|bat coc|giam) {_WHO}\b|\bbat coc\b|\bbat (?:mat )?(?:con|chau|em|vo|nguoi|dua)(?: \w+){{0,2}} (?:len xe|di mat|di roi|mang di|cho di)\b|\bkidnapp?\w*\b"
)
ROBBED = re.compile(
    r"\bnha(?: toi| tui| em)? (?:dang |vua )?bi trom\b|\b(?:co|gap|bat) (?:ke )?(?:trom|cuop)\b(?! (?:\w+ ){0,2}(?:the|can cuoc|cccd|giay|dien thoai|dt|may|sim|vi|mat|tien|xe|trau|bo|de|ga))|^(?:trom|cuop)\b(?! (?:\w+ ){0,2}(?:the|can cuoc|cccd|giay|dien thoai|dt|may|sim|vi))|\b(?:trom|trom tram|ai|co nguoi|co ai)(?: \w+)? (?:dang )?(?:cay|pha|dap) cua\b|\btrom (?:tram )?(?:dang|vao|cay|pha|dot nhap)\b"
)
LOST = re.compile(
    rf"\b(?:bi )?lac (?:mat |o |trong |ngoai )*(?:rung|nui)\b|\b{_WHO}(?: \w+){{0,3}} mat tich\b|^mat tich\b|\bdi (?:rung|ray|nui|suoi)\b(?: \w+){{0,3}} (?:chua ve|khong ve|mat tich|bi lac)\b(?=.*\b(?:ngay|hom|dem|tim|lac|mat tich)\b)"
    rf"|\b(?:tim|kiem) (?:\w+ )?khong (?:thay|ra) (?:con|chau|me|bo|be|nguoi)\b|\b(?:con|chau|me|bo|be|nguoi)(?: \w+){{0,3}} (?:bi )?lac (?:duong|mat)? ?(?:tu sang|tu hom|\d+ ngay|trong rung)\b|\blost in the (?:forest|woods)\b|\bmy (?:child|son|daughter|mother|father) is missing\b"
)
