"""One question of each kind, as flows ask them."""

from typing import Any

from helpdesk.conversation.engine.structure import Ask, Target
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.understanding.understand import Question, Understood
from helpdesk.places.sample import without_database

PLACES = {place.code: place for place in without_database()}
END = Target.parse("end done")


def asking(ask: Ask, *labels: str, **answers: Any) -> Question:
    return Question(
        ask=ask, labels=labels, answers=answers, places=lambda: list(PLACES.values()), this_year=2026
    )


def lines(*names: str) -> list[dict[str, Any]]:
    return [{"value": number, "facts": {}, "name": name} for number, name in enumerate(names)]


MENU = asking(Ask("choice", {}, choices=(END,) * 3), "Các bước làm", "Đặt chỗ", "Xem, đổi, hủy chỗ")
MENU_IN_ENGLISH = asking(MENU.ask, "The steps", "Book a place", "See, change, cancel")
NEXT = asking(Ask("choice", {}, choices=(END,)), "Xem tiếp")
CONSENT = asking(Ask("yes_no", {}, choices=(END,) * 2), "Đồng ý và đặt", "Thôi")
CONSENT_IN_ENGLISH = asking(CONSENT.ask, "I agree, book", "No")
CANCEL = asking(Ask("yes_no", {}, choices=(END,) * 2), "Hủy", "Giữ")
WHICH = asking(Ask("option", {"chosen": END}, options="openings"), openings=lines("", "", ""))
WHERE = asking(
    Ask("place", {"chosen": END, "named": END, "several": END}, options="places"), places=lines("", "")
)
WHO = asking(Ask("people", {"named": END}, keep="people"))
WHOM = asking(
    Ask("person", {"chosen": END}, options="cancellable"),
    cancellable=lines("", "Hồ Văn A", "Hồ Thị Nôm", "Huy", "Mai", "Y Cúc"),
)
ANYTHING = asking(Ask("question", {"said": END}, choices=(END,)), "Cán bộ gọi lại cho tôi")

EVERY_KIND = {
    "choice": MENU,
    "yes_no": CONSENT,
    "option": WHICH,
    "place": WHERE,
    "people": WHO,
    "person": WHOM,
    "question": ANYTHING,
}

NOT_UNDERSTOOD = Understood()


def answer(outcome: str, value: Any) -> Understood:
    return Understood(answer=Heard(outcome, value))


def choice(number: int) -> Understood:
    """The choice that is shown with this number."""
    return answer("choice", number - 1)


def chosen(number: int) -> Understood:
    """The line that is shown with this number."""
    return answer("chosen", number - 1)


def wish(intent: str, **facts: Any) -> Understood:
    return Understood(intent=intent, facts=facts)
