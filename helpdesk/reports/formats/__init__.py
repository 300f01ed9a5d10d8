"""A list or a report as a table, a page, a mail, text messages or plain text."""
