"""The screens, a folder each: presenter (no Qt), view (no desk), and the screen that joins both."""
