"""neutron-server with its RPC listeners in the same process, and stand-ins for the OVS, DHCP and L3 agents.

The stand-ins speak the agents' own RPC (report_state, get_device_details, update_device_list, dhcp_ready_on_ports,
sync_routers), so that the real openvswitch mechanism driver binds ports and they become ACTIVE. They touch no bridge.
"""
from neutron.common import eventlet_utils
eventlet_utils.monkey_patch()
import statements  # noqa: F401
statements.load_by_keys()  # before any model is imported
import logging
import os
import signal

import eventlet
from neutron_lib.agent import topics
from neutron_lib.callbacks import events
from neutron_lib.callbacks import registry
from neutron_lib.callbacks import resources
from neutron_lib import constants
from neutron_lib import context
from neutron_lib.plugins import directory
from oslo_config import cfg
from oslo_service import service as oslo_service
from oslo_utils import timeutils

from neutron.agent.dhcp.agent import DhcpPluginApi
from neutron.agent.l3.agent import L3PluginApi
from neutron.agent import rpc as agent_rpc
from neutron.common import config  # noqa: F401  registers options
from neutron.common import profiler  # noqa: F401  registers options
from neutron.conf.agent import common as agent_conf
from neutron import server
from neutron import service

LOG = logging.getLogger('neutron.lab_agents')


class Agents(object):
    def __init__(self, host):
        agent_conf.register_agent_state_opts_helper(cfg.CONF)
        self.host = host
        self.agent_id = 'ovs-agent-%s' % host
        self.queue, self.pending, self.current = eventlet.Queue(), {}, None
        self.context = context.get_admin_context_without_session()
        self.reports = agent_rpc.PluginReportStateAPI(topics.REPORTS)
        self.l2 = agent_rpc.PluginApi(topics.PLUGIN)
        self.dhcp = DhcpPluginApi(topics.PLUGIN, host)
        self.l3 = L3PluginApi(topics.L3PLUGIN, host)
        self.bridges = {}
        self.states = [
            self.state('neutron-openvswitch-agent', 'N/A', constants.AGENT_TYPE_OVS, {
                'bridge_mappings': self.bridges, 'tunnel_types': ['vxlan'],
                'tunneling_ip': os.environ['LAB_ADDRESS'], 'l2_population': False,
                'arp_responder_enabled': False, 'datapath_type': 'system',
                'integration_bridge': 'br-int', 'ovs_hybrid_plug': False,
                'ovs_capabilities': {'datapath_types': ['netdev', 'system'],
                                     'iface_types': ['vxlan', 'system']},
                'log_agent_heartbeats': False, 'devices': 0}),
            self.state('neutron-dhcp-agent', topics.DHCP_AGENT, constants.AGENT_TYPE_DHCP, {
                'dhcp_driver': 'neutron.agent.linux.dhcp.Dnsmasq',
                'dhcp_lease_duration': 86400, 'log_agent_heartbeats': False}, availability_zone='nova'),
            self.state('neutron-l3-agent', topics.L3_AGENT, constants.AGENT_TYPE_L3, {
                'agent_mode': 'legacy', 'handle_internal_only_routers': True,
                'interface_driver': 'openvswitch', 'log_agent_heartbeats': False}, availability_zone='nova')]

    def state(self, binary, topic, agent_type, configurations, **rest):
        return dict(binary=binary, host=self.host, topic=topic, agent_type=agent_type,
                    configurations=configurations, start_flag=True, **rest)

    def start(self):
        eventlet.spawn(self.work)
        eventlet.spawn(self.heartbeat)
        for event in (events.AFTER_CREATE, events.AFTER_UPDATE):
            registry.subscribe(self.port_changed, resources.PORT, event)
            registry.subscribe(self.router_changed, resources.ROUTER, event)
            registry.subscribe(self.network_changed, resources.NETWORK, event)
        registry.subscribe(self.router_changed, resources.ROUTER_INTERFACE, events.AFTER_CREATE)
        registry.subscribe(self.router_changed, resources.ROUTER_GATEWAY, events.AFTER_CREATE)

    def heartbeat(self):
        while True:
            self.report()
            self.sweep()
            eventlet.sleep(20)

    def report(self):
        for state in self.states:
            try:
                self.reports.report_state(self.context, state, use_call=True)
                state.pop('start_flag', None)
            except Exception:
                LOG.exception('heartbeat')

    def sweep(self):
        """Like the agent's resync: ports that are bound but not ACTIVE yet."""
        try:
            waiting = [constants.PORT_STATUS_DOWN, constants.PORT_STATUS_BUILD]
            for port in directory.get_plugin().get_ports(context.get_admin_context(), filters={'status': waiting}):
                if self.wanted(port):
                    self.enqueue('port', port['id'])
        except Exception:
            LOG.exception('sweep')

    # One worker, one job at a time, no job twice: the agents' RPC calls update ports themselves
    # (get_device_details sets BUILD), so reacting to every port event at once would chase its own tail.
    def enqueue(self, kind, identifier, tries=3, delay=0.0):
        job = (kind, identifier)
        if identifier and job not in self.pending and job != self.current:
            self.pending[job] = tries
            eventlet.spawn_after(delay, self.queue.put, job)

    def work(self):
        while True:
            job = self.queue.get()
            tries = self.pending.pop(job, 0)
            self.current = job
            try:
                done = self.plug(job[1]) if job[0] == 'port' else self.sync(job[1])
            except Exception as error:
                LOG.info('%s: %s', job, error)
                done = False
            self.current = None
            if not done and tries > 1:
                self.enqueue(job[0], job[1], tries - 1, delay=1.0)

    def wanted(self, port):
        return (port.get('binding:host_id') == self.host and port.get('admin_state_up')
                and port.get('binding:vif_type') not in ('unbound', 'binding_failed')
                and port.get('status') != constants.PORT_STATUS_ACTIVE)

    def plug(self, port_id):
        """What the L2 and DHCP agents say when a port has been wired."""
        plugin, admin = directory.get_plugin(), context.get_admin_context()
        if not self.wanted(plugin.get_port(admin, port_id)):
            return True
        self.dhcp.dhcp_ready_on_ports([port_id])
        details = self.l2.get_device_details(self.context, port_id, self.agent_id, self.host)
        if 'port_id' not in details:
            return False
        self.l2.update_device_list(self.context, [port_id], [], self.agent_id, self.host)
        return not self.wanted(plugin.get_port(admin, port_id))

    def sync(self, router_id):
        """The L3 agent's sync of a router binds the router's ports to this host."""
        for router in self.l3.get_routers(self.context, [router_id]) or []:
            for port in router.get('_interfaces', []) + [router.get('gw_port') or {}]:
                self.enqueue('port', port.get('id'), delay=0.1)
        return True

    def port_changed(self, resource, event, trigger, payload):
        port = payload.latest_state
        if port and port.get('status') != constants.PORT_STATUS_ACTIVE and port.get('binding:host_id') == self.host:
            self.enqueue('port', port['id'], delay=0.2)

    def router_changed(self, resource, event, trigger, payload):
        router_id = payload.resource_id
        if resource == resources.ROUTER_INTERFACE:
            router_id = (payload.metadata or {}).get('router_id') or router_id
        self.enqueue('router', router_id, delay=0.1)

    def network_changed(self, resource, event, trigger, payload):
        """Every physical network that somebody names gets a bridge on this host."""
        physical = payload.latest_state.get('provider:physical_network')
        if physical and physical not in self.bridges:
            self.bridges[physical] = 'br-%s' % physical
            eventlet.spawn(self.report)


def run():
    api = service.serve_wsgi(service.NeutronApiService)
    plugins = list(directory.get_plugins().values())
    service.RpcWorker(plugins, worker_process_count=0).start()
    service.RpcReportsWorker([directory.get_plugin()], worker_process_count=0).start()
    launcher = oslo_service.ServiceLauncher(cfg.CONF)  # green threads: a fork would not share `fake:///`
    for worker in service._get_plugins_workers():
        launcher.launch_service(worker)
    registry.publish(resources.PROCESS, events.AFTER_SPAWN, None)
    Agents(cfg.CONF.host).start()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    api.wait()


server.boot_server(run)
