import type { OwnersManifest } from '../../generated/types/owners.ts'
import { newestVersion } from '../version/index.ts'

export const ownersFile = 'catalogue/owners.yaml'

/** As the schema says it. Names of forges are of ASCII, whatever their titles. */
export function isTeam(text: string): boolean {
  return text.length <= 200 && /^@[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(text)
}

/** A new map as it is written. Ids and teams need no more than quotes. */
export function ownersText({ authority, units }: OwnersManifest): string {
  const lines = Object.entries(units)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, team]) => `  ${unit}: "${team}"`)
  return `${[...heading, `authority: "${authority}"`, ...(lines.length === 0 ? ['units: {}'] : ['units:', ...lines])].join('\n')}\n`
}

const heading: readonly string[] = [
  '# yaml-language-server: $schema=schema/owners.schema.json',
  `apiVersion: ${newestVersion}`,
  'kind: Owners',
  '# 代码平台上谁审核什么。改动后运行 tenantry owners，重新生成 CODEOWNERS。',
  '# 各单位先由主管部门审核；请改为各单位自己的团队。',
]
