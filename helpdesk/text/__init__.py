"""What can be said about a text without knowing who wrote it: letters, length, numbers, dates, names."""
