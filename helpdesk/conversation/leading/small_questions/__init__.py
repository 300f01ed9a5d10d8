"""Small questions, each with one certain answer: tables of words, behind which answers or anywhere, and the flow that tells it."""
