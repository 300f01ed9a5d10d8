"""`helpdesk flows`."""
