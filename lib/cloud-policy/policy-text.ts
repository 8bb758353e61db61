import type { Language } from '../finding/finding.ts'
import { isOf, type Release, type ServicePolicy } from './override.ts'

const needed = {
  zh: '须同时在该服务的设置中写明（改后重启服务）：',
  en: 'goes together with these settings of the service, which then has to be started again:',
} as const

/** The policy.yaml of a service, with the reason of every rule. */
export function policyText(
  { name, overrides, settings }: ServicePolicy,
  release: Release,
  language: Language,
): string {
  const lines = Object.entries(settings).flatMap(([section, values]) =>
    Object.entries(values).map(([key, value]) => `#   [${section}] ${key} = ${value}`),
  )
  const groups = overrides
    .filter(override => isOf(override, release))
    .flatMap(({ why, rules }) => [
      '',
      `# ${why[language]}`,
      ...Object.entries(rules).map(([rule, check]) => `${JSON.stringify(rule)}: ${JSON.stringify(check)}`),
    ])
  return `${[`# ${name}/policy.yaml (${release})`, `# ${needed[language]}`, ...lines, ...groups].join('\n')}\n`
}
