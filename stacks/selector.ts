import type { StackJob } from './job.ts'

/** Tells whether a stack is meant. */
export type Selector = (job: StackJob) => boolean

const form =
  /^(?:(platform|zone|unit|system):)?([a-z0-9*-]+(?:\/[a-z0-9*-]+){0,2}|[a-z]+(?:_[a-z0-9*-]+){1,4})(?:@([a-z0-9*-]+))?$/

/**
 * Reads a selector: `platform`, `zone:ZONE`, `unit:JURISDICTION/UNIT`, `system:JURISDICTION/UNIT/SYSTEM`,
 * `JURISDICTION[/UNIT[/SYSTEM]]` or the name of a stack. Any part may hold `*`, and `@ZONE` may follow.
 * @returns undefined when the text is none of these.
 */
export function selectorOf(text: string): Selector | undefined {
  const [, kind, subject = '', zone = '*'] = form.exec(text) ?? []
  if (subject === '') return undefined
  const matches = subjectSelector(kind, subject)
  return matches && (job => matches(job) && like(zone, job.zone.id))
}

function subjectSelector(kind: string | undefined, subject: string): Selector | undefined {
  const parts = subject.split('/')
  if (kind === 'zone') return parts.length === 1 ? job => like(subject, job.zone.id) : undefined
  if (kind === 'platform' || (kind === undefined && subject === 'platform')) {
    const zone = kind === undefined ? '*' : subject
    return parts.length === 1 ? job => job.kind === 'platform' && like(zone, job.zone.id) : undefined
  }
  if (kind === 'unit') return parts.length === 2 ? job => job.kind === 'unit' && isAt(job, parts) : undefined
  if (kind === 'system')
    return parts.length === 3 ? job => job.kind === 'system' && isAt(job, parts) : undefined
  if (subject.includes('_')) return job => like(subject, job.name)
  return job => isAt(job, parts)
}

/** Whether a stack belongs to an address or to what lies below it. */
function isAt(job: StackJob, parts: readonly string[]): boolean {
  if (job.kind === 'platform') return false
  const address = job.record.address.split('/')
  return parts.length <= address.length && parts.every((part, index) => like(part, address[index] ?? ''))
}

/** `*` stands for any text within one part. */
function like(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return pattern === text
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false
  const middle = text.slice(first.length, text.length - last.length)
  return holdsInOrder(middle, rest)
}

function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return true
}
