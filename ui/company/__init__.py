"""Joining a company, inviting people, and who has access; imported by ui.desk alone."""
