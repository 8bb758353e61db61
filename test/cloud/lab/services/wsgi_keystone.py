"""Keystone's API for uwsgi."""
import statements  # noqa: F401

from keystone.server.wsgi import initialize_public_application

application = initialize_public_application()
