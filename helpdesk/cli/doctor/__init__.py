"""`helpdesk doctor`, and what it finds."""
