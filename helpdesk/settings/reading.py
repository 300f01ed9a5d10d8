"""From the environment to settings, or to all that is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

from helpdesk.settings.configuration import Settings
from helpdesk.settings.faults import SettingsError
from helpdesk.settings.mail import operator_email, smtp
from helpdesk.settings.parts import SENDING_CLOSES, SENDING_OPENS, Timetable
from helpdesk.settings.stores import database_url, redis_url
from helpdesk.settings.twilio_account import twilio
from helpdesk.settings.values import Values


def read(environ: Mapping[str, str]) -> Settings:
    """Raises SettingsError naming every fault."""
    values = Values(environ)
    env = values.text("HELPDESK_ENV") or "development"
    if env not in ("development", "production"):
        values.faults.append(f"HELPDESK_ENV is '{env}': say development or production")
    data = Path(values.text("HELPDESK_DATA") or "var")
    port = values.number("PORT", 8000, 1, 65535)
    settings = Settings(
        env="production" if env == "production" else "development",
        data=data,
        database_url=database_url(values, data),
        redis_url=redis_url(values),
        secret_key=values.text("HELPDESK_SECRET_KEY"),
        public_url=_public_url(values) or f"http://127.0.0.1:{port}",
        bind=values.address("HELPDESK_BIND", Settings.bind),
        port=port,
        web_processes=values.number("HELPDESK_WEB_PROCESSES", 1, 1, 64),
        twilio=twilio(values),
        smtp=smtp(values),
        operator_email=operator_email(values),
        metrics_token=_metrics_token(values),
        timetable=_timetable(values),
        undo_minutes=values.number("HELPDESK_UNDO_MINUTES", Settings.undo_minutes, 0, 120),
        keep_days=values.number("HELPDESK_KEEP_DAYS", Settings.keep_days, 30, 3650),
    )
    if settings.in_production:
        values.faults += _missing_in_production(settings)
    if values.faults:
        raise SettingsError(values.faults)
    return settings


def _missing_in_production(settings: Settings) -> list[str]:
    faults = {
        "HELPDESK_SECRET_KEY must be set in production, 32 characters or more": (
            len(settings.secret_key or "") < 32
        ),
        "HELPDESK_PUBLIC_URL must be set in production and begin with https://": (
            not settings.public_url.startswith("https://")
        ),
        "TWILIO_AUTH_TOKEN must be set in production when TWILIO_FROM is": (
            bool(settings.twilio.from_number) and not settings.twilio.auth_tokens
        ),
    }
    return [fault for fault, found in faults.items() if found]


def _public_url(values: Values) -> str | None:
    """Providers sign the address they call: with anything else in it, no signature would be right."""
    given = values.web_address("HELPDESK_PUBLIC_URL")
    if given and (given.partition("://")[2] != urlsplit(given).netloc or "@" in given):
        values.faults.append("HELPDESK_PUBLIC_URL is https:// and a host, without a path or a user")
    return given


def _metrics_token(values: Values) -> str | None:
    """Never echoes the value."""
    token = values.text("HELPDESK_METRICS_TOKEN")
    if token and not re.fullmatch(r"[!-~]{16,}", token):
        values.faults.append(
            "HELPDESK_METRICS_TOKEN must have 16 characters or more, without spaces or accents"
        )
    return token


def _timetable(values: Values) -> Timetable:
    names = {
        "day_before": "HELPDESK_REMIND_AT",
        "officer_list": "HELPDESK_OFFICER_LIST_AT",
        "leader_list": "HELPDESK_LEADER_LIST_AT",
        "leader_corrections": "HELPDESK_LEADER_CORRECTIONS_AT",
    }
    defaults = Timetable()
    found = Timetable(
        **{f.name: values.clock_time(names[f.name], getattr(defaults, f.name)) for f in fields(Timetable)}
    )
    if not SENDING_OPENS <= found.day_before < SENDING_CLOSES:
        values.faults.append("HELPDESK_REMIND_AT must be from 07:00 to 20:59: people sleep")
    return found
