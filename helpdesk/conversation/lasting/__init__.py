"""A conversation lives for days: where it stands, in which edition of the script, and what can be asked no more."""
