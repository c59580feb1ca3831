"""One round with every connection: pull, store, push; a plain blocking function.

Imported by the actions; who calls a round, when and on which thread is not its business.
"""
