"""How the desk looks: one table of tokens, and what is made of it."""
