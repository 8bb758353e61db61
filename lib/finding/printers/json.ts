import { jsonAnswer } from '../../output/index.ts'
import { countsOf, type Printer } from './printer.ts'

export const json: Printer = {
  name: 'json',
  summary: { zh: '供程序读取的完整结果', en: 'for programs: everything, in both languages' },
  paths: 'root',
  print: report => {
    return jsonAnswer('findings', {
      tool: 'tenantry',
      version: report.version,
      files: report.files.length,
      summary: countsOf(report.findings),
      findings: report.findings,
    })
  },
}
