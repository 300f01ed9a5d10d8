"""What is kept for how long: texts, names and numbers go when nothing needs them any more."""
