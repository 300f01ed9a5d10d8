"""What a text is about: its words, the ideas in them, and which topic they speak for."""
