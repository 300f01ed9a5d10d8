"""What flows can have done: named actions with named outcomes, in one explicit table (`table.py`)."""
