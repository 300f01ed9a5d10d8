"""Nobody is sent to a stranger's page."""

import pytest

from helpdesk.web.addresses import own_page


@pytest.mark.parametrize("address", ["/", "/desk", "/desk/tickets?x=1", "/phone?number=%2B84912345678"])
def test_a_path_of_this_server_is_gone_on_to(address: str) -> None:
    assert own_page(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "desk",
        "https://bad.example/desk",
        "//bad.example/desk",
        "///bad.example/desk",
        "/\\bad.example",
        "\\\\bad.example",
        "/\t/bad.example",
        "/desk\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        " /desk",
    ],
)
def test_anything_else_is_not(address: str | None) -> None:
    assert own_page(address) is None
