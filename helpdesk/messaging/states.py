"""The states of an outbound message, the kinds there are, and the moves between states that are allowed.

queued ──► sending ──► sent ──► delivered      (queued ──► sent, delivered: a receipt of an attempt
  │           │          └────► failed          that we had given up; it is not sent again)
  │           ├──► queued      (the provider said: later)
  │           ├──► failed      (the provider said: never)
  │           └──► uncertain   (we called and never learned) ──► sent, failed, queued after a look-up
  └──► dropped                 (no longer useful, or no longer wanted)
handed_over ──► sent, delivered, failed       (the answer went out on the wire of the request)
  ├──► uncertain                                 (no receipt came, and the provider cannot tell)
  └──► queued, dropped                           (the provider has it not: it is sent, while it is of use)
uncertain ──► dropped                            (looked up and not there, and no longer of use)
any ──► uncertain                                (what a look-up took for it is another: `settling.belongs_to`)
"""

from enum import IntEnum, StrEnum


class State(StrEnum):
    """Where an outbound message is."""

    QUEUED = "queued"
    SENDING = "sending"
    HANDED_OVER = "handed_over"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    DROPPED = "dropped"


class Kind(StrEnum):
    """Why we say something."""

    REPLY = "reply"
    REMINDER = "reminder"
    NOTICE = "notice"
    LIST = "list"


class Priority(IntEnum):
    """Smaller leaves first: people waiting for an answer before reminders, reminders before lists in bulk."""

    ANSWER = 0
    NOTICE = 10
    REMINDER = 20
    LIST = 30


class AttemptResult(StrEnum):
    """How a call to a provider ended."""

    ACCEPTED = "accepted"
    RETRY = "retry"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class QuestionEvent(StrEnum):
    """What happens to a question without any text coming in: we asked it by ourselves, or nobody answered."""

    ASKED = "asked"
    EXPIRED = "expired"


class Outcome(StrEnum):
    """What came of an inbound message, for counting; what it was understood to mean stands beside it."""

    ANSWERED = "answered"
    UNDERSTOOD = "understood"
    # It may have been about several things: she was asked which.
    ASKED = "asked"
    NOT_UNDERSTOOD = "not_understood"
    # It answered when nothing was asked any more.
    LATE = "late"
    # A picture without a word.
    PICTURE = "picture"
    FAULT = "fault"
    # One too many: she was told that the answers rest, and then nothing.
    REST = "rest"
    SILENT = "silent"


ALLOWED: dict[State, frozenset[State]] = {
    State.QUEUED: frozenset({State.SENDING, State.DROPPED, State.SENT, State.DELIVERED}),
    State.SENDING: frozenset(
        {State.SENT, State.DELIVERED, State.QUEUED, State.FAILED, State.UNCERTAIN, State.DROPPED}
    ),
    State.HANDED_OVER: frozenset(
        {State.SENT, State.DELIVERED, State.FAILED, State.UNCERTAIN, State.QUEUED, State.DROPPED}
    ),
    State.SENT: frozenset({State.DELIVERED, State.FAILED}),
    State.UNCERTAIN: frozenset({State.SENT, State.DELIVERED, State.FAILED, State.QUEUED, State.DROPPED}),
    State.DELIVERED: frozenset(),
    # A provider may say "failed" and then deliver after all: the truth is what reached the phone.
    State.FAILED: frozenset({State.DELIVERED}),
    State.DROPPED: frozenset(),
}


def sources_of(target: State) -> list[str]:
    """The states from which a message may move to `target`; what a conditional update asks for."""
    return [state.value for state, targets in ALLOWED.items() if target in targets]
