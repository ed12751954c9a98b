"""The first screen: what must I do next."""
