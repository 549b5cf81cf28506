"""Pure maps between records and files: `jsonl` (the contract's own lines), `csv` (tables), `code` (one report)."""
