"""helpdesk/text/email_addresses.py."""

import pytest

from helpdesk.text.email_addresses import is_email


@pytest.mark.parametrize(
    "address",
    ["a@b.vn", "can.bo+danh-sach@thuong-trach.quangtri.gov.vn", "x_1@EXAMPLE.vn", "a@xn--bn-1ja.vn"],
)
def test_a_plain_address_is_one(address: str) -> None:
    assert is_email(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "@b.vn",
        "a@",
        "a@b",
        "a@b.",
        "a@.vn",
        "a@b..vn",
        ".a@b.vn",
        "a.@b.vn",
        "a b@c.vn",
        "a@b.vn ",
        "a@b.vn\n",
        "a@b.vn\r\nBcc: c@d.vn",
        "a@b.vn,c@d.vn",
        "A <a@b.vn>",
        '"a"@b.vn',
        "a@b@c.vn",
        "ạ@b.vn",
        "a@bản.vn",
        "a@-b.vn",
        "a@[127.0.0.1]",
        "+84912345678",
        "a" * 250 + "@b.vn",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_email(text)
