"""helpdesk/text/people/half_names.py: a surname and a middle name are no whole name."""

import pytest

from helpdesk.text.people.half_names import is_half_a_name


@pytest.mark.parametrize("name", ["Ho Van", "Hồ Văn", "Ho Thi", "Nguyễn Thị"])
def test_what_stands_before_a_name_is_half_of_one(name: str) -> None:
    assert is_half_a_name(name)


@pytest.mark.parametrize("name", ["Hồ Vân", "Ho Lan", "Y Van Lan", "Van", "Pot Van", "Ho Van A"])
def test_whoever_has_a_name_of_her_own_is_somebody(name: str) -> None:
    assert not is_half_a_name(name)
