"""Who-does-what skeletons from the parse, verbal and nominal alike."""
