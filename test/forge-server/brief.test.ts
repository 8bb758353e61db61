import { beforeAll, describe, expect, inject, it } from 'vitest'
import { briefMarkdown } from '../../lib/brief/render/markdown.ts'
import { markdown, writtenOut } from '../../lib/markdown/index.ts'
import { isRecord } from '../../lib/model/record.ts'
import { briefBetween, changedModel, request } from '../brief/sample.ts'
import { loaded } from '../example-repository.ts'
import { marks } from '../markdown/hostile.ts'
import { people, repositoryOn } from './repository.ts'
import type { RunningForge } from './start.ts'

const forge = inject('forge')

describe.skipIf(forge === undefined)('the brief on a real forge', () => {
  let on: Awaited<ReturnType<typeof repositoryOn>>
  let running: RunningForge
  let change: number
  beforeAll(async () => {
    if (forge === undefined) return
    running = forge
    on = await repositoryOn(forge, 'brief')
  })

  const comments = async () => {
    const found = await on.api('author').call('GET', `${on.path}/issues/${change}/comments`)
    return Array.isArray(found) ? found.filter(isRecord).map(({ body }) => String(body)) : []
  }
  const told = async () => {
    // It fetches what there is.
    await on.check(change)
    const { status, stderr } = await on.call('brief', '--change', `${change}`, '--comment')
    expect([status, stderr]).toEqual([0, ''])
    return await comments()
  }

  it('is one comment, written anew where the change goes on', async () => {
    on.branch('change')
    on.push('author', 'change')
    change = await on.open('author', 'change')
    const [first, ...others] = await told()
    expect(others).toEqual([])
    on.amend('# another note')
    on.push('author', 'change')
    const again = await told()
    expect(again).toHaveLength(1)
    expect(again[0]).not.toBe(first)
    // Who pushed may have come to be known since, and then it says so; it is still the one.
    expect(await told()).toHaveLength(1)
  })

  /** What the forge makes of a comment, without what it adds to its elements. */
  const rendered = async (text: string): Promise<readonly string[]> => {
    const reply = await fetch(`${running.address}/api/v1/markup`, {
      method: 'POST',
      headers: { authorization: `token ${running.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ Text: text, Mode: 'comment', Context: 'gov/brief' }),
    })
    expect(reply.status).toBe(200)
    return [...(await reply.text()).matchAll(/<(\/?\w+)/g)].map(([, name = '']) => name)
  }

  it('is rendered with nothing that its texts have added', async () => {
    const known = [...people.map(name => `@${name}`), `#${change}`, `!${change}`, `gov/brief#${change}`]
    const commit = on.clone.git('rev-parse', 'main').trim()
    const texts = [...marks, ...known, commit, commit.slice(0, 10), [...marks, ...known].join(' ')]
    const documentOf = (text: string) =>
      writtenOut(
        markdown`### ${text}\n\n- **${text}** ${text}\n\n| ${text} |\n| --- |\n| ${text} ${text} |\n`,
      )
    const plain = await rendered(documentOf('词语'))
    // Were nothing a reference here, the forge would have proven nothing.
    expect(await rendered(known.join('\n'))).toContain('a')
    for (const text of texts) expect(await rendered(documentOf(text)), text).toEqual(plain)
  })

  it('is rendered whole: headings, tables and lists are what they are', async () => {
    const brief = briefMarkdown(briefBetween(loaded().model, changedModel(request)), 'zh')
    const elements = await rendered(brief)
    expect(elements.filter(name => name === 'table')).toHaveLength(5)
    expect(elements.filter(name => name === 'h4').length).toBeGreaterThan(6)
    expect(elements).not.toContain('a')
  })
})
