"""How commands print: data on standard output, words on standard error, tables, moving lines."""
