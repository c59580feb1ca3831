"""The sheet of keys: everything that a key does in the window; imported by ui.desk alone."""
