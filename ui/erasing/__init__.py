"""Erasing a contact, and how long numbers are kept, as dialogs; imported by ui.desk alone."""
