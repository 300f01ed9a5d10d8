"""Logging: one line per event on stderr, with every configured secret blacked out."""

import logging
import sys

from helpdesk.settings import Settings

FORMAT = "%(asctime)s %(message)s"


class _Blackout(logging.Filter):
    """Replaces secrets in whatever is logged, by whomever."""

    def __init__(self, secrets: frozenset[str]) -> None:
        super().__init__()
        self.secrets = secrets

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        for secret in self.secrets:
            if secret in message:
                message = message.replace(secret, "…")
        record.msg, record.args = message, None
        return True


def to_stderr(settings: Settings) -> None:
    """Log to stderr. Libraries only warn: at lower levels some write URLs with phone numbers in them."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT, datefmt="%H:%M:%S"))
    handler.addFilter(_Blackout(settings.secrets()))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("helpdesk").setLevel(logging.INFO)
