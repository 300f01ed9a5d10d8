"""What each role may do on the officials' pages. A table, not ifs."""

from enum import StrEnum

from helpdesk.people.tables import Role


class Permission(StrEnum):
    """Something that a page lets an official do."""

    LISTS = "lists"
    ATTENDANCE = "attendance"
    BOOKINGS = "bookings"
    PLANNING = "planning"
    TICKETS = "tickets"
    MESSAGES = "messages"
    FACTS = "facts"
    TEXTS = "texts"
    CONVERSATIONS = "conversations"
    OWN_ACCOUNT = "own account"


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    # A leader sees the lists of the own team only and says who came to its openings; tickets and messages that did not
    # arrive are for those who sit at a desk and can ring, and what the commune says of itself is for those who may sign
    # for it.
    Role.LEADER: frozenset({Permission.OWN_ACCOUNT, Permission.LISTS, Permission.ATTENDANCE}),
    Role.OFFICER: frozenset(
        {
            Permission.OWN_ACCOUNT,
            Permission.LISTS,
            Permission.ATTENDANCE,
            Permission.BOOKINGS,
            Permission.PLANNING,
            Permission.TICKETS,
            Permission.MESSAGES,
            Permission.FACTS,
            Permission.TEXTS,
            Permission.CONVERSATIONS,
        }
    ),
    Role.ADMIN: frozenset(Permission),
}
