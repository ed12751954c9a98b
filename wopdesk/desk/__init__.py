"""The desk: what a person can do, written once for the screen and the command line.

Joins store, exchange and reports; decides with programme, records and xlsform. Must not know Qt or a terminal.
"""
