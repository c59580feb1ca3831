"""Twilio: the calls and messages of an account and its subaccounts, usage, balance and prices.

Imported by ``app.sync``, which opens it through ``connect``. Every path names the account it asks.
"""
