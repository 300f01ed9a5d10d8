"""E-mail: lists for officials, out by SMTP; nothing comes in."""

from helpdesk.channels.email.channel import EmailChannel
from helpdesk.channels.email.config import EmailConfig

__all__ = ["EmailChannel", "EmailConfig"]
