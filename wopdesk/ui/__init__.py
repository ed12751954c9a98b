"""The window: the only place that knows Qt.

`theme` says how things look, `widgets` are the parts of every screen, `form` has an editor for each type of question.
Presenters know no widget; views know no store.
"""
