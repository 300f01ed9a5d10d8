"""Answers to what was asked: numbers, yes and no, a line pointed at, a choice in her own words."""
