"""The field's words as frozen values. This room imports nothing but the standard library."""
