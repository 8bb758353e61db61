import type { CodeDefinition } from '../finding/finding.ts'

/** TY605x: what doctor finds of the application credential of a runner. */
export const credentialCodes = {
  unrestricted: {
    code: 'TY6051',
    severity: 'error',
    title: { zh: '执行机的应用凭据不受限制', en: 'the application credential of the runner is unrestricted' },
    why: {
      zh: '不受限制的应用凭据可以再生成凭据和委托：它泄露之后，删去它也收不回所给的权限。请新建一个受限的（不加 --unrestricted），换入 clouds.yaml，再删去这一个。',
      en: 'An unrestricted one makes further credentials and trusts: once it has leaked, deleting it takes nothing back. Make a restricted one (without --unrestricted), put it into clouds.yaml, and delete this one.',
    },
  },
  withoutEnd: {
    code: 'TY6052',
    severity: 'warning',
    title: { zh: '执行机的应用凭据没有期限', en: 'the application credential of the runner has no end' },
    why: {
      zh: '没有期限的凭据遗失之后一直可用。请新建一个写明 --expiration 的，换入 clouds.yaml，再删去这一个。',
      en: 'What is lost without an end can be used for ever. Make one with --expiration, put it into clouds.yaml, and delete this one.',
    },
  },
  endsSoon: {
    code: 'TY6053',
    severity: 'warning',
    title: { zh: '执行机的应用凭据即将到期', en: 'the application credential of the runner ends soon' },
    why: {
      zh: '到期之后该分区的计划和交付都会被拒绝。请在此之前新建一个，换入 clouds.yaml，运行 tenantry doctor，再删去这一个。',
      en: 'After that day every plan and delivery in the zone is refused. Make a new one before it, put it into clouds.yaml, run `tenantry doctor`, and delete this one.',
    },
  },
  withoutAccessRules: {
    code: 'TY6054',
    severity: 'warning',
    title: {
      zh: '执行机的应用凭据不限于所需的接口',
      en: 'the application credential of the runner may make every call',
    },
    why: {
      zh: '没有访问规则的凭据可以调用云的全部接口。请新建时用 --access-rules 写明本工具用到的服务：计划只要 GET，交付另要 POST、PUT、PATCH、DELETE。各服务须设置 keystone_authtoken 的 service_type，否则拒绝带有访问规则的凭据。',
      en: 'Without access rules it may make every call of the cloud. Name with --access-rules the services that the tool uses: a plan takes GET alone, a delivery also POST, PUT, PATCH and DELETE. Each service needs `service_type` under `keystone_authtoken`; without it, it refuses credentials that have access rules.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
