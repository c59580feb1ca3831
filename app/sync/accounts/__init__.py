"""One round with an account at a provider: pages come, and are stored with the place to go on.

Imported by the actions. ``opener`` is the one place that knows which provider has which reader.
"""
