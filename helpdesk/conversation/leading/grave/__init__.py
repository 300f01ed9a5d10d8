"""The few matters where a text that is not understood, or understood as something else, does harm: a life in danger, a bomb in
a field, a death, a fraud that has happened, and who belongs to another office.

Each file is one recogniser: pure, told only the text, its words in families (what happened, to whom, what is asked) and what
must not be so. The tables of its tests stand in tests/conversation/leading/grave.
"""
