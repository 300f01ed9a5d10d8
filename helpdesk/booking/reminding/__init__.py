"""What is said about bookings by itself: when, for whom, until when it is of use, and taken back."""
