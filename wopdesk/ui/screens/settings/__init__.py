"""Settings: who works here, how the desk looks, and looking after its data."""
