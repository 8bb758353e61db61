import type { Difference, KindOfDifferences } from '../../lib/difference/index.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import type { StackDifference } from '../workspace/stack-differences.ts'

/** What is said otherwise, by kind and subject; then the stacks that come out otherwise. */
export function differenceLines(
  language: Language,
  kinds: readonly KindOfDifferences[],
  stacks: readonly StackDifference[],
): readonly string[] {
  if (kinds.length === 0 && stacks.length === 0) return [nothing[language]]
  return [...kinds.flatMap(kind => kindLines(language, kind)), ...stackLines(language, stacks)]
}

const nothing: Text = {
  zh: '没有改变：内容相同，资源编排文件也相同。',
  en: 'Nothing differs: neither what is said nor any stack.',
}

function kindLines(language: Language, { kind, differences }: KindOfDifferences): readonly string[] {
  const bySubject = Map.groupBy(differences, ({ subject }) => subject)
  return [
    kind.name[language],
    ...[...bySubject].flatMap(([subject, some]) => [`  ${subject}`, ...messages(language, some)]),
  ]
}

function messages(language: Language, differences: readonly Difference[]): readonly string[] {
  return differences.map(({ message }) => `    ${message[language]}`)
}

const kinds: Readonly<Record<StackDifference['kind'], Text>> = {
  made: { zh: '新建', en: 'made' },
  changed: { zh: '改变', en: 'changed' },
  removed: { zh: '不再需要', en: 'no longer asked for' },
}

function stackLines(language: Language, stacks: readonly StackDifference[]): readonly string[] {
  const head: Text = {
    zh: `资源编排文件（${stacks.length} 份与原来不同）`,
    en: `stacks (${stacks.length} come out otherwise)`,
  }
  return [
    head[language],
    ...stacks.map(({ name, kind, resources: { made, changed, removed } }) => {
      const counts = `+${made.length} ~${changed.length} -${removed.length}`
      return `  ${name}  ${kinds[kind][language]}  ${counts}`
    }),
  ]
}
