"""``talktally --selfcheck``: whether this program works on this computer, part by part.

What needs Qt runs in a process of its own, because Qt ends a process that it cannot work in.
"""
