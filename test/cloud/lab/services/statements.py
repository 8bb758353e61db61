"""How a service of the lab talks to its database; imported before any service makes an engine, and after eventlet's patches."""
import functools

from oslo_db.sqlalchemy import engines
import sqlalchemy
from sqlalchemy.orm import relationships

# Neutron knows about eight hundred statements; by default five hundred are remembered, and the rest composed again and again.
sqlalchemy.create_engine = functools.partial(sqlalchemy.create_engine, query_cache_size=5_000)
# Before each transaction the server is asked whether it is still there. It is, for as long as the services are.
engines._connect_ping_listener = lambda connection, branch: None


def load_by_keys():
    """Has what models load by repeating the whole query around it be asked for by keys, as later Neutrons do.

    Such a query is another one for each way that leads to it, and to compose it takes longer than to ask it.
    """
    given = relationships.RelationshipProperty.__init__

    @functools.wraps(given)
    def init(self, *args, **rest):
        # What is only looked at, such as tags, would be missing from what was just made.
        if rest.get('lazy') == 'subquery' and not rest.get('viewonly'):
            rest['lazy'] = 'selectin'
        given(self, *args, **rest)

    relationships.RelationshipProperty.__init__ = init
