"""What can keep the service from starting, or end it. The message of each is one plain line for an operator."""


class CannotStart(Exception):
    """Something has to be mended first; the message says what and how."""


class ProcessEnded(Exception):
    """One of our processes ended by itself, so the others were stopped."""
