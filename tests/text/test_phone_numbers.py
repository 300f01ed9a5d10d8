"""Phone numbers: one address per phone, however it was written down."""

import phonenumbers
import pytest

from helpdesk.text.phone_numbers import canonical, find_number, is_number, mask, national

RESIDENT = "+84912345678"


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "84912345678",
        "+84912345678",
        "0084912345678",
        "912345678",  # a spreadsheet took the 0
        " 0912 345 678 ",
        "0912.345.678",
        "0912-345-678",
        "(+84) 912 345 678",
        "+84 (0)912 345 678",
        "\u202a+84\u00a0912\u2011345\u2011678\u202c",  # copied from a phone's contacts
        "０９１２３４５６７８",
    ],
)
def test_every_usual_way_to_write_a_mobile_is_one_address(written: str) -> None:
    assert canonical(written) == RESIDENT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0162", "032"),
        ("0163", "033"),
        ("0164", "034"),
        ("0165", "035"),
        ("0166", "036"),
        ("0167", "037"),
        ("0168", "038"),
        ("0169", "039"),
        ("0120", "070"),
        ("0121", "079"),
        ("0122", "077"),
        ("0126", "076"),
        ("0128", "078"),
        ("0123", "083"),
        ("0124", "084"),
        ("0125", "085"),
        ("0127", "081"),
        ("0129", "082"),
        ("0186", "056"),
        ("0188", "058"),
        ("0199", "059"),
    ],
)
def test_mobiles_of_eleven_digits_have_the_prefix_of_2018(old: str, new: str) -> None:
    assert canonical(f"{old}1234567") == f"+84{new[1:]}1234567"
    assert canonical(f"+84{old[1:]}1234567") == f"+84{new[1:]}1234567"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("0232 3822 222", "+842323822222"),  # a fixed line in Đồng Hới
        ("+856 20 5551 2345", "+8562055512345"),
        ("00856 20 5551 2345", "+8562055512345"),
        ("8562055512345", "+8562055512345"),  # SMPP gateways leave the plus out
        ("+15005550006", "+15005550006"),
    ],
)
def test_fixed_lines_and_foreign_numbers_are_addresses_too(written: str, address: str) -> None:
    assert canonical(written) == address
    assert is_number(address)


@pytest.mark.parametrize(
    "opaque",
    [
        "8088",
        "113",
        "19000368",
        "1800 1091",
        "VIETTEL",
        "CA XA",
        "0555123456",
        "0891234567",
        "1234",
        "",
        "xa@example.vn",
    ],
)
def test_what_is_no_persons_number_stays_as_it_is(opaque: str) -> None:
    assert canonical(f" {opaque} ") == opaque
    assert not is_number(opaque)


def test_a_sender_name_is_not_dialled_by_its_letters() -> None:
    assert canonical("0912VIETTEL") == "0912VIETTEL"


def test_the_fast_way_agrees_with_the_library_on_every_vietnamese_prefix_of_nine_digits() -> None:
    for prefix in range(100, 1000):
        written = f"0{prefix}234567"
        parsed = phonenumbers.parse(written, "VN")
        reachable = phonenumbers.number_type(parsed) in (
            phonenumbers.PhoneNumberType.MOBILE,
            phonenumbers.PhoneNumberType.VOIP,
        )
        assert is_number(canonical(written)) == reachable, written
        if reachable:
            assert canonical(written) == f"+84{prefix}234567"


def test_canonical_addresses_stay_and_only_they_are_numbers() -> None:
    assert canonical(RESIDENT) == RESIDENT
    assert is_number(RESIDENT)
    assert not is_number("0912345678")
    assert not is_number("84912345678")


def test_people_see_the_number_that_they_dial() -> None:
    assert national(RESIDENT) == "0912345678"
    assert national("84 912 345 678") == "0912345678"
    assert national("+842323822222") == "02323822222"
    assert national("+8562055512345") == "+8562055512345"
    assert national("8088") == "8088"


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        (RESIDENT, "+84******678"),
        ("0912 345 678", "+84******678"),
        ("+8562055512345", "+85******345"),
        ("8088", "8088"),
        ("19000368", "19000368"),
        ("VIETTEL", "VI******"),
        ("ho.van.a@example.vn", "ho******"),
        ("0555123456", "05******"),
        ("\0\n03:33:20 a line of its own", "******"),
        ("", ""),
    ],
)
def test_masks_leave_enough_to_tell_two_phones_apart(address: str, masked: str) -> None:
    assert mask(address) == masked


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("goi so 0912.345.678 nhe", RESIDENT),
        ("sdt:+84 912 345 678, cam on", RESIDENT),
        ("1. 0912345678", RESIDENT),
        ("ngay 05 0912345678", RESIDENT),
        ("Ho Van A 1985 0912345678 0987654321", RESIDENT),
        ("0912345678 1985", RESIDENT),
        ("so cu 0162 1234567", "+84321234567"),
        ("goi (0232) 3822 222", "+842323822222"),
        ("ben Lao: +856 20 5551 2345 ok", "+8562055512345"),
        ("cccd 044190001234", None),
        ("044 190 001234", None),
        ("006045123456", None),
        ("0555123456", None),
        ("dat lich 25/11", None),
        ("19000368", None),
        ("", None),
    ],
)
def test_the_first_number_in_a_text_is_found(text: str, number: str | None) -> None:
    assert find_number(text) == number
