"""The company plan server: the wire contract over its own tables; imported by its commands alone.

It knows nothing of the desktop: a database, a clock and a few settings are handed to it.
"""
