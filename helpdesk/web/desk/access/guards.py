"""What stands before the officials' pages: the login of Flask-Security, CSRF tokens, a limit on failed logins."""

import logging
import secrets
from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from flask import Flask, Response, current_app, request
from flask_limiter import Limiter, RateLimitExceeded
from flask_security import Security
from flask_wtf.csrf import CSRFProtect

from helpdesk.clock import SystemClock
from helpdesk.runtime import Runtime
from helpdesk.text.phone_numbers import canonical
from helpdesk.web.desk.access.accounts import Accounts
from helpdesk.web.desk.access.gate import signed_in_or_none
from helpdesk.web.desk.access.known_browsers import known_browser, phone_mark
from helpdesk.web.desk.access.password_time import PasswordTime
from helpdesk.web.errors import explain

log = logging.getLogger("helpdesk")

A_WORKING_DAY = timedelta(hours=12)
"""How long a login holds, at most: the cookie is signed with its time."""

FAILED = 422
"""How the login answers to a wrong password. Only these answers count towards the limits."""

PER_PHONE = "8 per 15 minutes"
PER_ADDRESS = "40 per 15 minutes"
"""Failed logins of one phone, from wherever; and from one network, behind which a whole office may sit.

Browsers in which she has logged in before are counted each for itself: whoever knows her number keeps her out of none.
"""

PASSWORD_TIME = "helpdesk_password_time"  # noqa: S105  # where an app keeps what strangers took of its time


def guard(app: Flask, runtime: Runtime) -> Limiter:
    """Set up sessions, a CSRF token on every form of the app, and the login."""
    settings = runtime.settings
    app.config.update(
        SECRET_KEY=settings.secret_key or _passing_key(),
        SESSION_COOKIE_NAME="helpdesk",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.in_production,
        PERMANENT_SESSION_LIFETIME=A_WORKING_DAY,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session: a form may stay open over lunch
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106  # a scheme, and what people.passwords writes
        SECURITY_PASSWORD_SCHEMES=["argon2"],
        SECURITY_PASSWORD_SINGLE_HASH=True,
        RATELIMIT_KEY_PREFIX="helpdesk",
    )
    app.extensions[PASSWORD_TIME] = PasswordTime()
    CSRFProtect(app)
    # No blueprint of theirs: the pages are ours, in Vietnamese, and each declares its permission.
    security = Security(app, Accounts(runtime.engine, runtime.transaction), register_blueprint=False)
    security.login_manager.request_loader(None)  # a login is a cookie; no token in an address lets anyone in
    return _limiter(app, runtime)


def _passing_key() -> str:
    log.warning("HELPDESK_SECRET_KEY is not set: logins end with this process")
    return secrets.token_hex(32)


def _limiter(app: Flask, runtime: Runtime) -> Limiter:
    # Counted in Redis for all web processes; each counts for itself while Redis is away.
    if runtime.redis is None:
        return Limiter(client_address, app=app, storage_uri="memory://")
    return Limiter(
        client_address,
        app=app,
        storage_uri="redis://",
        storage_options={"connection_pool": runtime.redis.connection_pool},  # type: ignore[dict-item]
        in_memory_fallback_enabled=True,
    )


def limit_attempts(app: Flask, limiter: Limiter, endpoint: str) -> None:
    """Let a password be tried at `endpoint` only so often; then it answers 429."""
    view: Callable[..., Any] = app.view_functions[endpoint]
    for limit, whose in ((PER_ADDRESS, _network_of_client), (PER_PHONE, _phone_tried)):
        view = limiter.limit(limit, key_func=whose, methods=["POST"], deduct_when=_has_failed)(view)
    app.view_functions[endpoint] = view

    def refused(error: RateLimitExceeded) -> Response:
        breached = limiter.current_limit
        # The limits count by the machine's own time, whatever the app's clock says.
        until = breached.reset_at if breached else 0
        error.retry_after = max(1, int(until - SystemClock().now().timestamp()))
        return explain(error)

    app.register_error_handler(RateLimitExceeded, refused)


def _has_failed(response: Response) -> bool:
    return response.status_code == FAILED


def tried_for() -> str:
    """Whose password the request tries: the phone of whoever is logged in, or what was typed."""
    account = signed_in_or_none()
    return account.phone if account else canonical(request.form.get("phone", ""))


def _phone_tried() -> str:
    """What ends the logins of an official (a new password, `officials unlock`) begins to count anew, too."""
    phone = tried_for()
    accounts: Accounts = current_app.extensions["security"].datastore
    account = signed_in_or_none() or accounts.find_user(phone=phone)
    browser, mark = known_browser(phone), phone_mark(f"{phone} {account.fs_uniquifier if account else ''}")
    return f"{mark}:{browser}" if browser else mark


def _network_of_client() -> str:
    browser = known_browser(tried_for())
    return f"browser:{browser}" if browser else network_of(client_address())


def network_of(address: str) -> str:
    """Whose an address is: of IPv6 the /64 that one customer gets at least (RFC 6177), of IPv4 the address itself."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if ip.version == 4 or ip.ipv4_mapped:
        return str(ip if ip.version == 4 else ip.ipv4_mapped)
    return str(ip_network((ip, 64), strict=False))


def client_address() -> str:
    """Where the request comes from. What a proxy of our own network says of it is believed, nobody else."""
    peer = request.remote_addr or ""
    try:
        behind_proxy = ip_address(peer).is_private
    except ValueError:
        return peer
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    return hops[-1].strip() or peer if behind_proxy else peer
