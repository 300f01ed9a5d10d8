"""The officials' pages: lists of openings, tickets, and the login before them."""
