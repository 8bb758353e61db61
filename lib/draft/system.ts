import { newestVersion } from '../version/index.ts'
import { contactLines, type PersonAnswer } from './unit.ts'
import { comment, entry, inline, nested } from './yaml.ts'

export interface ServiceAnswer {
  readonly zone: string
  readonly item: string
  readonly quantity: number
}

export interface PaperAnswer {
  readonly type: string
  readonly number: string
  readonly on: string
}

/** What a person says of a system that is to be asked for. */
export interface SystemAnswers {
  readonly jurisdiction: string
  readonly unit: string
  readonly id: string
  readonly name: string
  readonly origin: string
  readonly purpose: string
  readonly mlps: number
  /** Why it is not adapted to domestic products; undefined where it is. */
  readonly exception?: string
  readonly contacts: ReadonlyMap<string, PersonAnswer>
  readonly services: readonly ServiceAnswer[]
  readonly papers: readonly PaperAnswer[]
  /** By their dotted names, such as `project.approval`. */
  readonly facts: ReadonlyMap<string, unknown>
  /** The day of the request. */
  readonly on: string
}

/** What is said of a request. */
export interface EventAnswer extends Pick<SystemAnswers, 'on' | 'papers'> {
  readonly reason?: string
  /** Further members, as lines four columns in. */
  readonly more?: readonly string[]
}

/** What the draft says around the answers. */
export interface Surround {
  /** The regulation's title. */
  readonly regulation: string
  /** The event of the request, and its name. */
  readonly event: { readonly id: string; readonly name: string }
  /** The words for an item, behind its line. */
  readonly itemName: (item: string) => string | undefined
  /** What is still lacking, by the articles that ask for it. */
  readonly lacking: readonly Lacking[]
}

export interface Lacking {
  readonly article: string
  readonly papers: readonly string[]
  /** Of which one is enough. */
  readonly anyPaper: readonly string[]
  readonly facts: readonly string[]
}

/** The manifest of a request, with comments for what is still to be filled in. */
export function systemText(answers: SystemAnswers, around: Surround): string {
  const facts = nested(answers.facts)
  const { domestic: _domestic, mlps, contacts: _contacts, ...others } = facts
  const parts = [
    head(answers, around),
    [
      entry('origin', answers.origin),
      'classified: false # 政务云只接受非涉密系统',
      'dataInCountry: true # 数据只存放在境内',
      entry('purpose', answers.purpose),
      entry('mlps', { level: answers.mlps, ...(typeof mlps === 'object' ? mlps : {}) }),
      entry(
        'domestic',
        answers.exception === undefined
          ? { adapted: true }
          : { adapted: false, exception: answers.exception },
      ),
      ...Object.entries(others).map(([key, value]) => entry(key, value)),
      ...missingFacts(around.lacking, facts),
      'contacts:',
      ...contactLines(answers),
      ...missingContacts(around.lacking),
    ],
    ['zones:', ...zonesOf(answers).flatMap(zone => zoneLines(zone, answers, around))],
    ['history:', ...eventLines(answers, around)],
  ]
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function head({ id, name, jurisdiction, unit }: SystemAnswers, { regulation }: Surround): readonly string[] {
  return [
    '# yaml-language-server: $schema=../../../catalogue/schema/system.schema.json',
    comment(`依据《${regulation}》。# 之后是说明；填好的行删去行首的“# ”。`),
    `apiVersion: ${newestVersion}`,
    'kind: System',
    'metadata:',
    entry('id', id, 2),
    entry('name', name, 2),
    entry('jurisdiction', jurisdiction, 2),
    entry('unit', unit, 2),
  ]
}

function zonesOf({ services }: SystemAnswers): readonly string[] {
  return [...new Set(services.map(({ zone }) => zone))]
}

function zoneLines(zone: string, { services }: SystemAnswers, { itemName }: Surround): readonly string[] {
  const own = services.filter(line => line.zone === zone)
  return [
    `  ${zone}:`,
    '    services:',
    ...own.map(({ item, quantity }) => {
      const name = itemName(item)
      return `      - ${inline({ item, quantity })}${name === undefined ? '' : ` # ${name}`}`
    }),
    comment('需要开放的访问，每条一行；不写即全部关闭：', 4),
    comment('ingress:', 4),
    comment('  - { from: self, protocol: tcp, ports: [443] }', 4),
  ]
}

/** A request as a history has it, a line each, two columns in; what is lacking is commented out. */
export function eventLines(
  { on, papers, reason, more = [] }: EventAnswer,
  { event, lacking }: Pick<Surround, 'event' | 'lacking'>,
): readonly string[] {
  const owed = lacking.flatMap(({ article, papers: all, anyPaper }) => [
    ...all.map(type => ({ article, types: [type] })),
    ...(anyPaper.length === 0 ? [] : [{ article, types: anyPaper }]),
  ])
  const given = papers.map(({ type, number, on: day }) => `      - ${inline({ type, number, on: day })}`)
  const list = given.length > 0 ? ['    papers:', ...given] : owed.length > 0 ? [comment('papers:', 4)] : []
  return [
    `  - event: ${event.id} # ${event.name}`,
    entry('on', on, 4),
    ...(reason === undefined ? [] : [entry('reason', reason, 4)]),
    ...more,
    ...list,
    ...owed.flatMap(({ article, types }, index) => {
      const lines = types.map(type => comment(`  - ${inline({ type, number: '文号', on: '日期' })}`, 4))
      if (types.length > 1) return [comment(`  # ${article}，以下有其一即可：`, 4), ...lines]
      return owed[index - 1]?.article === article && owed[index - 1]?.types.length === 1
        ? lines
        : [comment(`  # ${article}：`, 4), ...lines]
    }),
  ]
}

/** Each on a line that only needs its marks of a comment taken away, and its words replaced. */
function missingFacts(
  lacking: readonly Lacking[],
  known: Readonly<Record<string, unknown>>,
): readonly string[] {
  return lacking.flatMap(({ article, facts }) =>
    facts
      .filter(fact => !fact.startsWith('contacts.'))
      .map(fact => {
        const [key = '', ...rest] = fact.split('.')
        const isElsewhere = key === 'unit' || known[key] !== undefined
        if (isElsewhere) return comment(`${article}：须写明 ${fact}`)
        const value = rest.reduceRight<unknown>((inner, step) => ({ [step]: inner }), '填写')
        return comment(`${entry(key, value)} # ${article}`)
      }),
  )
}

function missingContacts(lacking: readonly Lacking[]): readonly string[] {
  return lacking.flatMap(({ article, facts }) =>
    facts
      .filter(fact => fact.startsWith('contacts.'))
      .map(fact => {
        const role = fact.slice('contacts.'.length)
        return comment(`${entry(role, { name: '姓名', phone: '电话' })} # ${article}`, 2)
      }),
  )
}
