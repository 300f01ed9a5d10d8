"""Ways to questions that are not come to by answering: what must be so before, and who is asked then.

`every_question.py` goes on from each of them by all that can be answered. A question of a new flow that nobody comes
to needs a way here, in the file of its kind and in the list of `ways.py`.
"""
