"""Answers to what was just asked, through the live path: right, asked again, or taken for something else."""

from dataclasses import dataclass, field

from bench.collection import Count, Verdict, rows
from helpdesk.conversation.understanding.understand import Understood, understand
from tests.conversation.understanding import questions

QUESTIONS = {
    "consent": questions.CONSENT,
    "cancel": questions.CANCEL,
    "menu": questions.MENU,
    "next": questions.NEXT,
    "which": questions.WHICH,
    "where": questions.WHERE,
    "who": questions.WHO,
    "whom": questions.WHOM,
    "anything": questions.ANYTHING,
}
NO_ANSWER = "no answer"
NOTHING = "nothing"
_PLACES = {place.id: place.name for place in questions.PLACES.values()}


@dataclass
class Answered:
    """All answers, measured; `false_consents` counts texts that were taken for the yes they are not."""

    count: Count = field(default_factory=Count)
    false_consents: int = 0
    failed: list[str] = field(default_factory=list)


def measure_answers() -> Answered:
    """Hold the live path against every line of answers.jsonl."""
    found = Answered()
    for row in rows("answers"):
        means = [row["means"]] if isinstance(row["means"], str) else row["means"]
        got = described(understand(row["text"], QUESTIONS[row["asked"]]))
        verdict = judged(got, means)
        found.count.add(verdict)
        found.false_consents += row["asked"] == "consent" and got == "choice 1" and verdict == "wrong"
        if verdict != "right":
            found.failed.append(f"{verdict}: {row['asked']} ← {row['text']!r}: right {means}, read {got}")
    return found


def judged(got: str, means: list[str]) -> Verdict:
    """Where no answer was given, any wish or nothing is right; a wish or an answer that was not meant is wrong."""
    is_answer = got != NOTHING and not got.startswith("wish ")
    if got in means or (NO_ANSWER in means and not is_answer):
        return "right"
    return "asked" if got == NOTHING else "wrong"


def described(understood: Understood) -> str:
    """What was understood, in the words of answers.jsonl."""
    answer = understood.answer
    if answer is None:
        return f"wish {understood.intent}" if understood.intent else NOTHING
    value = answer.value
    if answer.outcome in ("choice", "chosen"):
        return f"{answer.outcome} {value + 1}"
    if answer.outcome == "named" and isinstance(value, int):
        return f"place {_PLACES[value]}"
    if answer.outcome == "named":
        return "people " + ";".join(f"{name} {year}" if year else name for name, year in value)
    return str(answer.outcome)
