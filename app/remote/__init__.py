"""Peers on the network: each turns what a server says into values of the domain or the wire.

Imports ``app.domain`` and ``app.wire``; nothing above this room has heard of httpx.
"""
