"""helpdesk/conversation/ussd/dialled.py: the choices behind a service code."""

import pytest

from helpdesk.conversation.ussd.dialled import dialled_choices


@pytest.mark.parametrize(
    ("text", "address", "choices"),
    [
        ("*123#", "*123#", ()),
        ("*123*3#", "*123#", ("3",)),
        ("*123*3*1#", "*123#", ("3", "1")),
        ("*384*123#", "*384*123#", ()),
        ("*384*123*3#", "*384*123#", ("3",)),
        # Where the address is no service code, the code is one number.
        ("*123*3#", "8888", ("3",)),
        ("*123#", "8888", ()),
        # An operator that dials another code to the same gateway.
        ("*999*3#", "*123#", ("3",)),
        # Cut off by the operator.
        ("", "*123#", ()),
        ("3", "*123#", ("3",)),
        ("3*1", "*123#", ("3", "1")),
        ("DAT", "*123#", ("DAT",)),
        # Rubbish.
        ("***##", "*123#", ()),
        (" *123* 3 * # ", "*123#", ("3",)),
        ("*123*1*2*3*4*5*6*7#", "*123#", ("1", "2", "3", "4", "5")),
    ],
)
def test_the_choices_in_what_was_dialled(text: str, address: str, choices: tuple[str, ...]) -> None:
    assert dialled_choices(text, address) == choices
