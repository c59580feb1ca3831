"""The Settings page; imported by ui.window and ui.desk alone."""
