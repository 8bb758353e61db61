import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cidr } from '../../lib/network/cidr.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

/** Ten systems a unit, as in a county's larger bureaus. */
const systemsPerUnit = 10
const jurisdiction = 'xishuangbanna'
const template = `tenants/${jurisdiction}/rensheju/shebao-jingban.yaml`
const pools = {
  internet: ['10.64.0.0/12', 'fd6a:4b1e:64::/48'],
  extranet: ['10.96.0.0/12', 'fd6a:4b1e:96::/48'],
} as const

/**
 * Writes a data repository with so many systems, all like the example's social-insurance system: two zones, two dozen
 * service lines, traffic rules, an exchange, a whole history. The clouds are as large as it takes.
 */
export function generateRepository(root: string, systems: number): void {
  cpSync(join(packageRoot, 'catalogue'), join(root, 'catalogue'), { recursive: true })
  const platform = join(root, 'catalogue/platform.yaml')
  writeFileSync(platform, enlarged(readFileSync(platform, 'utf8')))
  const unitText = readFileSync(join(packageRoot, `tenants/${jurisdiction}/rensheju/unit.yaml`), 'utf8')
  const systemText = ownRules(readFileSync(join(packageRoot, template), 'utf8'))
  for (let index = 0; index < systems; index += 1) {
    const unit = `unit-${Math.floor(index / systemsPerUnit)}`
    const folder = join(root, 'tenants', jurisdiction, unit)
    if (index % systemsPerUnit === 0) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'unit.yaml'), unitText.replace('id: rensheju', `id: ${unit}`))
    }
    writeFileSync(join(folder, `${systemId(index)}.yaml`), systemOf(systemText, unit, index))
  }
}

export function systemId(index: number): string {
  return `system-${index}`
}

/** The path of a system's manifest, from the root. */
export function systemFile(index: number): string {
  return `tenants/${jurisdiction}/unit-${Math.floor(index / systemsPerUnit)}/${systemId(index)}.yaml`
}

/** A change to one system that needs no request: whatever is closed, nobody has to be asked. */
export function closePort(root: string, index: number): void {
  changeRule(root, index, text => text.replace('[22, 3306]', '[22]'))
}

/** A change to one system for its cloud alone, against no target branch: another port in place of the one opened before. */
export function openPort(root: string, index: number): void {
  changeRule(root, index, text => {
    const [, port = '20000'] = /\[22, 3306, (\d+)\]/.exec(text) ?? []
    return text.replace(/\[22, 3306(?:, \d+)?\]/, `[22, 3306, ${Number(port) + 1}]`)
  })
}

function changeRule(root: string, index: number, change: (text: string) => string): void {
  const path = join(root, systemFile(index))
  const text = readFileSync(path, 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${path} has no rule to change`)
  writeFileSync(path, changed)
}

function systemOf(text: string, unit: string, index: number): string {
  return text
    .replace('id: shebao-jingban', `id: ${systemId(index)}`)
    .replace('unit: rensheju', `unit: ${unit}`)
    .replace(/network: \{ ipv4: 10\.64.*\}/, networks('internet', index))
    .replace(/network: \{ ipv4: 10\.96.*\}/, networks('extranet', index))
}

function networks(zone: keyof typeof pools, index: number): string {
  const [ipv4, ipv6] = pools[zone]
  const at = BigInt(index)
  return `network: { ipv4: ${Cidr.of(ipv4).subnet(26, at)}, ipv6: "${Cidr.of(ipv6).subnet(64, at)}" }`
}

/** Rules about other systems of the examples would have nobody at the other end. */
function ownRules(text: string): string {
  return text.replace(/ {4}egress:\n {6}- \{ to: system:.*\n/, '')
}

/** The most that the schema lets a pool have; the networks to the outside have an address for every router. */
const boundless =
  'capacity: { vcpus: 10000000, ramGib: 100000000, volumeGib: 1000000000, gpus: 100000, addresses: 1000000, bandwidthMbps: 10000000 }'

function enlarged(text: string): string {
  return text
    .replaceAll(/capacity: \{.*\}/g, boundless)
    .replace('ipv4: 203.0.113.0/24', 'ipv4: 198.18.0.0/16')
    .replace('ipv4: 198.51.100.0/24', 'ipv4: 198.19.0.0/16')
}
