"""The icon in the tray: its state, how it is painted, its menu; imported by ui.desk."""
