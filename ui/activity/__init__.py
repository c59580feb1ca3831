"""The Activity page: every call and text; for the window and its wiring."""
