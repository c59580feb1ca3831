"""One window for each data folder, and what a second start says to it; for ui.start and above.

Only ``ear`` knows Qt: a second start ends without loading it.
"""
