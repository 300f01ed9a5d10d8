"""Who is hurt, ill, poisoned, bitten or in labour now; who has long been ill, and who only stays away for it, is another matter."""

import re

_WOMAN = r"(?:vo|vk|con dau|con gai|chi|em|me|co ay|no|o|ba bau|chi dau|em dau|em gai|toi|tui|chau|con)"

ACUTE = re.compile(
    # What is an emergency whoever has it.
    r"\b(?:cap cuu|xe cuu thuong|nguy kich|hap hoi|thoi thop|hon me|me man|bat tinh|nam bat dong|ngat (?:xiu|di|lim|luon)|xiu (?:xuong|di|roi|luon)|co giat|sui bot mep|ngo doc|trung doc|bang huyet|dien giat|giat dien(?! thoai)|meo (?:mom|mieng)|nhoi mau|ngung tho|ra huyet|xuat huyet(?! nao)|nam im khong|nghet tho|hoc (?:xuong|keo|hat|sua|di vat)|nuot (?:phai |nham )?(?:pin|dinh|kim|dong xu|xuong)|duoi nuoc|chet duoi|chim xuong|long ruot)\b"
    r"|\b(?:kho tho|khong tho (?:duoc|noi|ra)|tho khong (?:duoc|noi|ra)|khong tho(?= |$)|tho doc)\b|\bgoi khong (?:day|tinh)\b|\blen con (?:co giat|giat|dong kinh|hen|suyen|dau tim)\b|\bsap chet\b(?! (?:dien thoai|may|dt|pin))"
    r"|\b(?:non|khac|ho|oi|ia|di ngoai) (?:\w+ )?ra mau\b|\b(?:chay|ra) mau\b(?= (?:\w+ )?(?:nhieu|qua|khong cam|hoai|khong ngung|dau|mui)| dam dia| lam)|\bchay (?:qua )?nhieu mau\b|\b(?:te|nga)(?: \w+){0,4} khong (?:day|dung|ngoi)(?: day)? (?:duoc|noi)\b|\bnam im (?:\w+ ){0,3}khong\b|\b(?:te|nga|roi|rot)(?: \w+){0,4} gay (?:chan|tay|xuong|co|lung|dui|song)\b|\bmau (?:chay|ra) (?:nhieu|khong cam|qua)\b|\bcam (?:mau )?khong (?:cam )?duoc\b"
    # Beasts and poison.
    r"|\bran (?:doc |ho |luc |mang )?(?:can|mo)\b(?! cuoc)|\b(?:bi|con) (?:ran|cho|cho dai|lon rung|ho|khi|bo cap|ret|chuot|meo)(?: \w+)? can\b(?! cuoc)|\bcho dai (?:can|duoi)|\bong (?:vo ve )?(?:dot|chich)\b|\b(?:trau|bo|lon rung|lon) (?:huc|hut)\b|\bbi (?:trau|bo) da\b"
    r"|\ban (?:nham |phai |trung )?(?:la ngon|nam doc|nam la)\b|\buong (?:nham |phai |lon )?(?:thuoc (?:sau|co|chuot|ray|tru sau|diet)|xang|axit|a xit|dau hoa|thuoc tay)\b"
    # Accidents.
    r"|\b(?:bi|gap|co|vua) tai nan\b|\btai nan (?:o|tren|xe|giao thong|roi)\b|\b(?:xe|hai xe)(?: may)? (?:tong|dam|dung) (?:nhau|nguoi|vao|trung)\b|\bbi xe (?:tong|dam|can|dung|can phai)\b"
    r"|\b(?:ambulance|emergency|bleeding|unconscious|not breathing|heart attack|snake ?bite|bitten by|poisoned|drowning)\b"
)
BIRTH = re.compile(
    r"\b(?:chuyen da|tro da|vo (?:nuoc )?oi|de kho|de roi|de non|de ngoi nguoc|sot nhau|say thai|bang huyet)\b"
    rf"|\b{_WOMAN}(?: (?:toi|tui|e|em|minh|nha toi|chau|nha tui|dang|bau))*(?: (?:sap|dang|chuan bi|gan|dau bung|dau))+ (?:de|sinh)\b(?: (?:kho|roi|con|em be|ma|gap|qua|voi|o nha|tai nha|ngoai ray|trong ban|o ray|o ban|giua duong|khong|tu|cap cuu|can bo oi|lam sao)\b.*)?$"
    r"|\b(?:giving birth|in labou?r|water broke)\b"
)
_SPEAKS_OF_A_TALK = re.compile(
    r"\b(?:noi|ke|hoi|co|moi) chuyen da\b|\bchuyen da (?:xong|qua|lau|cu|noi|bao|ke|roi a)\b"
)
""" "Chuyện đã xong chưa" is no birth."""

ILL = re.compile(
    r"\b(?:dau (?:bung|nguc|tim|ruot|ruot thua|dau|long nguc|qua|du)|gay (?:chan|tay|xuong|co|lung|dui|rang)|bi te|te (?:xe|gay|nga|tu|xuong)|bi nga|nga (?:xe|gay|tu|xuong)|sot|non (?:nhieu|oi|mua|lien tuc|ra)|oi mua|tieu chay|di ngoai|om (?:nang|qua|lam|sap)|benh nang|bi (?:om|benh|tai bien|dot quy)|tai bien|dot quy|bi thuong|bi bong|bong (?:nang|nuoc)|phong (?:lua|nuoc|nang)|bi phong|dut (?:tay|chan)|dam phai dinh|chem (?:vao|phai|trung)|cao huyet ap|tut huyet ap|len mau|kiet suc|soc (?:sua|thuoc|phan ve)|chay mau|ra mau)\b"
)
_A_BEAST = re.compile(
    r"\b(?:con |dan |ca )(?:bo|trau|cho|meo|heo|lon|de|ga|vit)\b(?! (?:\w+ )?(?:huc|can|dai|dot|rung))|\b(?:heo|trau|ga|vit|dan bo|cow|pig)\b(?! (?:\w+ )?(?:huc|can|dai|hut))|^de bi\b"
)
WANTS_HELP = re.compile(
    r"\b(?:benh vien|di vien|nhap vien|chuyen vien|vao vien|ra vien gap|cho (?:di )?vien|tram xa|tram y te|y te|bac si|y ta|y sy|y si|cuu thuong|so vien|goi ai|keu ai|bao ai|nho ai cho|ai cho di|ai cuu|cuu(?: (?:voi|toi|tui|em|con|me|gap|giup))|giup (?:voi|gap|nhanh)|lam sao day|lam rang day|gap lam|gap qua|nhanh len|uong (?:thuoc )?(?:gi|chi)|kham o|dua di|di gap|hospital|doctor)\b"
)
SEVERE = re.compile(
    r"\b(?:du doi|quan quai|dau (?:bung|nguc|tim|ruot) (?:\w+ )?(?:qua|lam|gan chet)|nang (?:qua|lam|roi)|du lam|qua troi|tim tai|tim nguoi|tim het|(?:chiu|khong) (?:khong )?(?:noi|chiu noi) nua|chiu khong noi|khong chiu noi|40 do|39 do|41 do|khong ha|lien tuc|mat nuoc|nam ngoai (?:no|ray|duong|rung|suoi)|lua nang|nuoc soi)\b"
)

FOR_LONG = re.compile(
    r"\b(?:nam|dang|bi)? ?(?:liet|lien giuong|nam mot cho|nam giuong)\b|\b\d+ (?:nam|thang) (?:nay|roi|truoc)\b|\b(?:may|nhieu|lau|hon) (?:nam|thang)\b|\b(?:bam sinh|tu nho|tu be|lau nay|lau roi|cut (?:chan|tay)|mat (?:chan|tay)|thuong binh|di chung)\b"
)


def in_labour(key: str) -> bool:
    """Whether a child is about to be born."""
    return (
        all(word.search(key) is None for word in (_SPEAKS_OF_A_TALK, _A_BEAST))
        and BIRTH.search(key) is not None
    )


def ill_now(key: str) -> bool:
    """Whether somebody is in danger of life and limb now, by what ails her, how badly, and what help is wanted."""
    if FOR_LONG.search(key) or _A_BEAST.search(key):
        return False
    if ACUTE.search(key):
        return True
    if not ILL.search(key):
        return False
    return WANTS_HELP.search(key) is not None or SEVERE.search(key) is not None
