"""The page "Before you dial": what is known of a number; for the window and its wiring."""
