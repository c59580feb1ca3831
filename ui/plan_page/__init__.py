"""The page of the plan, its pool, its people and its history; imported by ui.window and ui.desk."""
