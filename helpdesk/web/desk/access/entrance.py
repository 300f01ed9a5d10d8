"""Coming in and going out: login, logout, one's own password, the language of the pages."""

import logging
from time import monotonic, process_time
from typing import cast

from flask import Blueprint, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import Security, hash_password, login_user, logout_user
from werkzeug.exceptions import TooManyRequests

from helpdesk.people import audit
from helpdesk.people import officials as officials_room
from helpdesk.people.passwords import MAX_LENGTH, MIN_LENGTH, PasswordTooLong, PasswordTooShort
from helpdesk.text.phone_numbers import canonical, mask
from helpdesk.web.addresses import own_page
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.accounts import Account, Accounts
from helpdesk.web.desk.access.gate import needs, open_to_anyone, signed_in, signed_in_or_none
from helpdesk.web.desk.access.guards import FAILED, PASSWORD_TIME
from helpdesk.web.desk.access.known_browsers import known_browser, remember
from helpdesk.web.desk.access.password_time import PasswordTime
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

log = logging.getLogger("helpdesk")

entrance = Blueprint("entrance", __name__)


@entrance.get("/login")
@open_to_anyone
def login() -> ResponseReturnValue:
    """The login form."""
    if signed_in_or_none() is not None:
        return redirect(own_page(request.args.get("next")) or url_for("desk.openings.coming"), code=303)
    return _login_form()


@entrance.post("/login")
@open_to_anyone
def log_in() -> ResponseReturnValue:
    """Phone and password; then on to where the official wanted to go."""
    phone = canonical(request.form.get("phone", ""))
    account = _stranger_or_known(phone, request.form.get("password", ""))
    if account is None:
        log.warning("desk  failed login of %s", mask(phone))
        return _login_form(failed=True), FAILED
    session.clear()  # what was signed before the login must not live on in it
    login_user(account, authn_via=["password"])
    _note(account, "desk.login")
    onward = redirect(own_page(request.form.get("next")) or url_for("desk.openings.coming"), code=303)
    remember(onward, account.phone)
    return onward


def _stranger_or_known(phone: str, password: str) -> Account | None:
    """As `_who`. Where nobody with this phone has logged in before, 429 once strangers took their share of our time."""
    if known_browser(phone):
        return _who(phone, password)
    time_taken: PasswordTime = current_app.extensions[PASSWORD_TIME]
    if not time_taken.left(monotonic()):
        raise TooManyRequests(retry_after=time_taken.wait())
    begun = process_time()
    account = _who(phone, password)
    time_taken.take(process_time() - begun)
    return account


def _login_form(*, failed: bool = False) -> str:
    return render_template(
        "desk/login.html",
        failed=failed,
        phone=request.form.get("phone", ""),
        next=request.values.get("next", ""),
    )


def _who(phone: str, password: str) -> Account | None:
    """The official with this phone and password; as slow for a phone that nobody has."""
    account = _accounts().find_user(phone=phone)
    normalized = _normalized(password)
    if len(normalized) > MAX_LENGTH:  # nobody has such a one, and the library refuses to look at it
        account, normalized = None, ""
    if account is None or not account.password:
        hash_password(normalized)
        return None
    known = account.verify_and_update_password(normalized)
    return account if known and account.active else None


def _normalized(password: str) -> str:
    """A password as it is hashed."""
    return str(cast(Security, current_app.extensions["security"]).password_util.normalize(password))


def _accounts() -> Accounts:
    return cast(Accounts, current_app.extensions["security"].datastore)


@entrance.post("/logout")
@needs(Permission.OWN_ACCOUNT, with_one_time_password=True)
def logout() -> ResponseReturnValue:
    """End every login of this official: whoever copied the cookie, on a phone that is shared, is out as well."""
    with runtime().transaction(nudge=False) as db:
        officials_room.end_logins(db, signed_in().id)
    logout_user()
    session.clear()
    flash(say("Đã đăng xuất trên mọi máy.", "Logged out on every device."))
    return redirect(url_for("desk.entrance.login"), code=303)


@entrance.get("/password")
@needs(Permission.OWN_ACCOUNT, with_one_time_password=True)
def change_password() -> ResponseReturnValue:
    """The form for a new password."""
    return _password_form()


@entrance.post("/password")
@needs(Permission.OWN_ACCOUNT, with_one_time_password=True)
def set_password() -> ResponseReturnValue:
    """Change one's own password; every other login of this official ends."""
    account, chosen = signed_in(), request.form.get("new", "")
    if _who(account.phone, request.form.get("old", "")) is None:
        return _password_form(say("Mật khẩu cũ không đúng.", "The old password is not right.")), FAILED
    if chosen != request.form.get("again", ""):
        return _password_form(say("Hai lần nhập không giống nhau.", "The two do not match.")), FAILED
    if _normalized(chosen) == _normalized(request.form.get("old", "")):
        return _password_form(
            say("Mật khẩu mới phải khác mật khẩu cũ.", "The new password must be another one.")
        ), FAILED
    here = runtime()
    try:
        with here.transaction(nudge=False) as db:
            officials_room.change_password(db, account.id, chosen, now=here.clock.now())
    except PasswordTooShort:
        return _password_form(
            say(
                f"Mật khẩu mới cần ít nhất {MIN_LENGTH} ký tự.",
                f"A new password has {MIN_LENGTH} characters or more.",
            )
        ), FAILED
    except PasswordTooLong:
        return _password_form(
            say(
                f"Mật khẩu mới dài nhất {MAX_LENGTH} ký tự.",
                f"A new password has {MAX_LENGTH} characters or less.",
            )
        ), FAILED
    _note(account, "desk.password")
    session.clear()
    renewed = _accounts().find_user(id=account.id)  # logins hang on its uniquifier, which is a new one now
    login_user(cast(Account, renewed), authn_via=["password"])
    return redirect(url_for("desk.openings.coming"), code=303)


def _password_form(problem: str | None = None) -> str:
    return render_template("desk/password.html", problem=problem, least=MIN_LENGTH)


def _note(account: Account, action: str) -> None:
    here = runtime()
    with here.transaction(nudge=False) as db:
        audit.note(
            db,
            at=here.clock.now(),
            official_id=account.id,
            commune_id=account.commune_id,
            action=action,
            subject=f"official:{account.id}",
            detail={},
        )
