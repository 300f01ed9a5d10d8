"""Answers in words of her own, which a topic or a command would be read from: "chưa có", "thôi", "tôi bận"."""

import re
import unicodedata

from helpdesk.conversation.actions.questions.own_case import CARD
from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.her_place.said_to_reminders import (
    CANNOT_COME,
    REMINDER,
    answers_later,
)
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.answers.own_words import choice_in_own_words
from helpdesk.conversation.understanding.answers.refusals import MORE, NO, NONE, refusal
from helpdesk.conversation.understanding.answers.replies import number_reply, yes_or_no
from helpdesk.conversation.understanding.bookings.absence import cannot_come
from helpdesk.conversation.understanding.bookings.mid_booking import is_busy, rings_later
from helpdesk.conversation.understanding.bookings.one_text import DAY, FORGET, OPENING, PART
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.topics.deciding import DEEDS
from helpdesk.conversation.understanding.understand import IN_THE_MIDDLE, Question, Understood
from helpdesk.conversation.understanding.words import strong_word
from helpdesk.text.folding import matching_key

REFUSABLE = frozenset({"choice", "option", "place", "people", "person"})
"""Kinds of questions that have no "no" among their answers."""

_NO_YEAR = re.compile(
    r"(?:(?:da|a|toi|tui|em|con|chau|minh|ba|ong|me|mu|thi|lai|gia roi) )*(?:khong|ko|k|kg|hong|chang|quen|chua)(?: (?:con|co|mat|the|biet|ro|cung))*"
    r"(?: (?:nho|biet|ro))*(?: (?:nam|tuoi|nam sinh|ngay sinh|sinh nam nao|sinh nam may|bao nhieu tuoi|may tuoi))+(?: (?:nua|dau|a|roi|het|can bo|nao))*"
)
"""She does not know a birth year: she is booked without."""

A_DAY_ALONE = 3
"""Words of a text that says a day and nothing else: "rằm tháng giêng"."""

OFFERED = frozenset({("offer", "offered"), ("offer", "offered_young")})
"""Questions whose day alone is answered by "tôi bận", so that it is a no."""

_ONLY_FOR = re.compile(
    r"(?:(?:da|a|chi|moi|dat|dk|dang ky|lam|ghi|xin) )*cho (?:minh |moi |rieng )?"
    r"(?:toi|tui|em|con|chau|me|ma|bo|cha|ba|ong|vo|chong|anh|chi|co|chu|bac)(?: \w+){0,3} thoi(?: (?:a|nhe|nha|can bo))*"
)
"""For one alone of whom she says no name."""

SHOWS_HER_WAIT = ("waits", "show")
"""The question whose second choice takes her name off the list."""

_WAITS_NO_MORE = re.compile(
    r"(?:(?:da|a|thoi|toi|tui|em|con|chau|minh|vay) )*(?:khong|ko|k|kg|khoi|hong) (?:muon |can |phai )?(?:cho|doi)(?: (?:nua|dau|het|roi|a|can bo))+"
)

_DROPS = re.compile(r"(?:(?:thoi|vay|da|u) )*bo(?: (?:di|luon|het|cho|nhe|nha|a|cho toi|giup))*")
_KEEPS = re.compile(
    r"(?:(?:thoi|vay|da|u|a|khoi doi|khong doi|cu|van) )*(?:giu|de)(?: (?:nguyen|vay|rua|the|yen|nhu cu|nhu truoc|nhu vay|lai|cho cu|ngay cu|lich cu|buoi cu|cho|toi|tui|em|con|di|nhe|nha|a|giup|voi))+"
    r"|(?:(?:thoi|vay|da|u|a) )*(?:nhu cu|nhu truoc|ngay cu|buoi cu|cho cu)(?: (?:nhe|nha|a|di|thoi|cho toi))*"
)

BEHIND_ONE = 2
"""The number behind the only line of a list."""

TOPIC_AND_ELSE = 2
"""Lines of the question which topic was meant, where there was one only: that, and something else."""


def in_own_words(spoken: Spoken) -> Understood | None:
    """Her "chưa có" to a question of the steps that has a choice for it: no refusal, and no topic of its own."""
    if spoken.question is None or strong_word(spoken.key) is not None:
        return None
    chosen = choice_in_own_words(spoken.key, spoken.question.ask)
    if chosen is None and spoken.question.ask.keep == CARD:
        chosen = _by_its_year(spoken, len(spoken.question.ask.choices))
    return None if chosen is None else Understood(answer=Heard("choice", chosen))


_A_YEAR = re.compile(
    r"(?:(?:ghi|in|de|co|no|thay|tren|the|la|nam|den|toi|han|het|gia tri|ngay|thang|\d{1,2}) )*(20\d\d)(?: (?:a|do|can bo|thi sao|co duoc khong|la sao))*"
)


def _by_its_year(spoken: Spoken, choices: int) -> int | None:
    """The choice that a year on her card is: one to come can only be that of its end; of another nobody knows what it is."""
    year = _A_YEAR.fullmatch(spoken.key)
    if year is None:
        return None
    this_year = spoken.here.today.year
    if int(year[1]) > this_year:
        return 0
    return 1 if "het" in spoken.key.split() and int(year[1]) < this_year else choices - 1


def refused(spoken: Spoken) -> Understood | None:
    """Her "thôi" or "không phải cái nào" to a question that offers no such answer; None where a choice is written out."""
    question = spoken.question
    of_her_place = _drops_or_keeps(spoken)
    if of_her_place is not None:
        return of_her_place
    if question is None or not _may_refuse(question.ask):
        return None
    number = number_reply(spoken.key)
    if number == BEHIND_ONE and _is_list_of_one(question):
        return Understood(answer=Heard(NONE))
    if number is not None or spoken.key in [matching_key(label) for label in question.labels]:
        return None
    if question.ask.expect == "people" and _ONLY_FOR.fullmatch(spoken.key):
        return None  # "làm cho mẹ tôi thôi" is for her mother alone, and no "thôi"
    said = refusal(spoken.text, more=MORE in question.ask.exits)
    if said is None or (question.ask.expect == "person" and NO not in question.ask.exits):
        return None
    # Whoever names nobody books nobody.
    return Understood(answer=Heard(NO if question.ask.expect in ("people", "person") else said))


def _may_refuse(ask: Ask) -> bool:
    """Whether no answer of a question is a "no"; one that has an exit for it besides a yes and another way does not."""
    return ask.expect in REFUSABLE or (ask.expect == "yes_no" and NO in ask.exits)


def _is_list_of_one(question: Question) -> bool:
    """Whether there is one line to choose, so that "2" is whatever else there may be."""
    lines = question.answers.get(question.ask.options or "", ())
    return len(lines) == 1 and NONE in question.ask.exits


def agreed(spoken: Spoken) -> Understood | None:
    """Her "vâng" to the question which topic was meant: the one that was named; courtesy where there are several, or
    where none was in doubt. What is done at once, without a question of its own, she must choose by its number."""
    state = spoken.state
    if spoken.question is None or state is None or state.flow != WHICH_TOPIC:
        return None
    if number_reply(spoken.key) is not None or yes_or_no(spoken.text) is not True:
        return None
    topics = [option["value"] for option in state.answers.get("choices", ())]
    in_doubt = state.answers.get("answers_late") is None
    if in_doubt and len(topics) == TOPIC_AND_ELSE and topics[0] not in DEEDS:
        return Understood(answer=Heard("chosen", 0))
    return Understood(answer=Heard(NO))


def no_name(spoken: Spoken) -> Understood | None:
    """A lunar or a vague day alone where names are asked for: "rằm" may be one as well, and is asked about."""
    if (
        spoken.question is None
        or spoken.question.ask.expect != "people"
        or len(spoken.key.split()) > A_DAY_ALONE
    ):
        return None
    reading = read(spoken.text, today=spoken.here.today, places=())
    named_in_full = any(person.birth_year or " " in person.name for person in reading.people)
    return Understood() if reading.unclear_day and not named_in_full else None


def puts_off(spoken: Spoken) -> Understood | None:
    """Her "mai tôi trả lời", "để tôi hỏi chồng đã" in the middle of a booking: its question waits, and nothing was amiss."""
    if spoken.question is None or not spoken.question.books:
        return None
    later = answers_later(spoken.key) or rings_later(spoken.key)
    return IN_THE_MIDDLE if later or _NO_YEAR.fullmatch(spoken.key) else None


def _drops_or_keeps(spoken: Spoken) -> Understood | None:
    """Her "bỏ đi" where she is asked about her place, which cancels and is no "no" that keeps it; her "giữ nguyên" there, or
    where days are listed to which it could be moved."""
    question, state = spoken.question, spoken.state
    if question is None or state is None or state.flow not in (REMINDER, CANNOT_COME, MOVES):
        return None
    if (
        state.flow != MOVES
        and _DROPS.fullmatch(spoken.key)
        and "bố" not in unicodedata.normalize("NFC", spoken.text).casefold()
    ):
        cancels = [at for at, label in enumerate(question.labels) if matching_key(label) == "huy"]
        return Understood(answer=Heard("choice", cancels[0])) if cancels else None
    if not _KEEPS.fullmatch(spoken.key):
        return None
    if state.flow == REMINDER:
        return Understood(answer=Heard("choice", 0))
    return Understood(answer=Heard(NO)) if NO in question.ask.exits else None


def waits_no_more(spoken: Spoken) -> Understood | None:
    """Her "không chờ nữa" where she sees for what she waits: it takes her name off, and is no "no" that keeps it."""
    state = spoken.state
    if (
        state is None
        or (state.flow, state.step) != SHOWS_HER_WAIT
        or not _WAITS_NO_MORE.fullmatch(spoken.key)
    ):
        return None
    return Understood(answer=Heard("choice", 1))


def _alone_cannot_come(spoken: Spoken) -> bool:
    """Whether the one for whom a place is held cannot come; of several nobody knows who."""
    return spoken.state is not None and spoken.state.answers.get("party") == 1 and cannot_come(spoken.key)


def busy(spoken: Spoken) -> Understood | None:
    """Her "tôi bận" to a day of the booking she makes: none of those that are offered, or another one."""
    question, state = spoken.question, spoken.state
    if question is None or state is None:
        return None
    if (state.flow, state.step) in OFFERED and (is_busy(spoken.key) or _alone_cannot_come(spoken)):
        return Understood(answer=Heard("choice", 1))
    if not question.books or not is_busy(spoken.key):
        return None
    if NONE in question.ask.exits and question.ask.expect == "option":
        return Understood(answer=Heard(NONE))
    if state.answers.get(OPENING):
        return Understood(intent=BOOKS, facts={FORGET: [OPENING, DAY, PART]})
    return Understood()
