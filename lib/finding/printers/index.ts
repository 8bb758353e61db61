import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Printer } from './printer.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every form in which findings can be printed; a new one is a file and a line here. */
export const printers: readonly Printer[] = [text, json, sarif, github, gitlab, junit]
