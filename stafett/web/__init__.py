"""How it is shown: settings, routes, middleware, base templates and components, error pages, health."""
