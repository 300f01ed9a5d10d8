"""What the tests stand on: real stores, builders, fakes of the wire."""
