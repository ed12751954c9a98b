"""The parts of every screen: words, buttons, cards, tables, charts, messages. They know no desk and no record."""
