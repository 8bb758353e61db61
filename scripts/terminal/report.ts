import { join, relative, resolve, sep } from 'node:path'
import { definitionByCode } from '../../lib/codes.ts'
import type { AnyFinding, Finding, Text } from '../../lib/finding/finding.ts'
import { json } from '../../lib/finding/printers/json.ts'
import type { Printer } from '../../lib/finding/printers/printer.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import { gitRootOf } from '../../lib/read/inside.ts'
import { limits } from '../../lib/read/limits.ts'
import { toolVersion } from '../workspace/package-root.ts'
import { writeNamed } from '../workspace/write-file.ts'
import { type Context, type ExitStatus, exitStatus, type OptionValues } from './command.ts'
import { chosenPrinter } from './report-options.ts'

/** What a command found, in which files. */
export interface Found<F extends AnyFinding = Finding> {
  readonly findings: readonly F[]
  readonly files: readonly string[]
  /** Where the files were read, for excerpts of them. @default the data repository */
  readonly readFrom?: string
}

/** The findings of a command as a printer writes them. */
export function printed(found: Found<AnyFinding>, printer: Printer, context: Context): string {
  // The data repository may be a part of what git holds.
  const repository = gitRootOf(context.root) ?? context.root
  const base = { directory: context.cwd, repository, root: context.root }[printer.paths]
  return printer.print({
    findings: found.findings,
    files: found.files,
    source: sourcesIn(found.readFrom ?? context.root),
    pathOf: file => pathFrom(base, join(context.root, file)),
    definitions: definitionByCode,
    version: toolVersion(),
    language: context.language,
    colour: context.colour,
    columns: context.columns,
  })
}

/** The same in a file that somebody named. @throws Refusal where its folder is not there */
export function writePrinted(
  file: string,
  found: Found<AnyFinding>,
  printer: Printer,
  context: Context,
): void {
  writeNamed(resolve(context.cwd, file), printed(found, printer, { ...context, colour: false }))
}

/**
 * The findings in the form, and in the file, that the options of a report name.
 *
 * @returns whether they are all that is to be written to the terminal
 */
export function writeAsAsked(context: Context, options: OptionValues, found: Found<AnyFinding>): boolean {
  const chosen = chosenPrinter(options)
  if (typeof options.out === 'string') {
    writePrinted(options.out, found, chosen ?? (context.json ? json : text), context)
    return false
  }
  if (chosen !== undefined) context.stdout(printed(found, chosen, context))
  return chosen !== undefined
}

/** What stops a command: on standard error for people, and for programs in the place of the answer. */
export function tellFindings(context: Context, found: Found<AnyFinding>): void {
  if (context.json) context.stdout(printed(found, json, context))
  else context.stderr(printed(found, text, context))
}

/**
 * Tells what stops a command, and that its findings are why: people are shown the errors alone, and how many warnings
 * and notes there are beside them; a program gets all.
 */
export function refused(context: Context, found: Found<AnyFinding>): ExitStatus {
  const errors = found.findings.filter(({ severity }) => severity === 'error')
  const others = found.findings.length - errors.length
  tellFindings(context, context.json ? found : { ...found, findings: errors })
  if (!context.json && others > 0) context.stderr(`${othersLine(others)[context.language]}\n`)
  return exitStatus.findings
}

function othersLine(count: number): Text {
  return {
    zh: `另有 ${count} 条警告和提示，见 tenantry validate。`,
    en: `${count} warning(s) and note(s) beside them: see \`tenantry validate\`.`,
  }
}

/** Relative to the base below it, absolute outside. */
function pathFrom(base: string, path: string): string {
  const below = relative(base, path)
  const shown = below.startsWith('..') ? path : below || '.'
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}

/** Excerpts are read as carefully as manifests: a link must not show what it leads to. */
function sourcesIn(root: string): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return file => {
    if (!known.has(file)) known.set(file, sourceOf(join(root, file)))
    return known.get(file)
  }
}

function sourceOf(path: string): string | undefined {
  const content = readRegularFile(path, limits.catalogueBytes)
  return 'refused' in content
    ? undefined
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content.bytes)
}
