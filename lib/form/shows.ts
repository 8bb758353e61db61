import type { Block, ServicesBlock } from '../../generated/types/form.ts'
import { applies } from './applies.ts'
import type { Subject } from './subject.ts'

type Shown = ServicesBlock['of']

/** Which lists of services a form shows of this subject, as a table or in words. */
export function servicesShown(subject: Subject): ReadonlySet<string> {
  const contents = subject.form.blocks.flatMap(contentOf).filter(content => applies(content, subject))
  return new Set(contents.flatMap(content => [...ofBlock(content), ...inWords(content)]))
}

type Content = NonNullable<Block[keyof Block]>

function contentOf(block: Block): readonly Content[] {
  return Object.values(block)
}

function ofBlock(content: Content): readonly Shown[] {
  return 'of' in content ? [content.of] : []
}

const named = /\{services\.(requested|granted|change)\}/g

function inWords(content: Content): readonly Shown[] {
  return [...JSON.stringify(content).matchAll(named)].flatMap(([, name]) =>
    name === 'requested' || name === 'granted' || name === 'change' ? [name] : [],
  )
}
