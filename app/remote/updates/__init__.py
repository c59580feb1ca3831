"""News of newer versions: two small files, asked for without saying anything of who asks."""
