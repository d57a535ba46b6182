"""Stops the start-up when a route declares no action (deny by default, house test 2)."""

from django.core.checks import Error, register
from django.urls import get_resolver


@register()
def every_route_declares_an_action(app_configs, **options):
    """One error per route whose view was not made with `@page`."""
    return [
        Error(
            f"{route or '/'} declares no action",
            hint="Decorate the view with @page(Action.X).",
            id="access.E001",
        )
        for route, view in routes()
        if not hasattr(view, "action")
    ]


def routes(resolver=None, prefix=""):
    """Every route as (pattern, view), depth first."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern, route)
        else:
            yield route, pattern.callback
