"""What a text says of days and hours, and how days and hours are written for those who read them."""
