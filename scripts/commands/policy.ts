import { join, resolve } from 'node:path'
import {
  isOf,
  policyText,
  type Release,
  releases,
  type ServicePolicy,
  servicePolicies,
} from '../../lib/cloud-policy/index.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type Command, type Context, exitStatus, type Invocation } from '../terminal/command.ts'
import { writeWhole } from '../workspace/write-file.ts'

export const policy: Command = {
  name: 'policy',
  summary: {
    zh: '生成云管理员须写入各服务 policy.yaml 的规则：堵住租户自行打开的口子，只读角色不能写',
    en: 'write the rules that a cloud’s administrator puts into policy.yaml: members open nothing, readers write nothing',
  },
  arguments: [
    {
      name: '[service...]',
      summary: { zh: '只要这些服务的；不写则全部', en: 'of these services alone; without it, of all' },
      choices: servicePolicies.map(({ name }) => name),
    },
  ],
  options: [
    {
      flags: '--release <release>',
      summary: { zh: '云的 OpenStack 版本', en: 'the cloud’s release of OpenStack' },
      choices: [...releases],
      default: 'zed',
    },
    {
      flags: '--out <dir>',
      summary: {
        zh: '写入此文件夹，每个服务一个 <服务>/policy.yaml',
        en: 'write to this folder, <service>/policy.yaml for each',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry policy neutron --release 2024.2',
      summary: {
        zh: '一个服务的规则，每条注明所堵的口子',
        en: 'the rules of a service, each with the hole it closes',
      },
    },
    {
      line: 'tenantry policy --release zed --out policies',
      summary: { zh: '全部服务，写入文件', en: 'of all services, into files' },
    },
  ],
  run: async (context, invocation) => {
    const release = releases.find(one => one === invocation.options.release) ?? releases[0]
    const chosen = servicePolicies.filter(
      ({ name }) => invocation.arguments.length === 0 || invocation.arguments.includes(name),
    )
    tell(context, invocation, chosen, release)
    return exitStatus.clean
  },
}

function tell(
  context: Context,
  { options }: Invocation,
  chosen: readonly ServicePolicy[],
  release: Release,
): void {
  const { cwd, json, language, stdout } = context
  if (json) {
    stdout(jsonAnswer('policies', { release, services: chosen.map(one => dataOf(one, release)) }))
    return
  }
  const texts = chosen.map(one => [one.name, policyText(one, release, language)] as const)
  if (typeof options.out !== 'string') {
    stdout(texts.map(([, text]) => text).join('\n'))
    return
  }
  for (const [name, text] of texts) {
    const path = join(resolve(cwd, options.out), name, 'policy.yaml')
    writeWhole(path, text)
    stdout(`${path}\n`)
  }
}

function dataOf({ name, overrides, settings }: ServicePolicy, release: Release): object {
  const some = overrides.filter(override => isOf(override, release))
  return { service: name, settings, overrides: some.map(({ why, rules }) => ({ why, rules })) }
}
