"""The smaller meters beside the gauge and the Twilio Connect section; imported by ui.overview."""
