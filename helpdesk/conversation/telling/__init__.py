"""What we say by ourselves: reminders, offers, news of what others did, each once and in the way she is reached."""
