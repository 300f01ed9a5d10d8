"""Rounds of visits: who asks, what is proposed, what is published."""
