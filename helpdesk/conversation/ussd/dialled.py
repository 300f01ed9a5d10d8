"""What was dialled to open a session, `*123#` or `*123*3#`, and the choices that it makes at once."""

MOST_CHOICES = 5
"""Choices taken from a dialled string; menus are not deeper."""


def dialled_choices(text: str, address: str) -> tuple[str, ...]:
    """The choices behind the service code of the gateway (`address`), in the order they are made.

    An operator that cuts the code off gives the choices alone: "3", "3*1". Where the address is no service code, the
    code is taken to be of one number.
    """
    parts = text.strip().strip("*#").split("*")
    if text.strip().startswith("*"):
        code = address.strip("*#").split("*") if address.startswith("*") else parts[:1]
        parts = parts[len(code) :] if parts[: len(code)] == code else parts[1:]
    return tuple(part.strip() for part in parts if part.strip())[:MOST_CHOICES]
