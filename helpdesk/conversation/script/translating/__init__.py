"""The sheet for translators, out of the flows and back into them."""
