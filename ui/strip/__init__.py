"""The small window of a call that stands above all others; imported by ui.desk alone."""
