"""What each page of the workbench shows, as plain frozen values: one module a page, none of which knows of HTML."""
