"""What the web login makes of a password: Flask-Security as the officials' pages configure it."""

from functools import cache

from flask import Flask
from flask_security import RoleMixin, Security, UserMixin
from flask_security.datastore import UserDatastore
from flask_security.utils import verify_password


class _User(UserMixin):
    fs_uniquifier = ""


@cache
def _app() -> Flask:
    app = Flask("login")
    app.config.update(
        SECRET_KEY="only for tests",
        SECURITY_PASSWORD_HASH="argon2",
        SECURITY_PASSWORD_SINGLE_HASH=True,
        SECURITY_PASSWORD_SALT=None,
    )
    Security(app, UserDatastore(_User, RoleMixin), register_blueprint=False)
    return app


def accepts(password: str, password_hash: str) -> bool:
    """Whether a login with `password` would succeed against the stored hash."""
    app = _app()
    with app.app_context():
        typed = app.extensions["security"].password_util.normalize(password)
        return bool(verify_password(typed, password_hash))
