"""Which ideas together mean which topic, with how much weight.

`topic:` and under it `weight ideas`. All ideas of a line must be near each other in the text; `a>b` wants a shortly
before b; `!a` wants no a anywhere. The heaviest line that fits counts: a special case weighs more than what is general.
A topic is acted on where it has at least 5 and leads by 1; otherwise the likeliest are offered.
"""
