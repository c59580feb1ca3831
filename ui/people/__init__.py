"""Which of the people in the records is me; imported by ui.desk and ui.overview."""
