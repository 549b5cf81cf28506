"""Takes docs/pictures/brief.png anew: the top of the demo's brief, in an installed Chromium. Run by `make picture`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from parley.desk.demo import demo

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "brief.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTH, HEIGHT = 960, 1260


def main() -> None:
    """Run the demo in a folder of its own and photograph its brief."""
    browser = next(filter(None, map(which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"No browser found. Install Chromium; one of these must be on the PATH: {', '.join(BROWSERS)}")
    with TemporaryDirectory() as folder:
        made = demo(Path(folder), lambda *_: None)
        look = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}")
        subprocess.run(
            [browser, *look, f"--screenshot={PICTURE}", made.brief.as_uri()], check=True, capture_output=True
        )
    print(f"wrote {PICTURE.name}: look at it before you commit it")


if __name__ == "__main__":
    main()
