"""From what was keyed in to what stands on the screen next."""

from dataclasses import replace

from helpdesk.conversation.counting import note_expired
from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.turns import Slot, Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting import store
from helpdesk.conversation.lasting.lapsing import as_of
from helpdesk.conversation.lasting.pinned import standing, structure_of
from helpdesk.conversation.lasting.store import Conversation
from helpdesk.conversation.leading.said import ASK_WHICH_FROM
from helpdesk.conversation.playing import Played, play
from helpdesk.conversation.rendering.page_keys import BACK, MORE
from helpdesk.conversation.turn import take
from helpdesk.conversation.understanding.answers.replies import number_reply, yes_or_no
from helpdesk.conversation.understanding.words import strong_word
from helpdesk.conversation.ussd import resuming
from helpdesk.conversation.ussd.dialled import dialled_choices
from helpdesk.conversation.ussd.screen import (
    DIALLED,
    RESUMED,
    Screen,
    as_on_screen,
    name_of,
    page_of,
    paged,
    question_of,
    turned,
    words_of,
)
from helpdesk.conversation.ussd.sessions import Session
from helpdesk.text.folding import matching_key


def next_screen(scene: Scene, keyed: str, session: Session | None, *, first: bool, before: str) -> Screen:
    """What to show for what was keyed in (or dialled, with the `first` turn); `before` is the text that she has before her.

    A session begins with the menu, or asks whether to go on with what is open still.
    """
    text = keyed.strip()
    loaded = store.load(scene.db, scene.contact.id)
    conversation = as_of(scene.db, scene.house, loaded, scene.now)
    if conversation is not loaded:
        # Kept at once: a page that is turned keeps nothing, and the next turn would count it again.
        note_expired(scene.db, scene.contact, loaded.state, conversation.state, now=scene.now)
        store.put(scene.db, scene.contact.id, conversation, now=scene.now)
    if session is None or session.ended_at is not None:
        if _worth_going_on(conversation):
            return resuming.ask(scene, conversation.state)
        return _menu(scene, conversation, dialled_choices(text, scene.gateway.address) if first else ())
    found = paged(scene, before)
    page = turned(session, text, before, found)
    if page is not None:
        return page
    if session.resuming:
        return _resumed(scene, text, conversation)
    if _not_asked_yet(scene, session, conversation, text, last=len(found) - 1):
        return page_of(session, before, session.seen + 1)
    on_screen = as_on_screen(conversation, session.asked)
    if on_screen is None and not strong_word(matching_key(text)):
        return _what_is_open(scene, conversation)
    return _taken(scene, text, on_screen or conversation)


def _worth_going_on(conversation: Conversation) -> bool:
    """Whether something was begun; an open menu is no more than the menu."""
    state = conversation.state
    return state is not None and (state.flow not in ASK_WHICH_FROM or bool(state.below))


def _menu(scene: Scene, conversation: Conversation, choices: tuple[str, ...] = ()) -> Screen:
    """The menu, or where these choices lead from it, as far as each is understood."""
    script = scene.house.script
    flow = script.flow_for("menu") or "menu"
    played = play(scene, script.structure, conversation.state, Start(flow))
    store.save(
        scene.db,
        scene.contact.id,
        played.state,
        edition=script.edition,
        now=scene.now,
        before=conversation,
    )
    edition: str = script.edition
    noted_as: str | None = DIALLED
    for choice in choices:
        if played.state is None or played.state.tries:
            break
        taken = take(scene, choice, Conversation(played.state, edition, scene.now, None))
        played, edition, noted_as = taken.played, taken.edition, None
    return _spoken(scene, played, noted_as)


def _resumed(scene: Scene, text: str, conversation: Conversation) -> Screen:
    answer = resuming.answer(scene, text)
    if answer is resuming.Answer.GO_ON:
        return _what_is_open(scene, conversation, resumed=True)
    if answer is resuming.Answer.ANEW:
        return _menu(scene, conversation)
    if text in (MORE, BACK) or not strong_word(matching_key(text)):
        return resuming.ask(scene, conversation.state)
    return _taken(scene, text, conversation)


def _not_asked_yet(
    scene: Scene, session: Session, conversation: Conversation, text: str, *, last: int
) -> bool:
    """Whether she says yes or no, or a number, to a question of which the screen has not shown all.

    Nobody can agree to what was not shown; a line of a list may be chosen from memory. The key that goes back is no
    number.
    """
    if text == BACK or session.seen >= last or session.asked != name_of(conversation.state):
        return False
    structure = structure_of(scene.house, scene.db, conversation.edition)
    ask = open_question(structure, standing(scene.house.script, structure, conversation.state))
    short = number_reply(matching_key(text)) is not None or yes_or_no(text) is not None
    return ask is not None and ask.expect == "yes_no" and short


def _what_is_open(scene: Scene, conversation: Conversation, *, resumed: bool = False) -> Screen:
    """The open question in the form of this screen; the menu where there is none."""
    structure = structure_of(scene.house, scene.db, conversation.edition)
    state = standing(scene.house.script, structure, conversation.state)
    if state is None and conversation.state is not None:
        # A deploy has taken it away: she is told, and goes on from the nearest place.
        return _taken(scene, "", conversation)
    if state is None:
        return _menu(scene, conversation)
    asked = replace(state, tries=0)
    edition = conversation.edition or scene.house.script.edition
    store.save(scene.db, scene.contact.id, asked, edition=edition, now=scene.now, before=conversation)
    noted_as = RESUMED if resumed else DIALLED
    return Screen(words_of(scene, question_of(asked)), noted_as, name_of(asked))


def _taken(scene: Scene, text: str, conversation: Conversation) -> Screen:
    """What a text came to, which is noted by that."""
    return _spoken(scene, take(scene, text, conversation).played, None)


def _spoken(scene: Scene, played: Played, noted_as: str | None) -> Screen:
    """What was said; where that was silence, what is open: a session cannot be left without an answer."""
    if played.state is not None and played.sayings and played.sayings[-1].slot is Slot.SAY:
        # Said beside the open question, which a text still shows and this screen does not.
        played = replace(played, sayings=(*played.sayings, *question_of(played.state)))
    text = words_of(scene, played.sayings)
    if text:
        return Screen(text, noted_as, name_of(played.state), sayings=played.sayings)
    if played.state is not None:
        return Screen(words_of(scene, question_of(played.state)), noted_as, name_of(played.state))
    return replace(_menu(scene, store.NONE_YET), noted_as=noted_as)
