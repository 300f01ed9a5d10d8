"""Passwords of officials: one-time ones that can be read out, and hashes that Flask-Security verifies.

The hash is plain argon2id (RFC 9106), so the web login must be configured with
SECURITY_PASSWORD_HASH = "argon2" and SECURITY_PASSWORD_SINGLE_HASH = True (no HMAC around it).
"""

import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher

MIN_LENGTH = 10
"""Characters. Length is what counts; rules about kinds of characters are not made (NIST SP 800-63B, 3.1.1.2)."""

MAX_LENGTH = 1000
"""Characters, when normalised. passlib, which the login verifies with, takes no more than 4096."""

# Without what is mistaken on paper or aloud: 0 o, 1 l i, 2 z, 5 s, 8 b g, u v.
_READABLE = "acdefhjkmnpqrtwxy34679"
_GROUPS, _GROUP_LENGTH = 3, 4


class PasswordTooShort(ValueError):
    """The password has fewer than MIN_LENGTH characters."""


class PasswordTooLong(ValueError):
    """The password has more than MAX_LENGTH characters."""


def one_time_password() -> str:
    """A random password such as "k7mq-x3hp-9tdr" (53 bits), to be changed at the first login."""
    groups = ("".join(secrets.choice(_READABLE) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS))
    return "-".join(groups)


def hashed(password: str) -> str:
    """The argon2id hash of a password. Raises PasswordTooShort, PasswordTooLong."""
    if len(password) < MIN_LENGTH:
        raise PasswordTooShort(f"a password has {MIN_LENGTH} characters or more")
    # Flask-Security normalises what is typed the same way (SECURITY_PASSWORD_NORMALIZE_FORM).
    normalized = unicodedata.normalize("NFKD", password)
    if len(normalized) > MAX_LENGTH:
        raise PasswordTooLong(f"a password has {MAX_LENGTH} characters or less")
    return _hasher().hash(normalized)


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()
