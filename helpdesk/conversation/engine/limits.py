"""The engine's bounds, in one place."""

MAX_STEPS = 60
"""Steps walked for one input. A flow that needs more goes round in circles."""

MAX_TRIES = 2
"""Answers to one question that were not understood, before the `stuck` exit is taken."""

MAX_TRAIL = 8
"""Questions one can go back through."""

MAX_BELOW = 3
"""Suspended conversations kept; what lies deeper has been forgotten by the person, too."""

STUCK_FLOW = "stuck"
"""Where a question leads that was not understood MAX_TRIES times, unless it has a `stuck` exit of its own."""

REFUSED = {"no": "let_be", "none": "human"}
"""Where a question leads that she refuses, unless it has an exit of its own for that: `no` is "thôi", which lets it be;
`none` is "không phải cái nào", which has an official asked."""

HER_OWN = "my_"
"""How answers begin that are about herself, not about one question: she takes them along to whatever she turns to."""
