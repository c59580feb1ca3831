"""The palette: one field that finds pages, actions and entries; imported by ui.desk alone."""
