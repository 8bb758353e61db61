import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { script } from '../../lib/summary/script.ts'

interface Row {
  readonly id: string
  readonly textContent: string
  hidden: boolean
}

/** As much of a browser as the script asks for: groups of rows, the form, and the address bar. */
function browser(groups: readonly (readonly string[])[], hash = '') {
  const rows = groups.map(texts =>
    texts.map((textContent): Row => ({ id: textContent, textContent, hidden: false })),
  )
  const sections = rows.map(own => ({ hidden: false, querySelectorAll: () => own }))
  const listeners = new Map<string, () => void>()
  const field = { value: '', addEventListener: (name: string, run: () => void) => listeners.set(name, run) }
  const told = { textContent: '' }
  const form = {
    hidden: true,
    addEventListener: () => {},
    querySelector: (name: string) => (name === 'input' ? field : told),
  }
  const location = { hash }
  const scrolled: string[] = []
  const elementOf = (id: string) => {
    const row = rows.flat().find(one => one.id === id)
    return row === undefined
      ? null
      : { closest: () => (row.hidden ? row : null), scrollIntoView: () => scrolled.push(id) }
  }
  runInNewContext(script, {
    location,
    document: {
      querySelector: () => form,
      querySelectorAll: () => sections,
      getElementById: elementOf,
    },
    window: { addEventListener: (name: string, run: () => void) => listeners.set(name, run) },
  })
  const visible = () => rows.map(own => own.filter(({ hidden }) => !hidden).map(({ id }) => id))
  return {
    form,
    told,
    field,
    sections,
    scrolled,
    visible,
    type: (text: string) => {
      field.value = text
      listeners.get('input')?.()
    },
    go: (to: string) => {
      location.hash = to
      listeners.get('hashchange')?.()
    },
  }
}

const groups = [['社保系统 人社局', 'Health 卫健局'], ['城管系统 城管局']]

describe('the search of the summary page', () => {
  test('appears where it can be used, and hides nothing at first', () => {
    const { form, told, visible } = browser(groups)
    expect(form.hidden).toBe(false)
    expect(visible()).toEqual(groups)
    expect(told.textContent).toBe('')
  })

  test('shows the rows in which every word stands, whatever its case, and no empty group', () => {
    const { type, visible, sections, told } = browser(groups)
    type('系统  人社')
    expect(visible()).toEqual([['社保系统 人社局'], []])
    expect(sections.map(({ hidden }) => hidden)).toEqual([false, true])
    expect(told.textContent).toBe('1')
    type('HEALTH')
    expect(visible()).toEqual([['Health 卫健局'], []])
    type('')
    expect(visible()).toEqual(groups)
    expect(sections.map(({ hidden }) => hidden)).toEqual([false, false])
  })

  test('follows a link that searches', () => {
    const { visible, field, go } = browser(groups, `#q=${encodeURIComponent('城管')}`)
    expect(field.value).toBe('城管')
    expect(visible()).toEqual([[], ['城管系统 城管局']])
    go(`#q=${encodeURIComponent('卫健')}`)
    expect(visible()).toEqual([['Health 卫健局'], []])
  })

  test('gives way to a link that leads to a row it hides', () => {
    const { visible, field, go, type, scrolled } = browser(groups)
    type('城管')
    go(`#${encodeURIComponent('Health 卫健局')}`)
    expect(field.value).toBe('')
    expect(visible()).toEqual(groups)
    expect(scrolled).toEqual(['Health 卫健局'])
  })
})
