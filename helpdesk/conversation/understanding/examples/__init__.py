"""Sentences that residents write, by topic: what a text is held against when its words leave a doubt.

`topic:` and under it, indented, sentences parted by "|". Add what was not understood; a sentence that belongs to two
topics belongs here twice or not at all.
"""
