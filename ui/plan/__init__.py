"""Editing plans, seats, company and contract, with a preview; imported by ui.desk alone."""
