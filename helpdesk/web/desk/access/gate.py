"""Who may enter a view: each declares it by a decorator, and a test reads the declarations of all routes."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user

from helpdesk.web.desk.access.accounts import Account
from helpdesk.web.desk.access.permissions import PERMISSIONS, Permission

View = Callable[..., ResponseReturnValue]

DECLARED = "needs"
"""The attribute of a view that says what it needs; None: open to anyone."""


def needs(permission: Permission, *, with_one_time_password: bool = False) -> Callable[[View], View]:
    """Only for officials with this permission; others are sent to the login, or get 403.

    Whoever still has the one-time password must change it before anything else, but for what says otherwise.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(*args: object, **kwargs: object) -> ResponseReturnValue:
            account = signed_in_or_none()
            if account is None:
                return redirect(url_for("desk.entrance.login", next=here()), code=303)
            if account.must_change_password and not with_one_time_password:
                return redirect(url_for("desk.entrance.change_password"), code=303)
            if permission not in PERMISSIONS[account.role]:
                abort(403)
            return view(*args, **kwargs)

        vars(guarded)[DECLARED] = permission
        return guarded

    return declare


def open_to_anyone(view: View) -> View:
    """For whoever is not logged in, too."""
    vars(view)[DECLARED] = None
    return view


def signed_in_or_none() -> Account | None:
    """The official of this request, if any."""
    return cast(Account, current_user._get_current_object()) if current_user.is_authenticated else None


def signed_in() -> Account:
    """The official of this request; only within a view that needs a permission."""
    account = signed_in_or_none()
    if account is None:
        abort(403)
    return account


def here() -> str | None:
    """This page's own address, to come back to; None for what is not a page to be looked at."""
    return request.full_path.rstrip("?") if request.method == "GET" else None
