"""What all databases of a cloud hold: `rows.py HOST PORT PASSWORD keep|restore FILE`.

The services go on meanwhile. What they say of themselves again and again, such as that they are alive, may be written
between the looks at two tables; nothing else is.
"""
import pickle
import sys
import time

import pymysql

host, port, password, order, file = sys.argv[1:]
own = ('information_schema', 'mysql', 'performance_schema', 'sys')
deadlock = 1213
attempts = 5

connection = pymysql.connect(host=host, port=int(port), user='openstack', password=password)
cursor = connection.cursor()


def ask(sql, values=()):
    cursor.execute(sql, values)
    return cursor.fetchall()


def tables():
    return ask(
        "SELECT table_schema, table_name FROM information_schema.tables"
        " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN %s",
        (own,),
    )


def columns(database, table):
    return [
        name
        for name, extra in ask(
            'SELECT column_name, extra FROM information_schema.columns'
            ' WHERE table_schema = %s AND table_name = %s ORDER BY ordinal_position',
            (database, table),
        )
        if 'GENERATED' not in extra
    ]


def listed(names):
    return ', '.join(f'`{name}`' for name in names)


def keep():
    held = {}
    for database, table in tables():
        names = columns(database, table)
        rows = ask(f'SELECT {listed(names)} FROM `{database}`.`{table}`')
        if rows:
            held[(database, table)] = (names, rows)
    with open(file, 'wb') as out:
        pickle.dump(held, out)


def restore():
    with open(file, 'rb') as kept:
        held = pickle.load(kept)
    ask('SET FOREIGN_KEY_CHECKS = 0')
    for database, table in tables():
        ask(f'DELETE FROM `{database}`.`{table}`')
        names, rows = held.get((database, table), ((), ()))
        if rows:
            marks = ', '.join(['%s'] * len(names))
            cursor.executemany(
                f'INSERT INTO `{database}`.`{table}` ({listed(names)}) VALUES ({marks})', rows
            )
    connection.commit()


if order == 'keep':
    keep()
for attempt in range(attempts if order == 'restore' else 0):
    try:
        restore()
        break
    except pymysql.err.OperationalError as error:
        connection.rollback()
        if error.args[0] != deadlock or attempt == attempts - 1:
            raise
        time.sleep(1)
