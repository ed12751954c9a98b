"""Charts before anybody paints them: from values to marks at places. Pure.

Paper (`reports`) and screen (`ui`) paint the same marks, each with its own colours and fonts. Must not know either.
"""
