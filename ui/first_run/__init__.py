"""The first steps in three pages, once; imported by ui.window and ui.desk alone."""
