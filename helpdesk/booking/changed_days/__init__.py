"""Openings that are called off or put off, and who is told."""
