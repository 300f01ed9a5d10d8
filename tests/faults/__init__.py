"""What goes wrong outside of us, tested through the whole: processes killed, stores away, a provider that fails.

Mirrors no room. After each fault the invariants of tests/support/invariants.py must hold.
"""
