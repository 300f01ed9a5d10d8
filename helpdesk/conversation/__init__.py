"""An inbound message, or one that we start: the turn, the engine, the actions of the flows."""
