"""Twilio: texts in by webhook, direct answers as TwiML, the rest by its REST API."""

from helpdesk.channels.twilio.channel import TwilioChannel
from helpdesk.channels.twilio.config import TwilioConfig

__all__ = ["TwilioChannel", "TwilioConfig"]
