"""Glance's API for uwsgi; the package with the program of its own is not installed."""
from glance.common.wsgi_app import init_app

application = init_app()
