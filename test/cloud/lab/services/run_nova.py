"""Nova's conductor, scheduler, compute service and API in one process, so that `fake:///` can carry their messages."""
import nova.monkey_patch  # noqa: F401  has to be the first import
import statements  # noqa: F401
import sys

import os_vif
from oslo_log import log as logging
from oslo_service import service as oslo_service

from nova import config
from nova import objects
from nova import service
import nova.cmd.compute  # noqa: F401  registers options
from nova.compute import rpcapi as compute_rpcapi
import nova.conf
from nova.conductor import rpcapi as conductor_rpcapi
from nova.scheduler import rpcapi as scheduler_rpcapi

CONF = nova.conf.CONF
config.parse_args(sys.argv)
logging.setup(CONF, 'nova')
objects.register_all()
os_vif.initialize()
objects.Service.enable_min_version_cache()
launcher = oslo_service.ServiceLauncher(CONF, restart_method='mutate')
for binary, topic in (('nova-conductor', conductor_rpcapi.RPC_TOPIC),
                      ('nova-scheduler', scheduler_rpcapi.RPC_TOPIC),
                      ('nova-compute', compute_rpcapi.RPC_TOPIC)):
    launcher.launch_service(service.Service.create(binary=binary, topic=topic))
launcher.launch_service(service.WSGIService('osapi_compute'))
launcher.wait()
