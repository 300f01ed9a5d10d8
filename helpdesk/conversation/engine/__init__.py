"""The pure engine: (structure, state, input) → waiting, needs an action, or ended. No clock, no database, no wording."""
