"""Choosing the plans in force; the owner's plan page grows here later."""
