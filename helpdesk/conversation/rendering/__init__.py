"""From sayings to the text on a phone."""
