"""Small questions of this service itself, and not of level 2: who answers here, and what a text to it costs."""

import re

from helpdesk.conversation.leading.small_questions.asked import (
    Asked,
    no_day,
    no_topic,
    not_of_somebody_there,
    nothing_waits,
)

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_BY_TEXT = r"(?:nhan tin|tin nhan|gui tin|moi tin|nhan (?:qua |vao )?so nay|goi so nay|goi (?:den |vao |cho )?(?:so |tong dai )?(?:1[89]00(?:[ .]?\d+)*|tong dai|hotline|duong day nong|dien|lai|can bo|cong an|xa)|(?:so |tong dai )?1[89]00(?:[ .]?\d+)*(?: goi)?|text(?:s|ing)?|messages?|calls?|calling)"
_COSTS = r"(?:mat|ton|het|tru|tinh|bao nhieu|may)(?: (?:bao nhieu|nhieu|gi|may|them))* (?:tien|cuoc|phi|xu)|ton kem|cost|charge|free"
_THERE = r"(?:duoc|dc|co duoc|lam duoc|sao|the nao)"

_CALL_ME = re.compile(
    r"^(?:(?:thoi|u|da|vay|ok|roi|nho|xin|thi|can bo|oi) )*goi(?: (?:cho|giup|toi|tui|em|con|minh))*(?: (?:di|nhe|nha|voi|a|gium|luon))+$"
)
_PROMISED = re.compile(
    r"\b(?:can bo|cong an|xa|doi|ho|truong ban|anh ay|chi ay)(?: \w+){0,2} (?:hua|hen|bao|noi|dan)(?: \w+){0,2} (?:den|vo|vao|ve|len|xuong|toi|ghe|lam|goi)\b.*\b(?:dung|phai|that)(?: la)? (?:khong|ko|chu|a)$"
)
_RUMOUR = re.compile(
    r"\b(?:nguoi ta|nghe|ho|ai do|co nguoi|hang xom|tren mang|tren facebook|ba con|dan)(?: \w+){0,2} (?:noi|don|bao|keu|ke)\b.*\b(?:lay|ban|danh cap|an cap|mat|thu|theo doi)(?: (?:het|cua|lai|mat))*(?: (?:thong tin|du lieu|dat|nha|ruong|sang nuoc|nguoi|cho nuoc|toi|dan|minh))+\b"
)

SPEAK_FOR_US = frozenset({"who_we_are", "menu", "unknown", "thanks"})
"""Flows that say who speaks or what may be asked: whether that is a fraud is asked of us."""

_A_FRAUD = re.compile(
    r"^(?:(?:day|co|phai|la|so nay) )*(?:lua dao|lua|that|gia|that khong)(?: (?:day|that))* (?:khong|ko|k|a|ha|chu)$"
)

_REMINDED = re.compile(
    r"^(?:(?:the|vay|da|roi|thi|can bo|xa|may|ben do|hom do|den hom do|truoc|gan den ngay) )*(?:(?:bao gio|khi nao|khi mo|luc nao|hom nao|ngay nao)(?: (?:thi|moi|se|can bo|xa|may|ho|nhan tin|nhan|goi))* nhac(?: (?:toi|tui|em|con|lai|hen|cho|ba con|nua|vay|the|lich))*"
    r"|(?:co|se)(?: (?:ai|duoc|nhan tin|nhan|tin|goi|can bo|may))* nhac(?: (?:toi|tui|em|con|lai|hen|truoc|cho|lich|ba con|gi|nua))* (?:khong|ko|k|a|ha|chu))(?: (?:a|vay|can bo))*$"
    r"|^(?:when|will) (?:will )?(?:you|i|we) (?:be )?remind(?:ed)?(?: me| us)?(?: again)?$"
)

ASKED = (
    Asked("when_reminded", _REMINDED, where=(no_day,)),
    # An offer of a call is taken by "gọi đi", wherever the offer stood.
    Asked("callback", _CALL_ME, where=(no_day, nothing_waits)),
    Asked("promised", _PROMISED),
    Asked("rumour", _RUMOUR, where=(no_day,)),
    Asked(
        "who_we_are",
        re.compile(
            rf"^(?:chung minh|bang chung|lay gi chung minh)(?: (?:di|dau|xem|coi|la that))*$|\b(?:lam sao|sao|rang)(?: (?:ma|toi|tui|con|em|biet))* tin(?: duoc\b|$)|^(?:may|ban|day|so nay)(?: la| co phai la| phai)* (?:vneid|cong an|bo cong an|chatgpt|ai)(?: (?:phai|a|ha|dung|{_NO}))+$"
        ),
    ),
    # What a text costs, before whether a sum is a fine: both speak of money.
    Asked(
        "text_costs",
        re.compile(rf"\b{_BY_TEXT}\b.*\b(?:{_COSTS})\b|\b(?:{_COSTS})\b.*\b{_BY_TEXT}\b"),
        where=(no_day,),
    ),
    Asked(
        "must_i",
        re.compile(
            # "Bị nợ tiền phạt có làm được không" asks who may do it.
            r"^(?!.*\b(?:lam|dang ky) (?:duoc|dc)(?: muc (?:2|hai))? (?:khong|ko|k)$).*\b(?:bi|co|co bi|muc|tien|nop|dong|se) (?:xu )?phat\b(?! (?:the|giay|sim|tien tro|qua|gao|bieu|hien))|^phat (?:bao nhieu|may|tien|gi|the nao|khong|ko|k|chu|a)\b"
            rf"|\b(?:co )?bat buoc\b|\b(?:khong|ko|chua|k) (?:di )?lam(?: muc (?:2|hai)| dinh danh| cai nay)? (?:thi |co |thi co )?(?:sao|bi gi|bi sao|lam sao)\b"
            rf"|\bco (?:can|phai|nhat thiet)(?: phai)? (?:di )?lam(?: cai nay| muc (?:2|hai)| dinh danh)?(?: \w+)? {_NO}$"
            r"|\b(?:fined?|penalty|compulsory|mandatory|obligatory)\b|\bdo (?:i|we) have to\b(?! (?:bring|come|pay|book))"
        ),
        where=(no_day,),
    ),
    # N5: information and booking only; nobody's account is seen from here.
    Asked(
        "cannot_look_up",
        re.compile(
            r"\b(?:kiem tra|tra cuu|tra giup|xem giup|coi giup|xem ho|coi ho|check)\b.*\b(?:muc (?:2|hai)|tai khoan|vneid|dinh danh|level 2|account)\b"
            r"|^(?:(?:da|a|cho hoi|xin hoi|khong biet|can bo|the|vay) )*(?:toi|tui|em|con|chau|minh|me|bo|ong|ba|vo|chong)(?: (?:toi|tui|em|minh))? (?:da )?(?:lam|co|duoc cap|dang ky|len) (?:dinh danh )?muc (?:2|hai) (?:roi )?(?:hay )?chua(?: (?:a|vay|nhi|the|can bo))*$"
            r"|\b(?:do i|have i|is my) (?:\w+ )?(?:have|got|account|level 2)\b.*\b(?:level 2|already|active|locked)\b"
        ),
        where=(no_day,),
    ),
    Asked(
        "book_first",
        re.compile(
            rf"\b{_NO} (?:can |co )?(?:dat|hen|dang ky)(?: (?:cho|lich|hen|truoc))+ (?:ma |thi |cu |co |den |di |toi )+.*\b(?:{_THERE}|{_NO})$"
            rf"|\b(?:phai|can|bat buoc) (?:phai )?(?:dat|hen|dang ky)(?: (?:cho|lich|hen))* truoc\b.*\b(?:a|ha|{_NO})$"
            rf"|\b(?:den|di|ra|len) (?:thang|luon|truc tiep|dot xuat)\b(?: \w+){{0,4}} {_THERE} {_NO}$"
            r"|^(?:(?:da|the|vay|ma|can bo|cho hoi|xin hoi) )*(?:dat|hen|dang ky)(?: (?:cho|lich|hen|truoc))+ (?:de )?(?:lam (?:gi|chi)|la (?:gi|sao|rang|the nao)|co loi gi|duoc gi)(?: (?:a|vay|the|rua|can bo|ha))*$"
            r"|\b(?:without (?:a )?book\w*|need to book|have to book|walk in)\b"
        ),
        where=(no_day,),
    ),
    Asked(
        "who_we_are",
        re.compile(
            r"^(?:alo |xin loi |cho hoi |da )*ai (?:day|do|vay|the)(?: (?:a|vay|the|ha|oi))*$|"
            r"^(?:alo |oi |da )*(?:con |co )(?:ai|nguoi)(?: (?:nao|o|day|do|ben|kia|truc|tra loi|nghe|dau))* (?:khong|ko|k|hong|a)(?: (?:a|vay|the|ha|oi))*$|"
            r"\b(?:sao|rang|tai sao)\b(?: \w+){0,2} (?:khong|ko|chua|chang)(?: (?:co|ai|thay|ma|he))* (?:tra loi|phan hoi)\b|"
            r"\b(?:so|may|day|do|dau so|tin) (?:nay |ni |day )?(?:la )?(?:so |may |cua |ben )?(?:cua )?(?:ai|dau|so gi|gi vay|gi the|co quan nao|ban nao)(?: (?:day|vay|the|a|rua))*$"
            r"|\b(?:may|robot) hay (?:la )?nguoi\b|\bnguoi hay (?:la )?(?:may|robot)\b|\b(?:ban|anh|chi|em|ong|ba|may) la ai(?: (?:vay|the|rua|a|do|day))*$"
            rf"|\b(?:so|tin)(?: nhan)? nay (?:co )?(?:phai |la )?(?:that|lua dao|gia|cua (?:xa|cong an|nha nuoc))\b.*\b{_NO}$"
            r"|\b(?:co phai|phai) (?:la )?(?:may|robot|nguoi that|can bo that|tong dai|cong an(?: xa)?)(?: (?:tra loi|that))? "
            + _NO
            + r"$|\bwho (?:are you|is this|is there)\b|\bare you (?:a )?(?:robot|bot|machine|human|real|person)\b|\bis this (?:a )?(?:scam|real|robot|machine)\b"
        ),
        where=(no_day, not_of_somebody_there),
    ),
    Asked("who_we_are", _A_FRAUD, behind=SPEAK_FOR_US, where=(no_day, nothing_waits)),
    # Anger last: whoever asks something angrily is answered that.
    Asked(
        "complaint",
        re.compile(
            r"\b(?:dit (?:me|con|cu)|djt|dcm|dkm|vcl|vai (?:lon|cut)|(?:di )?me (?:may|no|kiep)|chet tiet|khon nan|mat day|do (?:ngu|cho|lua)|ngu (?:the|qua|vay|nhu|vai)|oc (?:cho|lon)|nham nhi|bo lao)\b"
            r"|\b(?:tuc|buc(?: minh)?|chan|phien|cau|kho chiu|mat thi gio|met moi|nan|gian) (?:qua|the|lam|ghe|vai|that|roi)\b|\b(?:lam an|phuc vu|tra loi|he thong|may) (?:nhu |qua |rat )*(?:chan|kem|te|ngu|cut|lao)\b"
            r"|\b(?:vo trach nhiem|khieu nai|to cao|(?:toi|tui) kien|lua dan|lam kho dan|hanh dan)\b|\b(?:lau|cham) (?:qua|the|vay|ghe)(?: (?:troi|vay|the|di|can bo|oi|a|lau))*$"
            r"|\b(?:fuck\w*|stupid|idiots?|useless|bullshit|shit|ridiculous|angry)\b"
        ),
        where=(no_day, no_topic),
    ),
)
