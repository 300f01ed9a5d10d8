"""What is said further about what was just answered, and would be something else by itself: "hộ nghèo có được miễn không"
behind the fee, "lưu lại cho tôi" behind a number that is not kept, "ông bà đưa đi" behind what was said of a child."""

import re

from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.turned_aside import tells
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE
from helpdesk.conversation.understanding.words import any_word

FEE, SECRETS, OTHER_MATTERS, CHILD, WHO_BRINGS, WRONG_INFO = (
    "fee",
    "no_secrets",
    "other_matters",
    "child",
    "who_brings_a_child",
    "wrong_info",
)
"""Flows by name."""
BOOK = "book"

VISITS = "visit_when"
"""The flow that says when a team comes to a village."""

_ASKS_OF_IT = re.compile(
    r"(?:(?:the|vay|rua|ma|thi|da|a) )*(?:con|co|duoc|sao|bao gio|khi nao|khi mo|bao lau|o dau|o mo|lam sao|the nao|nhu the nao|bao nhieu|phai khong|dung khong|dung roi)(?: (?:khong|ko|sao|co|den|lam|lay|duoc|vay|a|rua|nua|the|roi))*"
)
"""What is asked of the one topic that stands before her."""

_SOMEBODY_ELSE = r"(?:ong ba|ong (?:noi|ngoai)|ba (?:noi|ngoai)|ong|ba|co|chu|bac|di|cau|mo|anh chi|anh|chi|thay(?: co)?|co giao|thay giao|thay chu nhiem|co chu nhiem|chu nhiem|hang xom|nguoi khac|nguoi nha|truong ban|ai|mot minh(?: no)?|no tu)"
_BRINGS = re.compile(
    rf"\b{_SOMEBODY_ELSE} (?:\w+ )?(?:dua|dan|cho|chay|cho no|di cung|di voi|di theo|di)\b(?! (?:lam muc|mua))|\b(?:di|dua|dan)(?: no| chau| be| con)? (?:mot minh|cung ai|voi ai)\b|\bno (?:tu )?di mot minh\b"
)
_A_CHILD = re.compile(
    r"\b(?:chau|con|be|tre(?: em)?|dua(?: nho| be)?|no) ?(?:toi|tui|em|nho|be)?(?: hoc)?(?: \w+){0,3} (?:lop \d|\d tuoi|1[0-3] tuoi)\b|\btre(?: em| con)\b"
)

_BRINGS_A_CHILD = re.compile(
    r"\b(?:ong ba|ong (?:noi|ngoai)|ba (?:noi|ngoai)|hang xom|thay(?: giao)?|co giao|chu|bac|di|cau|nguoi khac|nguoi nha|ai)(?: (?:no|toi|tui|em))? (?:dua|dan|cho) (?:chau|con|be|no|tre|tui nho)\b"
)

BEHIND: tuple[tuple[frozenset[str], re.Pattern[str], str], ...] = (
    (
        frozenset({FEE}),
        re.compile(
            r"\b(?:mien|giam|mien phi|khong mat|khoi mat|ho ngheo|can ngheo|dan toc|chinh sach|tre em|nguoi gia)\b"
        ),
        FEE,
    ),
    (frozenset({SECRETS}), re.compile(r"\b(?:luu|giu|ghi|nho|cat)\b(?: lai| giup| ho)*\b"), SECRETS),
    (
        frozenset({OTHER_MATTERS}),
        re.compile(
            r"\b(?:hoi ai|viec cua (?:may|ban|ai)|thi sao|thi rang|o dau|ai lo|ai lam)\b|^(?:vay |the |rua )?ai\b"
        ),
        OTHER_MATTERS,
    ),
    (
        frozenset({WRONG_INFO}),
        re.compile(
            r"\b(?:giay|khai sinh|so ho khau|ho khau|giay to)\b(?: \w+){0,4} (?:mat|chay|rach|hong|khong co|khong con|that lac|uot|cuon)\b|\b(?:mat|chay|khong co|khong con) (?:giay|khai sinh|so ho khau)\b"
        ),
        WRONG_INFO,
    ),
    (frozenset({CHILD, WHO_BRINGS}), _BRINGS, WHO_BRINGS),
    (
        frozenset({CHILD, WHO_BRINGS}),
        re.compile(
            r"^(?:(?:con|the|vay|va|da) )*(?:em|con|chau|be|no|dua)(?: (?:trai|gai|toi|tui|em|nho|be|minh|cua|thu|hai|ba|ut|lon))*(?: nam nay)? \d{1,2}(?: tuoi)?(?: (?:thi sao|thi rang|sao|duoc khong|lam duoc khong|nua|a))*$"
        ),
        CHILD,
    ),
    # The team, where help at home was let be; and an offer that she takes after all is made again.
    (
        frozenset({"elderly_home"}),
        re.compile(
            r"^(?:(?:the|vay|rua|ma|roi|da) )*(?:bao gio|khi nao|khi mo|luc nao|hom nao|bua mo|ngay nao)(?: (?:thi|moi|doi|can bo|ho|cong an|xa))* (?:den|ve|vo|vao|toi|len)(?: (?:ban|thon|lang|day|rua|vay|a|duoc))*$"
        ),
        VISITS,
    ),
    *(
        (
            frozenset({offer}),
            re.compile(
                r"^(?:(?:thoi|a|ua|ma|nhung|the|vay|da|hay la|lai|toi|tui|em|con) )+(?:co|xin|lay|can|muon|goi(?: lai)?|ghi)(?: (?:cung|thi|sim|may|lai|toi|cho|ten))*(?: (?:duoc|cung duoc|di|vay|nhe|nha|a|roi|luon))*$"
            ),
            offer,
        )
        for offer in ("free_sim", "loan_phone", "elderly_home")
    ),
)
"""Behind which answers, what words, and what they are told; the first that fits."""

TOPIC_AND_ELSE = 2
"""Lines of the question which topic is meant, where there is only one."""

OF_AN_OFFER = frozenset({"free_sim", "loan_phone", "elderly_home"})
"""Topics of which such words ask: each is offered, and nothing is done by it."""

LONGEST = 12
"""Words; who says more asks anew."""

_GENERAL = frozenset(
    {
        None,
        "fee",
        "where",
        "why",
        "hours",
        "child",
        "elderly_home",
        "eligibility",
        "callback",
        "no_card",
        "bring",
        "human",
    }
)
"""Topics for which such words may be taken; a clear other one is her own."""


def said_further(said: Said) -> Onward | None:
    """The answer by what was spoken of last; what is open is asked again behind it."""
    state, understood = said.state, said.understood
    if understood.answer is not None or {PEOPLE, DAY} & understood.facts.keys() or said.wants_silence:
        return None
    if (
        understood.intent not in _GENERAL | {BOOK}
        or any_word(said.key) is not None
        or len(said.key.split()) > LONGEST
    ):
        return None
    if understood.intent != BOOK and (
        _BRINGS_A_CHILD.search(said.key) or (_A_CHILD.search(said.key) and _BRINGS.search(said.key))
    ):
        return tells(said, WHO_BRINGS)
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return None
    if _only_topic(said) and _ASKS_OF_IT.fullmatch(said.key):
        return Onward(Heard("chosen", 0))
    fitting = [(flows, told) for flows, words, told in BEHIND if words.search(said.key)]
    if not fitting:
        return None
    last = set(said.spoken_of)
    told = next((told for flows, told in fitting if flows & last), None)
    if understood.intent == BOOK and (told != SECRETS or understood.facts):
        return None  # "giữ giúp tôi" is the number that she has just sent, and elsewhere a place
    return None if told is None else tells(said, told)


def _only_topic(said: Said) -> bool:
    """Whether one topic, and "something else", is what she was asked about."""
    state = said.state
    if state is None or state.flow != WHICH_TOPIC or state.answers.get("answers_late") is not None:
        return False
    return (
        len(state.answers.get("choices", ())) == TOPIC_AND_ELSE
        and state.answers["choices"][0]["value"] in OF_AN_OFFER
    )
