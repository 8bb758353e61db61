#!/usr/bin/env node
// Runs on any Node that knows modules, to say which one is needed; all else is in dist/.
import { existsSync } from 'node:fs'
import * as module from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
const entry = new URL('../dist/scripts/tenantry.js', import.meta.url)
const environmentLacking = 3

function refuse(line) {
  process.stderr.write(`${line}\n`)
  process.exitCode = environmentLacking
}

if (major < 22 || (major === 22 && minor < 18)) {
  refuse(
    `错误 TY9101: 需要 Node.js 22.18 或更高版本，当前为 ${process.versions.node} / ` +
      `error TY9101: Node.js 22.18 or newer is needed, this is ${process.versions.node}`,
  )
} else if (!existsSync(entry)) {
  refuse(
    '错误 TY9102: 尚未构建，请先运行 npm run build / error TY9102: not built yet, run `npm run build` first',
  )
} else {
  // Without a folder that is named, Node takes one of everybody's.
  const { compiledFolder } = await import('../dist/scripts/store/compiled-folder.js')
  const folder = compiledFolder(process.env)
  if (folder !== undefined) module.enableCompileCache?.(folder)
  const { main } = await import(entry.href)
  await main()
}
