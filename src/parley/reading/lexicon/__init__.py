"""Word tables and embedding words, as data."""
