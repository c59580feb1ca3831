"""Material that ships with the program: plans, translations, icons, sample months."""
