"""Everything the environment can say, read once, typed, with all faults reported together."""

from helpdesk.settings.configuration import QUEUE, Settings
from helpdesk.settings.faults import SettingsError
from helpdesk.settings.names import NAMES
from helpdesk.settings.parts import SENDING_CLOSES, SENDING_OPENS, Smtp, Timetable, Twilio

__all__ = [
    "NAMES",
    "QUEUE",
    "SENDING_CLOSES",
    "SENDING_OPENS",
    "Settings",
    "SettingsError",
    "Smtp",
    "Timetable",
    "Twilio",
]
