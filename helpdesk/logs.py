"""Logging: one line per event on stderr, with every configured secret blacked out."""

import logging
import sys

from helpdesk.settings import Settings

FORMAT = "%(asctime)s %(message)s"


class _Blackout(logging.Formatter):
    """Writes a record with every secret in it blacked out, tracebacks included, whoever logged it."""

    def __init__(self, secrets: frozenset[str]) -> None:
        super().__init__(FORMAT, datefmt="%H:%M:%S")
        self.secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self.secrets:
            line = line.replace(secret, "…")
        return line


def to_stderr(settings: Settings) -> None:
    """Log to stderr. Libraries only warn: at lower levels some write URLs with phone numbers in them."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Blackout(settings.secrets()))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("helpdesk").setLevel(logging.INFO)
