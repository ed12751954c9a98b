"""Send and receive: files come in and are taken with one click, and each office gets what it lacks."""
