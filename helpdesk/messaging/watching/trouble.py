"""Why a message failed or was never learned of, in words for the official who sees to it, and what to do about it.

By the code that settling wrote: ours, Twilio's (see channels/twilio/errors.py) or the mail server's (RFC 5321).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from helpdesk.messaging.gateways import EMAIL
from helpdesk.messaging.policy.routing import NO_BULK, NO_GATEWAY, NO_TEMPLATE
from helpdesk.messaging.states import State


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong and what to do, in Vietnamese and English; `again`: whether sending once more can help."""

    why: str
    do: str
    why_in_english: str
    do_in_english: str
    again: bool = True


NOT_KNOWN = Trouble(
    "Mất liên lạc lúc gửi, không rõ tin đã đến hay chưa.",
    "Gọi điện hỏi. Chỉ gửi lại khi chắc là chưa nhận được.",
    "The connection broke while it was sent: nobody knows whether it arrived.",
    "Ring and ask. Send again only when it did not arrive.",
)
PHONE_OFF = Trouble(
    "Máy tắt hoặc ngoài vùng phủ sóng.",
    "Gọi điện sau, hoặc nhờ người cùng bản báo giúp.",
    "The phone is off or out of reach.",
    "Ring later, or ask a neighbour to tell.",
)
NO_SUCH_NUMBER = Trouble(
    "Số này không nhận được tin nhắn: sai số, số bàn hoặc đã ngừng dùng.",
    "Gọi thử; nếu không được thì báo qua trưởng bản.",
    "This number takes no texts: it is wrong, a landline, or no longer in use.",
    "Try to ring; otherwise tell them through the village head.",
    again=False,
)
OPTED_OUT = Trouble(
    "Người này đã yêu cầu không nhận tin nhắn.",
    "Không nhắn nữa. Nếu việc gấp thì gọi điện.",
    "This person asked not to get texts.",
    "Do not text. Ring where it is urgent.",
    again=False,
)
BLOCKED = Trouble(
    "Nhà mạng hoặc máy của người nhận chặn tin này.",
    "Gọi điện báo. Nếu nhiều tin bị chặn thì báo người vận hành.",
    "The operator or the phone blocked this text.",
    "Ring. Where many are blocked, tell whoever runs this machine.",
    again=False,
)
REFUSED = Trouble(
    "Nhà mạng không chuyển tin và không nói lý do.",
    "Gọi điện báo, hoặc gửi lại một lần.",
    "The operator did not pass the text on and gave no reason.",
    "Ring, or send it again once.",
)
TOO_FAST = Trouble(
    "Nhà mạng quá tải, tin chưa đi.",
    "Gửi lại; nếu việc gấp thì gọi điện.",
    "The operator was overloaded; the text did not leave.",
    "Send it again; ring where it is urgent.",
)
OURS = Trouble(
    "Đường gửi tin của hệ thống bị trục trặc, tin chưa đi.",
    "Báo người vận hành. Sửa xong thì gửi lại; nếu việc gấp thì gọi điện.",
    "Our own way of sending was out of order; the text did not leave.",
    "Tell whoever runs this machine. Send it again once that is mended; ring where it is urgent.",
)
NOT_REGISTERED = Trouble(
    "Nội dung tin chưa được đăng ký với nhà mạng, và không có đường gửi nào khác.",
    "Gọi điện báo. Báo người vận hành đăng ký mẫu tin này; đăng ký xong thì gửi lại.",
    "The operator has not registered this text, and there is no other way to send it.",
    "Ring. Tell whoever runs this machine to have the text registered; then send it again.",
)
NO_LISTS_HERE = Trouble(
    "Không có đường gửi nào được phép gửi danh sách.",
    "In danh sách từ trang Lịch làm việc hoặc đọc qua điện thoại. Báo người vận hành.",
    "No way of sending may carry lists.",
    "Print the list from the page Openings, or read it out by phone. Tell whoever runs this machine.",
)
NO_WAY = Trouble(
    "Không còn đường nào để gửi tin này.",
    "Gọi điện báo, và báo người vận hành.",
    "There is no way left to send this message.",
    "Ring, and tell whoever runs this machine.",
)
TEXT_IS_WRONG = Trouble(
    "Nội dung tin không gửi được.",
    "Gọi điện báo, và báo người vận hành.",
    "The text itself cannot be sent.",
    "Ring, and tell whoever runs this machine.",
    again=False,
)
NO_SUCH_MAILBOX = Trouble(
    "Máy chủ thư không nhận thư cho địa chỉ này.",
    "Kiểm tra địa chỉ thư của cán bộ; in danh sách từ trang Lịch làm việc.",
    "The mail server takes no mail for this address.",
    "Check the official's address; print the list from the page Openings.",
)
MAIL_NOT_TAKEN = Trouble(
    "Máy chủ thư bị trục trặc, thư chưa đi.",
    "Báo người vận hành; in danh sách từ trang Lịch làm việc.",
    "The mail server was out of order; the mail did not leave.",
    "Tell whoever runs this machine; print the list from the page Openings.",
)


def _table(groups: Iterable[tuple[Trouble, str]]) -> dict[str, Trouble]:
    return {code: trouble for trouble, codes in groups for code in codes.split()}


TROUBLES = _table(
    (
        (NOT_KNOWN, "no_answer worker_died no_receipt another 30410"),
        (PHONE_OFF, "30003 30036"),
        (NO_SUCH_NUMBER, "21211 21214 21604 21612 21614 30005 30006"),
        (OPTED_OUT, "21610"),
        (BLOCKED, "30004 30007 30034 30450"),
        (REFUSED, "30008 never_taken"),
        (TOO_FAST, "429 20429 21611 30001 30022 63017"),
        (OURS, "10001 20003 20005 20404 21212 21408 21603 21606 21608 21609 21659 21660 30002"),
        (OURS, "unreachable channel_off"),
        (NOT_REGISTERED, NO_TEMPLATE),
        (NO_LISTS_HERE, NO_BULK),
        (NO_WAY, NO_GATEWAY),
        (TEXT_IS_WRONG, "21602 21617"),
    )
)

MAIL_TROUBLES = _table(
    (
        (NO_SUCH_MAILBOX, "bad-address 550 551 552 553 554"),
        (NOT_KNOWN, "no_answer worker_died no_receipt another"),
    )
)


def trouble(channel: str, state: State, code: str | None) -> Trouble:
    """What to tell an official about a message of a channel that is failed or uncertain with this code."""
    if state is State.UNCERTAIN:
        return NOT_KNOWN
    if channel == EMAIL:
        return MAIL_TROUBLES.get(code or "", MAIL_NOT_TAKEN)
    if code is not None and code.startswith("http-"):
        return OURS
    return TROUBLES.get(code or "", REFUSED)
