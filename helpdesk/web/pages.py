"""The app of all that people look at: the front door, the officials' pages, the simulated phone."""

from flask import Flask

from helpdesk.booking.openings import Opening
from helpdesk.booking.services import called
from helpdesk.runtime import Runtime
from helpdesk.text.phone_numbers import national
from helpdesk.web.current import EXTENSION
from helpdesk.web.desk.access.gate import signed_in_or_none
from helpdesk.web.desk.access.permissions import PERMISSIONS, Permission
from helpdesk.web.desk.blueprint import register_desk
from helpdesk.web.desk.days.day_changes import reason_name
from helpdesk.web.desk.messages import count_for_the_bar
from helpdesk.web.errors import show_errors
from helpdesk.web.home import home
from helpdesk.web.language import clock_time, hours, language, long_date, moment, say, weekday_names
from helpdesk.web.phone.page import phone
from helpdesk.web.requests import PageRequest
from helpdesk.web.row_ids import RowId
from helpdesk.web.security import protect


def create_pages(runtime: Runtime, *, max_request: int) -> Flask:
    """The pages around a runtime; requests of more than `max_request` bytes are refused."""
    app = Flask("helpdesk.web")
    app.request_class = PageRequest
    app.config.update(MAX_CONTENT_LENGTH=max_request)
    app.extensions[EXTENSION] = runtime
    app.url_map.converters["int"] = RowId
    _give_words(app)
    show_errors(app)
    app.register_blueprint(home)
    register_desk(app, runtime)
    if "simulator" in runtime.channels:
        app.register_blueprint(phone)
    protect(app, https_only=runtime.settings.in_production)
    return app


def _give_words(app: Flask) -> None:
    """Give the templates two languages, dates, hours, phone numbers, and who is looking."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        clock_time=clock_time,
        hours=hours,
        language=language,
        long_date=long_date,
        may=_may,
        moment=moment,
        national=national,
        official=signed_in_or_none,
        reason_name=reason_name,
        say=say,
        services_of=services_of,
        troubled_messages=count_for_the_bar,
        weekday_names=weekday_names,
    )


def services_of(opening: Opening) -> str:
    """What an opening is for, in the language of the request."""
    return called(opening.services, language=language())


def _may(permission: str) -> bool:
    """Whether the official of this request has a permission, by its word."""
    account = signed_in_or_none()
    return account is not None and Permission(permission) in PERMISSIONS[account.role]
