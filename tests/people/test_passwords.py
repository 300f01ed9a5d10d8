"""helpdesk/people/passwords.py."""

import re
import unicodedata

from helpdesk.people.passwords import hashed, one_time_password
from tests.support.web_login import accepts


def test_a_one_time_password_can_be_read_out_and_copied_from_paper() -> None:
    passwords = [one_time_password() for _ in range(200)]
    assert all(re.fullmatch(r"[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", password) for password in passwords)
    assert not set("0o1li2z5s8bguv") & set("".join(passwords))
    assert len(set(passwords)) == 200


def test_the_hash_is_argon2id_and_never_twice_the_same() -> None:
    first, second = hashed("mau-thu-2026"), hashed("mau-thu-2026")
    assert first.startswith("$argon2id$")
    assert first != second


def test_it_does_not_matter_how_the_keyboard_composes_a_letter() -> None:
    password = "mười ký tự trở lên"
    assert accepts(unicodedata.normalize("NFD", password), hashed(unicodedata.normalize("NFC", password)))
