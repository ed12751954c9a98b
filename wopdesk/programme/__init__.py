"""The programme: the guidelines' steps, kinds of document, due dates and ledgers, as data and pure functions.

Takes filed documents and a date, gives facts. Must not know where documents are kept, how they travel or how they look.
"""
