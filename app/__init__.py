"""Everything a headless computer could do; imported by ui, never the other way, and free of Qt."""
