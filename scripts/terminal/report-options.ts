import { printers } from '../../lib/finding/printers/index.ts'
import type { Printer } from '../../lib/finding/printers/printer.ts'
import type { OptionSpec, OptionValues } from './command.ts'

/** How a command that reports findings writes them, and where to. */
export const reportOptions: readonly OptionSpec[] = [
  {
    flags: '--format <format>',
    summary: { zh: '问题的输出格式', en: 'form in which findings are written' },
    choices: printers.map(printer => printer.name),
  },
  {
    flags: '--out <file>',
    summary: {
      zh: '把该格式的问题写入文件，终端仍输出文本',
      en: 'write the findings in that form to a file; the terminal still gets text',
    },
  },
]

/** The printer that `--format` names; undefined where it names none. */
export function chosenPrinter({ format }: OptionValues): Printer | undefined {
  return printers.find(({ name }) => name === format)
}
