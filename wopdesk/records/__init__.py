"""Records and how they merge: spaces, batches, segments, statements, permissions and visible values.

Everything here is a pure function of values: no file, clock, key or database is touched. What an office knows is a set
of batches; what it shows is computed from that set alone, so the order in which mail arrives never matters.
"""
