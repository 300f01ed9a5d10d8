"""Who was cheated already: what she gave away, to whom, and that it is done; or that her money, her phone, her account is gone.

Who was only asked, who wonders whether to, and who did not, is warned elsewhere. Names, papers and codes that she gave to an
official, a screen or us are no fraud.
"""

import re

from helpdesk.conversation.leading.grave.heard import heard, words

_OTHER_WORDS = words("lúa lụa lứa lửa mắt mặt mật mát dừa dứa")
""" "Lừa" and "mất" are meant."""

_GAVE = r"(?:doc|dua|cho|gui|noi|nhan|nhap|chuyen|ck|nap|nop|dong|tra|khai|quet|chup|quay|cai|tai|bam|nhan vao|click|mo|vao|dien|cung cap|lam theo|ban)"
_HANDED = r"(?:doc|dua|cho|gui|noi|chuyen|ck|nap|nop|dong|khai|chup|cung cap|ban)"
_CODE = r"(?:ma(?! qr| vung)|otp|so otp|ma otp|mat khau|mk|passcode|6 so|sau so|pin|ma pin|ma xac nhan|so can cuoc|so cccd|so tai khoan|so the|stk)"
_LINK = r"(?:link|duong link|duong dan|lien ket|trang (?:web )?(?:la|do|cua no)|qr|ma qr|file apk|file|apk|app la|app gia|app lua dao|phan mem (?:la|gia)|app cua (?:no|ho)|ung dung la)"
_PICTURE = r"(?:(?:anh|hinh)(?: \w+){0,2} (?:can cuoc|cccd|the|giay to|mat|chan dung)|can cuoc|cccd|the can cuoc|khuon mat|quet mat|quay mat)"
_SUM = r"(?:\d+ ?(?:k|nghin|ngan|tr|trieu|dong|cu|chuc|000|d)\b|(?:may|hai|ba|nam|muoi|tram|mot|het) (?:\w+ )?(?:nghin|ngan|tram|trieu|chuc|tien)\b|tien|(?<!tai )khoan|the cao|card dien thoai)"
_STRANGER = r"(?:no|ho|nguoi ta|nguoi la|nguoi do|nguoi kia|ng ta|nguoi goi|nguoi xung|nguoi noi|thang|con kia|con do|chung no|tui no|dua|bon|(?:ong|ba|anh|chi|chu|co) (?:noi|xung|bao|tu xung) la|ong kia|ba kia|anh kia|chi kia|chu kia|cong an gia|so la|so do|ai do|tren mang|qua mang|zalo|facebook|fb|messenger|video|chu goi|anh goi|chi goi|mot (?:chu|anh|chi|ong|ba|nguoi|cong an|can bo))"
_DONE = r"(?:lo|da|vua|moi|trot|lo tay|lo dai)"
_THEN_OVER = (
    r"(?:roi|mat roi|het roi|xong|mat|het|hom qua|sang nay|hoi (?:sang|nay|chieu|toi|trua)|luc nay|bua qua)"
)
_WHAT_NOW = r"(?:co (?:bi )?(?:lam )?(?:sao|gi|mat tien|nguy hiem)|lam (?:sao|rang|gi)|tinh sao|phai lam|gio sao|man rang|lay lai|bao ai|khong thay|mat hut|khong tra loi)"

_SHE_GAVE = re.compile(
    # "Lỡ đọc mã cho nó": done by a slip, whatever it was.
    rf"\b(?:lo|trot|lo tay|lo dai) {_GAVE}\b(?: \w+){{0,5}}? (?:{_CODE}|{_LINK}|{_PICTURE}|{_SUM}|cho {_STRANGER})\b"
    # A secret, a picture or money to a stranger, and that it is done.
    rf"|\b{_HANDED}\b(?: \w+){{0,4}}? (?:{_CODE}|{_PICTURE}|{_SUM})(?: \w+){{0,4}}? (?:cho|qua|tren|vao) {_STRANGER}\b(?: \w+){{0,8}} (?:roi|r|{_WHAT_NOW}|mat)\b"
    rf"|\b{_HANDED}\b(?: \w+){{0,2}}? cho {_STRANGER}\b(?: \w+){{0,4}} (?:{_CODE}|{_SUM}|{_PICTURE})\b(?: \w+){{0,8}} (?:roi|r|{_WHAT_NOW}|mat)\b"
    rf"|\b{_HANDED}\b(?: \w+){{0,2}}? cho {_STRANGER}(?: \w+){{0,2}} (?:{_CODE}|6 so|sau so)?(?: )?(?:roi|r)$|\b{_HANDED} (?:{_CODE}|{_PICTURE})(?: \w+){{0,3}} cho {_STRANGER} (?:roi|r)$"
    rf"|\b(?:{_DONE}|toi co|em co|con co|tui co|me co|vo co) {_GAVE}\b(?: \w+){{0,4}}? (?:{_CODE}|{_PICTURE}|{_SUM})\b(?: \w+){{0,3}} (?:cho|qua|vao) {_STRANGER}\b"
    rf"|\b(?:{_STRANGER}|nguoi)(?: \w+){{0,3}} (?:bao|bat|xung|hoi|goi|keu|lua|xin|bieu)\b(?: \w+){{0,12}} (?:doc|dua|gui|chuyen|bam|lam theo|noi)(?: \w+){{0,3}} (?:roi|r)(?:$| (?:sao|gio|chu|lam|co|phai|bay|thi|tinh|cuu)\b)"
    rf"|\b(?:{_DONE}|toi co|em co|con co|tui co|me co|vo co) {_GAVE} (?:cho )?{_STRANGER}(?: \w+){{0,3}} (?:{_CODE}|{_PICTURE}|{_SUM})\b|\b(?:quet|quay|chup)(?: khuon)? (?:mat|xx)(?: \w+){{0,2}} cho {_STRANGER}\b.*\b(?:roi|r)\b"
    rf"|\b(?:hom qua|sang nay|hoi (?:sang|nay|chieu|toi|trua|nay)|luc nay|bua qua|vua roi|vua nay|hoi nay)\b.*\b(?:co )?(?:doc|dua|gui|nhap|chuyen|bam|click|cai|quet|noi|khai)\b(?: \w+){{0,3}}? (?:{_CODE}|{_LINK}|{_SUM})\b.*(?:\b(?:roi|sao|gi|khong|cho {_STRANGER})\b)"
    # A link or an app of theirs that was opened.
    rf"|\b(?:bam|click|mo|vao|nhan vao|nhap)\b(?: \w+){{0,3}}? {_LINK}(?: \w+){{0,5}}? (?:roi|xong|mat tien|bi mat|bi tru)\b|\b(?:cai|tai)\b(?: \w+){{0,4}}? (?:theo link|{_LINK})\b.*\b(?:roi|treo|mat|dieu khien|tu bam|khong tat|bi)\b|\bsau khi (?:bam|cai|nhap|doc|tai)\b.*\b(?:mat|bi tru|tru|bay|tien)\b"
    rf"|\b(?:toi|tui|em|con|chau|minh|ba|me|bo|vo|chong) (?:da |lo )?(?:doc|dua|noi) (?:ma |so )?(?:otp|mat khau|passcode) roi$|\bcho {_STRANGER}(?: \w+){{0,2}} {_CODE}(?: \w+)? (?:roi|r)\b|\b(?:nghe|lam) (?:theo )?(?:loi )?{_STRANGER} (?:cai|tai|bam|doc|chuyen)\b|(?<!bao )(?<!bat )(?<!keu )(?<!doi )(?<!bieu )(?<!hoi )(?<!nho )(?<!cho )\b(?:toi|tui|em|con|chau) (?:da |lo )?{_HANDED} (?:ma|otp|mat khau) cho {_STRANGER}$|\bda nhap (?:mat khau|ma|otp)(?: \w+){{0,3}} (?:trang|link|web)\b|\b(?:doc|nhap|dua) (?:ma|otp)(?: otp)? (?:xong|roi) (?:thi |la |ma )?(?:mat|bi)\b"
    rf"|\b{_STRANGER}\b(?: \w+){{0,4}} (?:bao|bat|keu|doi|du|hoi|xin|yeu cau|bieu)\b.*\b(?:toi|tui|em|ba|me|bo|vo|chong|con|minh) (?:da |lo )?(?:doc|dua|gui|chuyen|quet|bam|chup|nop|lam theo) (?:roi|xong)\b"
    r"|\b(?:i |we |she |he |mother |father )?(?:gave|told|sent|read)(?: out)? (?:them|him|her|somebody|someone|a stranger) (?:my |the |our )?(?:otp|code|password|money|card|id)\b|\bgave (?:my|the|our|her|his) (?:otp|code|password|money|card) to\b|\bclicked (?:on )?(?:the|a|that|their) link\b"
)
_PAID = re.compile(
    rf"\b(?:chuyen|ck|nap|gui)(?: \w+){{0,3}}? {_SUM}(?: \w+){{0,5}}? (?:roi|mat roi|het roi)\b|\b(?:nop|dong|dua|tra)(?: \w+){{0,3}}? {_SUM}(?: \w+){{0,3}}? cho {_STRANGER}(?: \w+){{0,3}} (?:roi|mat roi|het roi)\b"
    rf"|\b(?:da|vua|moi|lo|trot|roi|toi|tui|em|con|vo|me|bo|chau|minh|chong)(?: \w+)? (?:chuyen|ck|nap|nop|dong|dua|tra)(?: \w+){{0,2}}? {_SUM}(?: \w+){{0,4}}? cho {_STRANGER}\b|\b(?:gui|chuyen) tien roi ma\b"
)
_TO_THE_OFFICE = re.compile(
    r"\b(?:cho|o|tai) (?:cong an(?! gia)|can bo(?! gia)|xa|uy ban|trung tam|nha mang|viettel|buu dien|ngan hang|tiem|dien luc)\b(?! (?:\w+ )?(?:goi|xung|gia))|\b(?:tien dien|tien nuoc|hoc phi|le phi|tien tro cap|tien xe|tien hoc|bao hiem|tien dien thoai)\b"
)
""" "Nộp lệ phí cho công an rồi" cheated nobody."""
_TAKEN = re.compile(
    r"\b(?:bi|vua bi|da bi|moi bi)(?: (?:no|nguoi ta|chung no|ho|ai|dua nao|thang nao|goi|mang|nguoi la|tui no))* (?:lua|gat|lua dao|gat lay|lua lay|lua gat)\b(?! (?:khong|thi|lam|chua|phai khong|dan))|\b(?:no|nguoi ta|chung no|ho|thang do|con do|nguoi la)(?: goi)? (?:lua|gat)(?: \w+){0,3} (?:mat|lay|het|chuyen|tien|roi)\b|\bbi lua (?:mat|het|chuyen|lay)\b"
    # Money, a phone, an account, a card that others have by now.
    r"|\btien (?:trong|o|ngan hang|tai khoan|tk)\b(?: \w+){0,6}? (?:bi mat|mat|bien mat|bay mat|bi tru|bi rut|khong con|bay)(?:\b| het| sach)(?=.*\b(?:roi|het|sach|luon|ca|mat|tru|rut|bay)\b)|\b(?:mat|bi tru|bi rut|bi hack)(?: het| sach)* tien (?:trong|o) (?:\w+ )?(?:tai khoan|ngan hang|the|tk|stk)\b|\b(?:ai do|no|ho|nguoi ta|dua nao|co nguoi) (?:da |vua )?rut(?: het)? tien\b|\bmat tien (?:trong )?(?:tai khoan|ngan hang)\b|\bmat (?:het )?tien(?: roi)? (?:vi|do|sau khi|khi) (?:bi )?(?:lua|bam|doc|nhap|cai|tai)\b|\bbi (?:no |ai )?(?:hack|chiem)(?: mat)? tai khoan\b(?! (?:zalo|face|fb))|\b(?:tai khoan|the|tk|ngan hang)\b(?: \w+){0,5} (?:tu dung|tu nhien|bong) (?:\w+ )?(?:het|mat|khong con) tien\b|\bbi (?:no|ho|chung no|nguoi ta|ai|dua nao|thang nao) (?:lay|rut|chuyen)(?: mat| het)? tien\b|\btien (?:khong canh ma|tu nhien) (?:bay|mat)\b"
    r"|\b(?:tai khoan|the)(?! zalo| face| fb)(?: ngan hang)?(?: \w+){0,3} bi (?:rut|tru|hack|mat het)\b|\b(?<!facebook )(?<!zalo )(?<!khoa )\b(?:vneid|tai khoan)(?! (?:zalo|face|fb))(?: \w+){0,2} bi (?:hack|chiem|nguoi (?:khac|la) (?:dang nhap|vao)|nguoi ta (?:dang nhap|vao))\b"
    r"|\b(?:no|ho|chung no|nguoi ta|thang do|con do|nguoi la) (?:\w+ )?(?:lay|lay mat|lay duoc|biet)(?: \w+){0,3} (?:otp|mat khau|so tai khoan|tai khoan|can cuoc|cccd|tien)\b.*\broi\b"
    r"|\b(?:no|ho|nguoi ta|nguoi la|co nguoi|ai do|thang \w+)(?: \w+)? (?:lay|dung|muon|xai)(?: \w+)? (?:the|can cuoc|cccd|giay to|ten)\b(?: \w+){0,4} (?:vay|mua sim|mo tai khoan|dang ky sim|dang ky)\b"
    r"|\b(?:may|dien thoai|dt)(?: \w+){0,3} bi (?:no |nguoi ta |ho |hacker )?(?:dieu khien|chiem quyen|hack|theo doi)\b|\b(?:may|dien thoai)(?: \w+){0,2} no tu bam\b|\b(?:got|was|were|been) (?:scammed|cheated|tricked)\b|\bmoney (?:in my account )?(?:is|was) (?:gone|stolen|taken)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:khong|chua|chang|suyt|suyt nua|dung|khoi|dinh|neu|nho ma|co nen)(?: (?:he|co|nua|ma|thi|toi|bi|lam|lo|dam))* (?:doc|dua|cho|gui|noi|nhap|chuyen|ck|nap|nop|bam|click|khai|quet|chup|lam theo|lua|gat)\b|\b(?:so|lo) (?:bi|bi no) (?:lua|gat|mat)\b|\bcup may\b"
    rf"|\b(?:lo )?{_GAVE}(?: (?!xong|roi)\w+){{0,4}} thi (?:co |bi )*(?:mat|sao|bi)\b|\b(?:bao|keu|doi|bat|yeu cau|bieu)(?: \w+){{0,2}} chuyen tien moi\b|\b(?:lam sao|sao) biet\b|\b(?:quen|khong nho|cua no dang ky|chuyen nham|khoan nham|nham tien|nhap (?:sai|nham)|sai mat khau)\b|\blua (?:dao )?(?:hoi|la gi|chay)\b|\b(?:sim|may|dien thoai) bi tru tien\b|\btru tien \d+ (?:k|ngan|nghin)\b"
)


_IN_CASH = re.compile(r"\b(?:nop|dong|dua|tra)\b")
_A_SUM = re.compile(rf"\b{_SUM}")
_BY_WIRE = re.compile(
    r"\b(?:chuyen|ck|khoan|ngan hang|tai khoan|link|otp|doc ma|app|nap|the cao|qua mang|zalo|facebook)\b"
)


def was_cheated(text: str) -> bool:
    """Whether it has happened: something is given away or gone."""
    key = heard(text, other_words=_OTHER_WORDS)
    return not _NOT_DONE.search(key) and (_is_gone(key) or _has_paid(key))


def paid_by_hand(text: str) -> bool:
    """Whether it is no more than money in somebody's hand: no account is to be locked for it."""
    key = heard(text, other_words=_OTHER_WORDS)
    in_cash = _IN_CASH.search(key) is not None and _A_SUM.search(key) is not None
    return in_cash and _BY_WIRE.search(key) is None and _TAKEN.search(key) is None


def _is_gone(key: str) -> bool:
    return _TAKEN.search(key) is not None or _SHE_GAVE.search(key) is not None


def _has_paid(key: str) -> bool:
    return _PAID.search(key) is not None and _TO_THE_OFFICE.search(key) is None
