"""Contacts, persons, consent, officials and the audit of what they did."""
