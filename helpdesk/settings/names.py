"""What may be set, for the operator."""

NAMES: dict[str, str] = {
    "HELPDESK_ENV": "development (default) or production, which refuses unsafe defaults",
    "HELPDESK_DATA": "folder of the embedded stores and of outgoing lists (default var)",
    "HELPDESK_DATABASE_URL": "sqlite:///file or postgresql://… (default a SQLite file in HELPDESK_DATA)",
    "HELPDESK_REDIS_URL": "redis://… or unix://… (default the embedded server of `helpdesk up`)",
    "HELPDESK_SECRET_KEY": "signs logins; required in production, 32 characters or more",
    "HELPDESK_PUBLIC_URL": "how providers reach us, without path; https in production",
    "HELPDESK_BIND": "address the web server listens on (default 127.0.0.1; 0.0.0.0 in a container)",
    "HELPDESK_WEB_PROCESSES": "web server processes (default 1)",
    "HELPDESK_REMIND_AT": "when day-before reminders leave (default 11:00)",
    "HELPDESK_OFFICER_LIST_AT": "when the officer's list is made, the working day before (default 15:30)",
    "HELPDESK_LEADER_LIST_AT": "when the team leader's SMS list leaves, the evening before (default 18:00)",
    "HELPDESK_LEADER_CORRECTIONS_AT": "when its corrections leave, the same day (default 06:00)",
    "HELPDESK_UNDO_MINUTES": "minutes in which calling off or putting off an opening can be undone (default 10)",
    "HELPDESK_KEEP_DAYS": "days for which texts and names are kept (default 365)",
    "HELPDESK_OPERATOR_EMAIL": "who is told by e-mail when messages are stuck (needs SMTP_URL)",
    "HELPDESK_METRICS_TOKEN": "bearer token for /metrics, 16 characters or more (default: production answers this network only)",
    "PORT": "port of the web server (default 8000)",
    "TWILIO_ACCOUNT_SID": "Twilio account (AC…)",
    "TWILIO_AUTH_TOKEN": "its token; 'new,old' while it is being replaced",
    "TWILIO_FROM": "our number at Twilio, +…",
    "TWILIO_API_BASE": "where Twilio's REST API is (default https://api.twilio.com)",
    "SMTP_URL": "mail server for officers' lists: smtp://user:password@host:587?from=address, or smtps://",
}
"""Every name that is read, with one line for the operator. Any of them may also be given as NAME_FILE."""
