import { join } from 'node:path'
import { type Finding, fileStart, finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import { codes } from '../../lib/read/index.ts'
import { toolVersion } from './package-root.ts'

/** One line with the version of the tool that may check and deliver; absent, any may. */
export const pinFile = 'catalogue/tenantry.version'

const mostBytes = 200

/** What is wrong where a data repository names a version, and this is another. What cannot be read names none that fits. */
export function pinFindings(root: string): readonly Finding[] {
  const content = readRegularFile(join(root, pinFile), mostBytes)
  if (!('bytes' in content) && content.reason === 'ENOENT') return []
  const text = 'bytes' in content ? Buffer.from(content.bytes).toString('utf8') : ''
  const wanted = /^([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]{1,60})?)\n?$/.exec(text)?.[1]
  const version = toolVersion()
  if (wanted === version) return []
  const named = wanted ?? printable(text.trim().slice(0, 40))
  const message = {
    zh: `数据仓库指定 tenantry ${named}，当前运行的是 ${version}`,
    en: `the data repository names tenantry ${named}, and this is ${version}`,
  }
  // A registry may have anybody's package of this name.
  const fix =
    wanted === undefined
      ? { zh: `改为一行版本号，如 ${version}`, en: `write one line with a version, such as ${version}` }
      : {
          zh: `安装该版本：npm install --global ./tenantry-${wanted}.tgz，安装包在其源码中用 npm pack 得到`,
          en: `install that version: \`npm install --global ./tenantry-${wanted}.tgz\`, which \`npm pack\` makes in its sources`,
        }
  const at = { file: pinFile, range: fileStart, path: [] }
  return [finding(codes.otherVersion, at, { message, fix: { message: fix } })]
}
