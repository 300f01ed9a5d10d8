"""The persons in bookings: what they need, their own phones, who may be the same."""
