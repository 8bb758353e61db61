/** The systems whose manifests are among some files, from the root of the data. */
export function systemsOf(files: readonly string[]): readonly NamedSystem[] {
  return files.flatMap(file => {
    const [, jurisdiction, unit, system] = manifest.exec(file) ?? []
    const isSystem = jurisdiction !== undefined && unit !== undefined && system !== undefined
    return isSystem && system !== 'unit' ? [{ jurisdiction, unit, system }] : []
  })
}

interface NamedSystem {
  readonly jurisdiction: string
  readonly unit: string
  readonly system: string
}

const manifest = /^tenants\/([a-z0-9-]+)\/([a-z0-9-]+)\/([a-z0-9-]+)\.yaml$/
