"""Values turned into sentences, English and German; actions, commands and ui may import it."""
