"""Openings from and for a spreadsheet."""
