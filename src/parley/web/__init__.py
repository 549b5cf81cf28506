"""The workbench: a record in the browser, to look, check and decide. No request leaves the machine."""

from parley.web.access import LOCAL, Access, check
from parley.web.app import workbench
from parley.web.serving import serve

__all__ = ["LOCAL", "Access", "check", "serve", "workbench"]
