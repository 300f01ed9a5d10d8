"""helpdesk/messaging/policy/machine_texts.py: what phones, operators and advertisers send, told from what people write."""

import pytest

from helpdesk.messaging.policy.machine_texts import is_of_a_machine
from helpdesk.text.folding import matching_key


@pytest.mark.parametrize(
    "text",
    [
        "Auto-reply: I am away until Monday",
        "Tin nhắn trả lời tự động: tôi đang bận họp",
        "I'm driving right now. I'll call you later.",
        "(I'm not receiving notifications. If this is urgent...) I'm driving with Do Not Disturb While Driving turned on",
        "Tôi đang lái xe.",
        "Xin lỗi, tôi đang lái xe, sẽ gọi lại sau",
        "Toi dang ban, se goi lai sau",
        "Toi dang ban. Vui long goi lai sau.",
        "Hien toi khong the nghe may, toi se goi lai sau",
        "Tôi đang họp, sẽ gọi lại sau.",
        "Tôi đang bận. Tôi sẽ gọi lại cho bạn sau.",
        "Xin lỗi, tôi đang bận. Vui lòng gọi lại sau.",
        "Xin lỗi, hiện tại tôi không thể nghe máy. Vui lòng để lại tin nhắn.",
        "Tôi không thể nghe máy lúc này. Tôi sẽ gọi lại sau.",
        "Tôi không thể trả lời ngay bây giờ. Có chuyện gì vậy?",
        "Không thể nói chuyện bây giờ. Gọi cho tôi sau nhé?",
        "Tôi sẽ gọi lại cho bạn ngay.",
        "Tôi sẽ gọi cho bạn sau.",
        "TOI DANG HOP, XIN GOI LAI SAU",
        "Toi dang trong cuoc hop, se lien lac lai sau",
        "Minh dang ban chut, se goi lai ban sau nhe",
        "tui đang bận, sẽ gọi lại sau hí",
        "Hien tai toi dang ban hop, toi se goi lai ngay khi co the",
        "Vang, toi dang ban, toi se goi lai sau.",
        "Hien tai toi khong the nghe may",
        "Toi dang lai xe. Se goi lai sau!",
        "I'm in a meeting. Can I call you later?",
        "I'm in a meeting. I'll call you back later.",
        "Sorry, I'm busy. Call back later.",
        "Can't talk now. What's up?",
        "Can I call you later?",
        "I'll call you right back.",
        "On my way",
        "I'm on my way.",
        "[QC] Viettel khuyen mai 50% gia tri the nap",
        "(QC) Tang 20% gia tri the nap trong hom nay",
        "[QC] VAY TIEN NHANH 0 dong lai suat, goi ngay 0987654321",
        "Thuê bao quý khách vừa gọi hiện không liên lạc được",
        "Thue bao quy khach vua goi tam thoi khong lien lac duoc, xin quy khach vui long goi lai sau",
        "TB: Thue bao cua quy khach sap het han goi ST5K. Soan HUY gui 191 de ngung su dung",
        "Sorry, I can't talk right now.",
    ],
)
def test_no_person_wrote_it(text: str) -> None:
    assert is_of_a_machine(text, matching_key(text))


@pytest.mark.parametrize(
    "text",
    [
        "toi muon lai xe di dang ky",
        "Tắt tin nhắn tự động giúp tôi",
        "may tra loi tu dong toi khong hieu, cho toi gap mot can bo bang xuong bang thit",
        "toi dang ban, mai goi lai giup",
        "toi dang ban, mai goi lai giup toi",
        "dang ban, goi lai sau",
        "toi dang hop, chieu goi lai cho toi",
        "toi dang ban, de toi hoi vo roi tra loi",
        "toi dang ban khong di duoc",
        "toi dang ban, doi sang thu 6",
        "thứ 4 tôi đang bận, sẽ đi thứ 6",
        "toi dang lai xe goi lai cho toi",
        "toi dang o tren duong",
        "tôi bận rồi",
        "toi dang ban",
        "toi se goi lai cho can bo sau khi hoi vo",
        "goi lai cho toi sau",
        "goi lai sau 6 gio",
        "call me later",
        "can you call me later",
        "I'm busy on thursday, can i come friday",
        "i am on my way to the village, where is it",
        "khong nghe may duoc, nhan tin giup",
        "toi khong nghe dien thoai duoc, nhan tin thoi",
        "toi khong the noi chuyen, nhan tin cho toi",
        "thue bao cua toi bi khoa",
        "thue bao quy khach bi khoa la sao",
        "Thue bao quy khach se bi khoa 2 chieu, bam vao link http://x.y de xac thuc",
        "[QC] vay tien nhanh, co phai lua dao khong can bo",
        "qc la gi",
        "toi dang dang ky thu 4",
        "toi dang ban, se len sau",
        "dang hop",
        "ban co ban khong, toi se goi lai",
        "vui long goi lai sau 5 gio chieu",
        "xin goi lai cho toi",
        "toi se nhan tin lai sau",
        "sáng mai tôi sẽ gọi lại",
    ],
)
def test_a_person_wrote_it_or_asks_about_it(text: str) -> None:
    assert not is_of_a_machine(text, matching_key(text))
