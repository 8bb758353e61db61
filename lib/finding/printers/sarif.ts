import type {
  AnyFinding,
  CodeDefinition,
  Language,
  Location,
  PlaceElsewhere,
  Range,
  Severity,
} from '../finding.ts'
import { fingerprintsOf } from '../fingerprint.ts'
import { jsonForLogs } from '../log-marks.ts'
import { isInFile, namedPlace, placeText } from '../place.ts'
import { type Printer, type Report, worstFirst } from './printer.ts'

/** What GitHub takes of one run: more results refuse the upload, more locations of a result are dropped. */
const resultLimit = 25_000
const relatedLimit = 100

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' }

export const sarif: Printer = {
  name: 'sarif',
  summary: { zh: 'SARIF 2.1.0，用于代码扫描平台', en: 'SARIF 2.1.0, for code scanning' },
  paths: 'repository',
  print: report => `${jsonForLogs({ $schema: schemaAddress, version: '2.1.0', runs: [runOf(report)] })}\n`,
}

const schemaAddress =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

function runOf(report: Report) {
  const kept = worstFirst(report.findings).slice(0, resultLimit)
  const codes = [...new Set(report.findings.map(finding => finding.code))].sort()
  const rules = codes.map(code => ruleOf(code, report))
  const ruleIndex = new Map(codes.map((code, index) => [code, index]))
  const fingerprints = fingerprintsOf(report.findings)
  return {
    tool: {
      driver: {
        name: 'tenantry',
        semanticVersion: report.version,
        language: languageTags[report.language],
        rules,
      },
    },
    language: languageTags[report.language],
    columnKind: 'utf16CodeUnits',
    automationDetails: { id: 'tenantry/' },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: leftOut(report, kept.length) }],
    results: kept.map(finding =>
      resultOf(finding, report, ruleIndex.get(finding.code), fingerprints.get(finding)),
    ),
  }
}

/** Says how many findings the limit left out: a cut list must not look whole. */
function leftOut(report: Report, kept: number) {
  const count = report.findings.length - kept
  if (count === 0) return []
  const text = {
    zh: `另有 ${count} 项因数量限制未列出。`,
    en: `${count} more were left out by the limit on results.`,
  }
  return [{ level: 'warning', message: { text: text[report.language] } }]
}

function ruleOf(code: string, report: Report) {
  const definition = report.definitions.get(code)
  return definition === undefined
    ? { id: code }
    : { id: code, ...descriptionsOf(definition, report.language) }
}

function descriptionsOf(definition: CodeDefinition, language: Language) {
  return {
    shortDescription: { text: definition.title[language] },
    fullDescription: { text: definition.why[language] },
    help: { text: definition.why[language] },
    defaultConfiguration: { level: levels[definition.severity] },
    properties: { tags: [...(definition.articles ?? [])] },
  }
}

function resultOf(
  finding: AnyFinding,
  report: Report,
  ruleIndex: number | undefined,
  fingerprint: string | undefined,
) {
  const { language } = report
  return {
    ruleId: finding.code,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageOf(finding, language) },
    locations: [locationOf(finding, report)],
    relatedLocations: finding.related.slice(0, relatedLimit).map((related, id) => ({
      id,
      physicalLocation: physicalLocation(related, report),
      message: { text: related.message[language] },
    })),
    partialFingerprints: { 'tenantry/v1': fingerprint },
    ...(finding.article === undefined ? {} : { properties: { article: finding.article } }),
    ...fixesOf(finding, report),
  }
}

function messageOf(finding: AnyFinding, language: Language): string {
  const parts = [finding.message, finding.fix?.message].flatMap(part =>
    part === undefined ? [] : [part[language]],
  )
  return parts.join('\n')
}

function locationOf(finding: AnyFinding, report: Report) {
  return isInFile(finding)
    ? { physicalLocation: physicalLocation(finding, report) }
    : { logicalLocations: [logicalLocation(finding)] }
}

/** SARIF lists words for parts of programs; where none of them fits, any other may stand (§3.33.7). */
function logicalLocation(place: PlaceElsewhere) {
  const { kind, name, id = '' } = namedPlace(place)
  return { name: name || id, fullyQualifiedName: placeText(place), kind }
}

function physicalLocation(location: Location, report: Report) {
  return { artifactLocation: artifactLocation(location.file, report), region: regionOf(location.range) }
}

function artifactLocation(file: string, report: Report) {
  const segments = report.pathOf(file).toWellFormed().split('/')
  return { uri: segments.map(encodeURIComponent).join('/') }
}

function regionOf({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

function fixesOf(finding: AnyFinding, report: Report) {
  if (!isInFile(finding) || finding.fix?.replacement === undefined) return {}
  const replacement = {
    deletedRegion: regionOf(finding.range),
    insertedContent: { text: finding.fix.replacement },
  }
  const change = { artifactLocation: artifactLocation(finding.file, report), replacements: [replacement] }
  return {
    fixes: [{ description: { text: finding.fix.message[report.language] }, artifactChanges: [change] }],
  }
}
