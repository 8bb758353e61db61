"""Cinder's scheduler, volume service and API in one process, so that `fake:///` can carry their messages."""
import cinder.cmd.volume as volume  # monkey patches eventlet: has to be the first import
import statements  # noqa: F401
import sys

from oslo_config import cfg
from oslo_log import log as logging
from oslo_service import service as oslo_service

from cinder.common import config
from cinder.common import constants
from cinder import coordination
from cinder import objects
from cinder import rpc
from cinder import service
from cinder import version

CONF = cfg.CONF


class Service(service.Service):
    """Cinder keeps the service's id on the class, which supposes one service a process; here each reports its own."""

    def report_state(self):
        service.Service.service_id = self.origin_service_id
        super().report_state()


objects.register_all()
CONF(sys.argv[1:], project='cinder', version=version.version_string())
config.set_middleware_defaults()
logging.setup(CONF, 'cinder')
coordination.COORDINATOR.start()
rpc.init(CONF)
launcher = oslo_service.ServiceLauncher(CONF, restart_method='mutate')
launcher.launch_service(Service.create(binary='cinder-scheduler'))
for backend in CONF.enabled_backends:
    CONF.register_opt(volume.host_opt, group=backend)
    launcher.launch_service(Service.create(
        host='%s@%s' % (CONF.host, backend), service_name=backend,
        binary=constants.VOLUME_BINARY, coordination=True))
launcher.launch_service(service.WSGIService('osapi_volume'))
launcher.wait()
