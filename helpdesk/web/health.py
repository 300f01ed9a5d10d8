"""Probes: alive means that the process answers; ready means database and migrations, nothing else."""

from flask import Blueprint, Response
from sqlalchemy.exc import SQLAlchemyError

from helpdesk.store.migrate import is_current
from helpdesk.web.current import runtime

health = Blueprint("health", __name__, url_prefix="/health")


@health.get("/live")
def live() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/ready")
def ready() -> Response:
    """The database answers and is migrated; otherwise 503 with the reason in one line."""
    try:
        current = is_current(runtime().engine)
    except SQLAlchemyError as error:
        return Response(f"database: {type(error).__name__}\n", status=503, mimetype="text/plain")
    if not current:
        return Response(
            "database: not migrated, run `helpdesk db upgrade`\n", status=503, mimetype="text/plain"
        )
    return Response("ready\n", mimetype="text/plain")
