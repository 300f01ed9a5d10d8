"""Openings, bookings for persons, and what becomes due because of them."""
