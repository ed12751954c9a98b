"""Offices: who is known, who waits for approval, who takes part where, and who leaves."""
