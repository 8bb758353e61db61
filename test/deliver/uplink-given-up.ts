import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import type { Site } from './delivery.ts'

const file = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const line = '      - { item: eip.extranet.100m, quantity: 1 }\n'

/** Has a change of the grant approved by which the system goes without its way out. */
export function giveUpUplink(place: Pick<Site, 'path'>): void {
  const path = place.path(file)
  const text = readFileSync(path, 'utf8')
  const services = text.slice(
    text.indexOf('        services:\n', text.indexOf('history:')),
    text.indexOf('  - event: opened'),
  )
  writeFileSync(path, text.replace(line, ''))
  appendFileSync(
    path,
    `  - event: change-submitted
    on: 2026-10-12
    source: { forge: gitea, change: 8 }
    reason: 不再经政务外网对外提供服务。
    papers:
      - { type: 资源变更申请单, number: NWBG-2026-001, on: 2026-10-10 }
  - event: change-approved
    on: 2026-10-14
    source: { forge: gitea, change: 8, review: 10 }
    grants:
      extranet:
${services.replace(`    ${line}`, '')}`,
  )
}
