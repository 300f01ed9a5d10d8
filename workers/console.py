"""How a worker process starts: settings or one plain line, logging, exit codes."""

import logging
import sys
from collections.abc import Callable

from helpdesk.logs import to_stderr
from helpdesk.settings import Settings, SettingsError


def main(run: Callable[[Settings], None]) -> None:
    """Read the settings and run; exits 2 with a line for each fault where that is not possible."""
    try:
        settings = Settings.from_environment()
    except SettingsError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        sys.exit(2)
    to_stderr(settings)
    if not settings.redis_url:
        print(
            "HELPDESK_REDIS_URL is not set: this process needs a Redis server (helpdesk up brings one)",
            file=sys.stderr,
        )
        sys.exit(2)
    try:
        run(settings)
    except KeyboardInterrupt:
        logging.getLogger("helpdesk").info("stopped")
