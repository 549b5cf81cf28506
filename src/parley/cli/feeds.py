"""`parley feed`: feeds and folders that are followed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import progress, say, say_all, write_found
from parley.cli.options import Json

app = typer.Typer(no_args_is_help=True, help="Feeds: RSS, Atom, sitemaps and folders, fetched only when you say so.")
Feeds = Annotated[Path, typer.Option("--feeds", metavar="FOLDER", help="Where feeds and their reports are kept.")]
HERE = Path("feeds")
Address = Annotated[str, typer.Argument(metavar="URL|FOLDER", help="A feed's or sitemap's address, or a folder.")]


@app.command("add")
def add(
    address: Address,
    feeds: Feeds = HERE,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow", metavar="HOST", help="A host that may have a private address; repeatable."),
    ] = None,
) -> None:
    """Follow a feed or a folder. Nothing is fetched before `parley feed fetch`.

    Example:  `parley feed add https://news.example/feed.xml`
    """
    from parley.desk.feeds import add as follow

    made = follow(feeds, address, allow or ())
    say(f"following {made.address}; fetch it: parley feed fetch{_in(feeds)}")


@app.command("remove")
def remove(address: Address, feeds: Feeds = HERE) -> None:
    """Follow a feed no longer. The reports that came of it stay.

    Example:  `parley feed remove https://news.example/feed.xml`
    """
    from parley.desk.feeds import remove as leave

    leave(feeds, address)
    say(f"{address} is followed no longer")


@app.command("list")
def listed(feeds: Feeds = HERE, as_json: Json = False) -> None:
    """Show the feeds that are followed, and how many pages were taken of each.

    Example:  `parley feed list`
    """
    from parley.desk.feeds import table

    found = table(feeds)
    write_found(found, as_json)


@app.command("fetch")
def fetch(
    feeds: Feeds = HERE,
    most: Annotated[int, typer.Option("--most", min=1, help="Pages that one feed may ask for in one go.")] = 100,
    pause: Annotated[float, typer.Option("--pause", min=0, help="Seconds between two requests to one host.")] = 2,
) -> None:
    """Ask every feed for what is new, and write the reports as JSON Lines into the folder `reports` of the feeds.

    Robots.txt is kept to, what has not changed is not sent again, private addresses are refused unless allowed by name.

    Example:  `parley feed fetch --most 20`
    """
    from parley.desk.feeds import fetch as ask

    with progress() as tell:
        done = ask(feeds, most, pause, tell)
    say_all(f"left out: {item}" for item in done.left_out)
    waiting = f"; {done.waiting} pages wait: fetch again" if done.waiting else ""
    say(f"{done.reports} new reports{f' → {done.file}' if done.file else ''}{waiting}")
    if done.file:
        say(f"Next: parley corpus {done.file.parent} --out corpus   or: parley read {done.file.parent}")
    if done.left_out:
        raise typer.Exit(1)


def _in(feeds: Path) -> str:
    return "" if feeds == HERE else f" --feeds {feeds}"
