import { readFileSync, writeFileSync } from 'node:fs'
import type { Site } from './delivery.ts'

/** Has every zone keep its states in PostgreSQL, as the machine allows. */
export function keepStatesRemotely({ path, allow, cloud }: Pick<Site, 'path' | 'allow' | 'cloud'>): void {
  const platform = path('catalogue/platform.yaml')
  const text = readFileSync(platform, 'utf8')
  writeFileSync(platform, text.replaceAll(/type: local\b/g, 'type: pg, schema: states'))
  const zone = (name: string) =>
    `  ${name}: { cloud: ${name}, authUrl: "${cloud.urlOf(name)}", backend: { type: pg, schema: states } }`
  allow(['zones:', zone('internet'), zone('extranet')].join('\n'))
}
