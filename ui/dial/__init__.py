"""The page "Before you dial": what is known of a number; the window and the desk may import it."""
