"""The window and what surrounds every screen: start, the desk's thread, faults. Knows screens by name only."""
