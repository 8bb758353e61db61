import type { Change } from '../rule-table.ts'
import { chengguan } from './files.ts'

const rules = `    ingress:
      - { from: internet, protocol: tcp, ports: [443] }
      - { from: self, protocol: tcp, ports: [22, 3306] }
`
const asked = `${rules}  extranet:`
const granted = rules.replaceAll(/^/gm, '    ').trimEnd()

/** What is in no tier, and a tier for each of the three kinds of servers. */
export const own = `    ingress:
      - { from: self, protocol: tcp, ports: [22, 3306] }
`
export const web = `      web:
        network: { ipv4: 10.64.9.0/26 }
        ingress:
          - { from: internet, protocol: tcp, ports: [443] }
        egress:
          - { to: "tier:app", protocol: tcp, ports: [8080] }
`
export const app = `      app:
        network: { ipv4: 10.64.9.64/26, ipv6: fd6a:4b1e:64:77::/64 }
        ingress:
          - { from: "tier:web", protocol: tcp, ports: [8080] }
        egress:
          - { to: "tier:db", protocol: tcp, ports: [3306] }
`
export const db = `      db:
        network: { ipv4: 10.64.9.128/26 }
        ingress:
          - { from: "tier:app", protocol: tcp, ports: [3306] }
`
export const tiers = `    tiers:\n${web}${app}${db}`

/** What the manifest asks for in the internet zone of `chengguan`. */
export const asks = (...texts: readonly string[]): Change => [
  chengguan,
  asked,
  `${texts.join('')}  extranet:`,
]

/** What its grant gives there: of a tier, all but the network. */
export const grants = (...texts: readonly string[]): Change => [
  chengguan,
  granted,
  texts
    .join('')
    .replaceAll(/ {8}network: .*\n/g, '')
    .replaceAll(/^/gm, '    ')
    .trimEnd(),
]

const exchange =
  '      - { through: gap-01, from: internet, to: extranet, protocol: tcp, ports: [8443], authorisedBy: 瓜政办函〔2026〕71号 }\n'

/** A request that follows the grant. */
export const request: Change = [
  chengguan,
  exchange,
  `${exchange}  - { event: change-submitted, on: 2026-11-20 }\n`,
]

/** `chengguan` with three tiers, asked for and granted. */
export const tiered: readonly Change[] = [asks(own, tiers), grants(own, tiers)]

/** The same with one text of what is asked for written otherwise. */
export function asksInstead(before: string, after: string): readonly Change[] {
  const text = own + tiers
  if (!text.includes(before)) throw new Error(`no tier says ${before}`)
  return [asks(text.replace(before, after)), grants(own, tiers)]
}

/** The same, both asked for and granted. */
export function tieredInstead(before: string, after: string): readonly Change[] {
  const text = (own + tiers).replace(before, after)
  return [asks(text), grants(text)]
}
