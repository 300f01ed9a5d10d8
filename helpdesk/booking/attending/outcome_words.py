"""What outcomes and reasons are called, on the desk, in lists and in texts to officials."""

from helpdesk.booking.attending.outcome_states import Outcome, Reason

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.CAME: ("đã đến", "came"),
    Outcome.ABSENT: ("không đến", "did not come"),
    Outcome.TAKEN: ("đã làm mức 2", "level 2 taken"),
    Outcome.TAKEN_WITH_CARD: ("đã làm thẻ và mức 2", "card and level 2 taken"),
    Outcome.SENT_AWAY: ("chưa làm được", "could not be served"),
    Outcome.NOTICED: ("đã có tin báo", "has the notice"),
    Outcome.ACTIVATED: ("đã kích hoạt", "activated"),
}
"""In Vietnamese and in English."""

REASONS: dict[Reason, tuple[str, str]] = {
    Reason.NO_CARD: ("không có thẻ căn cước", "no ID card"),
    Reason.SIM_NOT_OWN: ("SIM không đứng tên mình", "SIM not in her own name"),
    Reason.KIT_BROKEN: ("máy hỏng", "kit broken"),
    Reason.TOO_MANY: ("đông quá, hết giờ", "too many people"),
    Reason.OTHER: ("lý do khác", "another reason"),
}


def called(outcome: Outcome | None, reason: Reason | None = None, *, language: str = "vi") -> str:
    """The outcome in words: "chưa làm được: máy hỏng"; nothing for who was not marked."""
    if outcome is None:
        return ""
    place = 1 if language == "en" else 0
    words = OUTCOMES[outcome][place]
    return f"{words}: {REASONS[reason][place]}" if reason else words
