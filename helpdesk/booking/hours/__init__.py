"""When centres are open: office hours, and the openings that are made of them."""
