"""The company's side of the desk: the plan page, its dialogs, and rounds with the server."""
