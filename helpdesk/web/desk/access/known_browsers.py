"""Browsers in which an official has logged in before: strangers' failed logins never keep her out there.

A cookie that is signed and lets nobody in ("device cookie", OWASP, Slow Down Online Guessing Attacks). It names no phone.
"""

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

COOKIE = "helpdesk-browser"

KEPT_FOR = timedelta(days=180)
"""Since the last login there."""

MOST_OFFICIALS = 8
"""Who share the computer of an office; the last who logged in."""


def phone_mark(phone: str) -> str:
    """What stands for a phone where numbers have no business: in cookies, and in the store of the limits."""
    return hmac.new(str(current_app.secret_key).encode(), phone.encode(), sha256).hexdigest()


def known_browser(phone: str) -> str | None:
    """What the browser of the request is called, if whoever has this phone logged in there; None elsewhere."""
    name, marks = _read()
    return name if phone_mark(phone) in marks else None


def remember(response: Response, phone: str) -> None:
    """Note in the browser that gets this response that whoever has this phone has logged in there."""
    (name, before), mark = _read(), phone_mark(phone)
    marks = [mark, *(one for one in before if one != mark)][:MOST_OFFICIALS]
    response.set_cookie(
        COOKIE,
        _signer().dumps([name or secrets.token_hex(16), marks]),
        max_age=KEPT_FOR,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )


def _read() -> tuple[str | None, list[str]]:
    try:
        name, marks = _signer().loads(request.cookies.get(COOKIE, ""), max_age=int(KEPT_FOR.total_seconds()))
    except BadSignature:
        return None, []
    return name, marks


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=COOKIE)
