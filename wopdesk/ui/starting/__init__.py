"""Starting documents and partnerships: what may be started here, asked in a dialog, for any screen."""
