"""Backups, restoring, moving and the doctor, as dialogs; imported by ui.desk alone."""
