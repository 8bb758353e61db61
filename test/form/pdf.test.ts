import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeForm } from '../../lib/form/index.ts'
import { fitToPages } from '../../lib/form/render/fit.ts'
import { renderForm } from '../../lib/form/render/index.ts'
import { temporaryDirectory } from '../scripts/harness.ts'
import { tellingForms } from './example-forms.ts'

const program = ['soffice', 'libreoffice'].find(runs)

function runs(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test.skipIf(program === undefined)(
  `an office program sets the forms on as many pages as they were made for${program === undefined ? ' (skipped: no LibreOffice here)' : ''}`,
  { timeout: 120_000 },
  async () => {
    const directory = temporaryDirectory()
    mkdirSync(join(directory, 'out'))
    const forms = tellingForms.filter(({ form }) => form.layout === 'form')
    const files = await Promise.all(
      forms.map(async ({ subject }, index) => {
        const document = composeForm(subject)
        const file = join(directory, `${index}.docx`)
        writeFileSync(file, await renderForm(document))
        return { file, pages: fitToPages(document).pages.length }
      }),
    )
    const profile = `-env:UserInstallation=file://${directory}/profile`
    const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(directory, 'out')]
    execFileSync(program ?? '', [...options, ...files.map(({ file }) => file)], { stdio: 'ignore' })
    const pagesOf = (index: number): number =>
      readFileSync(join(directory, 'out', `${index}.pdf`), 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)
        ?.length ?? 0
    expect(forms.map(({ name }, index) => [name, pagesOf(index)])).toEqual(
      forms.map(({ name }, index) => [name, files[index]?.pages]),
    )
  },
)
