"""The command line: the desk's use cases without a screen.

Reads arguments, asks the desk and prints. Must not decide anything a screen would have to decide again.
"""
