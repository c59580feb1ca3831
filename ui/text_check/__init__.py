"""The page "Text check": a text's segments while it is typed; for the window and its wiring."""
