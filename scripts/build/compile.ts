import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What the compiler had to say; empty when it was content. */
export interface Compilation {
  readonly succeeded: boolean
  readonly output: string
}

/** Runs the compiler on one project. It writes its output even when it finds errors, as `tsc` does by default. */
export function compile(project: string, cwd: string): Promise<Compilation> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler(), '-p', project, '--pretty', 'false'], { cwd })
    let output = ''
    child.stdout.on('data', chunk => {
      output += chunk
    })
    child.stderr.on('data', chunk => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', status => resolve({ succeeded: status === 0, output: output.trim() }))
  })
}

function compiler(): string {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json')
  return join(dirname(manifest), 'bin/tsc')
}
