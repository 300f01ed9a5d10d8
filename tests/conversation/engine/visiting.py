"""A structure small enough to hold in mind, with everything that the engine knows."""

from helpdesk.conversation.engine.structure import Ask, Do, Flow, Lead, Say, Structure, Target
from helpdesk.conversation.engine.turns import Happened, Heard, Saying, Slot

PLACES = (
    {"value": 7, "facts": {"place": "Cà Roòng 1"}},
    {"value": 8, "facts": {"place": "Y Leng"}},
)
FOUND_PLACES = Happened("found", {"places": PLACES})
YES, NO = Heard("choice", 0), Heard("choice", 1)
NOT_UNDERSTOOD = Heard(None)


def to(target: str) -> Target:
    return Target.parse(target)


VISIT = Flow(
    start="places",
    steps={
        "places": Do("find_places", {"found": to("greet")}),
        "greet": Say(to("which")),
        "which": Ask("option", {"chosen": to("sure")}, options="places", keep="place_id"),
        "sure": Ask("yes_no", {}, choices=(to("book"), to("flow goodbye"))),
        "book": Do("book", {"booked": to("done"), "full": to("which")}),
        "done": Say(to("end booked")),
    },
)
GOODBYE = Flow(start="bye", steps={"bye": Say(to("end declined"))})
STUCK = Flow(
    start="offer",
    steps={
        "offer": Ask("yes_no", {"stuck": to("end stuck")}, choices=(to("flow visit"), to("end no")), tries=1)
    },
)
HELP = Flow(start="say", steps={"say": Say(to("end told"))}, aside=True)
REMINDER = Flow(
    start="coming",
    steps={
        "coming": Ask("yes_no", {"expired": to("note")}, choices=(to("thanks"), to("flow goodbye"))),
        "thanks": Say(to("end coming")),
        "note": Do("note_silence", {"noted": Target(Lead.END, "silent")}),
    },
)
STRUCTURE = Structure(
    {"visit": VISIT, "goodbye": GOODBYE, "stuck": STUCK, "help": HELP, "reminder": REMINDER}
)


def says(flow: str, step: str, slot: Slot = Slot.SAY, **answers: object) -> Saying:
    return Saying(flow, step, slot, answers)
