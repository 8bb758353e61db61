import { jsonForLogs } from '../log-marks.ts'
import { countsOf, type Printer } from './printer.ts'

export const json: Printer = {
  name: 'json',
  summary: { zh: '供程序读取的完整结果', en: 'for programs: everything, in both languages' },
  paths: 'root',
  print: report => {
    const result = {
      tool: 'tenantry',
      version: report.version,
      files: report.files.length,
      summary: countsOf(report.findings),
      findings: report.findings,
    }
    return `${jsonForLogs(result)}\n`
  },
}
