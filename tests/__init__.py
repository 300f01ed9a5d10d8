"""Tests mirror the rooms of helpdesk; what they share is in tests/support."""
