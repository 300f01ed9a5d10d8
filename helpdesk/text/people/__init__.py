"""Who is named or counted in a text: names, lists of them, and what stands beside them."""
