import { cpSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeVersion } from '../../../scripts/store/code-version.ts'
import { temporaryFolder } from '../../read/tree.ts'

test.each(['read/limits.ts', 'check/rules/address/network-overlap.ts', 'schema/system.schema.json'])(
  'the version changes with any line of the core, such as in %s',
  file => {
    const source = join(import.meta.dirname, '../../../lib')
    const copy = temporaryFolder()
    cpSync(source, copy, { recursive: true })
    expect(codeVersion(copy)).toBe(codeVersion(source))
    truncateSync(join(copy, file), 100)
    expect(codeVersion(copy)).not.toBe(codeVersion(source))
  },
)
