"""Forms: an XLSForm is read, checked and filled with the meaning ODK gives it.

Pure, and the only place that knows pyxform, which it imports late. Must not know records, kinds, databases or a screen.
"""
