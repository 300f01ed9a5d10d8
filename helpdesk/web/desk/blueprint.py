"""All the officials' pages under /desk."""

from flask import Blueprint, Flask

from helpdesk.runtime import Runtime
from helpdesk.web.desk.access.entrance import entrance
from helpdesk.web.desk.access.guards import guard, limit_attempts
from helpdesk.web.desk.booked.bookings import bookings
from helpdesk.web.desk.booked.same_persons import same_persons
from helpdesk.web.desk.booked.waiting import waiting
from helpdesk.web.desk.booked.walk_ins import walk_ins
from helpdesk.web.desk.calls import calls
from helpdesk.web.desk.conversations import conversations
from helpdesk.web.desk.days.attendance import attendance
from helpdesk.web.desk.days.day_changes import day_changes
from helpdesk.web.desk.days.hours import hours
from helpdesk.web.desk.days.openings import openings
from helpdesk.web.desk.days.planning import planning
from helpdesk.web.desk.facts import facts
from helpdesk.web.desk.messages import messages
from helpdesk.web.desk.texts import texts
from helpdesk.web.desk.tickets import tickets

PATH = "/desk"


def register_desk(app: Flask, runtime: Runtime) -> None:
    """Put the pages, and what guards them, into the app."""
    limiter = guard(app, runtime)
    desk = Blueprint("desk", __name__, url_prefix=PATH)
    for pages in (
        entrance,
        openings,
        attendance,
        bookings,
        walk_ins,
        same_persons,
        day_changes,
        waiting,
        planning,
        hours,
        tickets,
        calls,
        messages,
        facts,
        texts,
        conversations,
    ):
        desk.register_blueprint(pages)
    app.register_blueprint(desk)
    for endpoint in ("desk.entrance.log_in", "desk.entrance.set_password"):
        limit_attempts(app, limiter, endpoint)
