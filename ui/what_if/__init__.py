"""Past cycles under another plan, asked and answered in a dialog; imported by ui.desk alone."""
