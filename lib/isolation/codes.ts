import type { CodeDefinition } from '../finding/finding.ts'
import { beliefKinds } from './beliefs/index.ts'

/** TY52xx: what the proof of isolation finds in all stacks together. Codes are never used again for another meaning. */
export const isolationCodes = {
  notUnderstood: {
    code: 'TY5201',
    severity: 'error',
    title: {
      zh: '隔离证明无法理解栈中的内容',
      en: 'The proof of isolation does not understand something in a stack',
    },
    why: {
      zh: '不理解的网络资源或者属性可能打开未经检查的通路；读不懂就不能证明。',
      en: 'A network resource or attribute of unknown meaning may open a way that nobody checks; what cannot be read is not proven.',
    },
  },
  beliefOfNothing: {
    code: 'TY5203',
    severity: 'warning',
    title: { zh: '一条隔离要求不适用于任何系统', en: 'A belief is about no system' },
    why: {
      zh: '不适用于任何系统的隔离要求总是成立，证明不了任何事。请核对它的种类，或者从目录中删去。',
      en: 'What is about nothing always holds, and proves nothing. Check its kind, or take it out of the catalogue.',
    },
  },
  nothingBelieved: {
    code: 'TY5204',
    severity: 'warning',
    title: { zh: '目录中没有写明任何隔离要求', en: 'The catalogue says no belief' },
    why: {
      zh: '没有写明的隔离要求不会被证明。请在 catalogue/platform.yaml 的 beliefs 中写明。',
      en: 'What is not believed is not proven. Say it in `beliefs` of catalogue/platform.yaml.',
    },
  },
  listingClosed: {
    code: 'TY5205',
    severity: 'error',
    title: {
      zh: '云不向此账户列出证明所需的内容',
      en: 'A cloud does not list to this account what the proof needs',
    },
    why: {
      zh: '看不到的无从证明。请改用能读取全部项目的账户。',
      en: 'What cannot be seen is not proven. Use an account that may read all projects.',
    },
  },
  nothingSeen: {
    code: 'TY5206',
    severity: 'error',
    title: {
      zh: '云中看不到任何授予的项目或其网络',
      en: 'A cloud shows no granted project, or none of their networks',
    },
    why: {
      zh: '空的列表证明不了隔离：或者尚未交付，或者此账户看不到别人的项目（如 Neutron 的 enforce_scope）。请先核对账户的权限。',
      en: 'An empty list proves nothing: nothing was applied yet, or the account does not see the projects of others (such as with enforce_scope in Neutron). Check what the account may see.',
    },
  },
  planUnusable: {
    code: 'TY5208',
    severity: 'error',
    title: { zh: '计划文件无法用于证明', en: 'A file of a plan cannot be used for the proof' },
    why: {
      zh: '--plans 的文件夹中每个文件以栈命名（<栈>.json），内容为 terraform show -json 的输出。',
      en: 'In the folder of --plans every file is called after a stack, `<stack>.json`, and holds what `terraform show -json` prints.',
    },
  },
  grantAbsent: {
    code: 'TY5207',
    severity: 'warning',
    title: { zh: '授予的项目不在云中', en: 'A granted project is not in its cloud' },
    why: {
      zh: '尚未交付，或者项目、域改了名字：其中的内容就不再受授予约束。请查看 plan，改了名的改回。',
      en: 'It was not applied yet, or somebody renamed the project or its domain: what is in it then is held by no grant. See `plan`, and restore the name.',
    },
  },
  listingPartial: {
    code: 'TY5209',
    severity: 'warning',
    title: {
      zh: '云只向管理员完整列出一部分内容',
      en: 'A cloud lists something whole to its administrators alone',
    },
    why: {
      zh: 'Keystone 列出凭据时连同密钥，只给管理员；其他账户只看到自己的，不能据此认为没有 EC2 密钥。请云管理员运行 openstack credential list --type ec2 核对。',
      en: 'Keystone lists credentials with their secrets, to administrators alone; any other account sees its own, and that is no proof that there are no EC2 keys. Have the cloud’s administrator look with `openstack credential list --type ec2`.',
    },
  },
  serviceShared: {
    code: 'TY5221',
    severity: 'error',
    title: {
      zh: '两个分区的云用的是同一个服务',
      en: 'The clouds of two zones are served by one service',
    },
    why: {
      zh: '分区须物理隔离，各有自己的控制面；共用的服务失陷或停止时两个分区一并失守。请核对 clouds.yaml 中两朵云的 auth_url 和区域，以及云的服务目录。',
      en: 'Zones are physically isolated and have services of their own: what both share takes both with it. Check `auth_url` and the region of both clouds in clouds.yaml, and the service catalogues of the clouds.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** Every kind of belief has the code of its breaches. */
export const beliefCodes: readonly CodeDefinition[] = Object.values(beliefKinds).map(
  ({ definition }) => definition,
)
