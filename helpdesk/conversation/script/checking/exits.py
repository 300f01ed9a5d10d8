"""Whether a step has exactly the exits that its action or its question can turn out to need."""

from collections.abc import Iterator, Mapping

from helpdesk.conversation.actions.table import Action
from helpdesk.conversation.engine.structure import Ask, Do, Say, Step
from helpdesk.conversation.script.fault import Fault
from helpdesk.conversation.script.model import Script, StepTexts
from helpdesk.conversation.script.ways import ALWAYS_POSSIBLE
from helpdesk.conversation.understanding.answers.expectations import Expectation

ANSWERED_BY_NUMBER = frozenset({"choice", "yes_no", "question"})
"""Kinds of answer in which a number means one of the step's `choices`."""

FROM_A_LIST = "chosen"
"""The outcome of questions whose numbers mean the lines of `options`."""


def exit_faults(
    script: Script, actions: Mapping[str, Action], expectations: Mapping[str, Expectation]
) -> Iterator[Fault]:
    """Faults of actions, expected answers and their exits."""
    for name, flow in script.flows.items():
        for step_name, texts in flow.texts.items():
            step = script.structure.step(name, step_name)
            for line, why in _faults(step, texts, actions, expectations):
                yield Fault(flow.file, line, why)


Found = Iterator[tuple[int, str]]


def _faults(
    step: Step, texts: StepTexts, actions: Mapping[str, Action], expectations: Mapping[str, Expectation]
) -> Found:
    match step:
        case Say():
            return
        case Do():
            if step.action not in actions:
                yield texts.line, f"there is no action '{step.action}'; known: {', '.join(sorted(actions))}"
            else:
                yield from _exits(step, texts, actions[step.action].outcomes, f"the action '{step.action}'")
        case Ask():
            if step.expect not in expectations:
                known = ", ".join(sorted(expectations))
                yield texts.line, f"there is no kind of answer '{step.expect}'; known: {known}"
            else:
                outcomes = expectations[step.expect].outcomes
                yield from _exits(step, texts, outcomes, f"'expect: {step.expect}'")
                yield from _choosing(step, texts, outcomes)


def _exits(step: Ask | Do, texts: StepTexts, outcomes: frozenset[str], of: str) -> Found:
    for outcome in sorted(outcomes - step.exits.keys()):
        yield texts.line, f"no exit for '{outcome}', which {of} can turn out to be"
    possible = outcomes | ALWAYS_POSSIBLE if isinstance(step, Ask) else outcomes
    for outcome in step.exits.keys() - possible:
        yield texts.exit_lines.get(outcome, texts.line), f"'{outcome}' is no outcome of {of}"


def _choosing(ask: Ask, texts: StepTexts, outcomes: frozenset[str]) -> Found:
    if ask.choices and ask.options:
        yield texts.line, "'choices' and 'options' would both be numbered from 1: only one of them"
    elif ask.choices and ask.expect not in ANSWERED_BY_NUMBER:
        yield (
            texts.line,
            f"'expect: {ask.expect}' takes no number for an answer, so 'choices' cannot be chosen",
        )
    if FROM_A_LIST in outcomes and not ask.options:
        yield texts.line, f"'expect: {ask.expect}' needs 'options': the list to choose from"
    if FROM_A_LIST not in outcomes and ask.options:
        yield texts.line, f"'expect: {ask.expect}' does not choose from 'options'"
    if not outcomes and not ask.choices:
        yield texts.line, f"a question with 'expect: {ask.expect}' needs 'choices'"
    if ask.expect == "yes_no" and len(ask.choices) == 1:
        yield (
            texts.line,
            "'expect: yes_no' needs two choices or more: what yes leads to, then what no leads to",
        )
