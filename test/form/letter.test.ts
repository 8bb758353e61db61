import { expect, test } from 'vitest'
import type { FormDocument, ParagraphPart } from '../../lib/form/document.ts'
import { words } from '../../lib/form/document.ts'
import { composeForm } from '../../lib/form/index.ts'
import { letterSpacing } from '../../lib/form/render/letter.ts'
import { everyForm } from './example-forms.ts'

const { subject } = everyForm.find(({ form }) => form.layout === 'letter') ?? {}

/** A letter of so many lines of text over its signature. */
function letter(lines: number): FormDocument {
  if (subject === undefined) throw new Error('the examples have no letter')
  const body: ParagraphPart = { kind: 'paragraph', style: 'body', line: [words('文'.repeat(20))] }
  const signed = composeForm(subject).parts.slice(-4)
  return {
    ...composeForm(subject),
    title: ['关于上云的请示'],
    parts: [...Array.from({ length: lines }, () => body), ...signed],
  }
}

test('a letter keeps the gaps that the standard asks for while they cost no page', () => {
  expect(letterSpacing(letter(3)).gap).toBe(28)
})

test('a letter is closed up where that saves a page', () => {
  const gaps = Array.from({ length: 30 }, (_, lines) => letterSpacing(letter(lines)).gap)
  expect(new Set(gaps)).toEqual(new Set([28, 22, 14]))
})

test('the signature of a letter keeps with the text before it', () => {
  for (const { name, subject } of everyForm.filter(({ form }) => form.layout === 'letter')) {
    const { parts } = composeForm(subject)
    const sender = parts.findIndex(part => part.kind === 'paragraph' && part.style === 'sender')
    if (sender === -1) continue
    const text = parts.findLastIndex(
      (part, index) => index < sender && (part.kind !== 'paragraph' || part.style !== 'spacer'),
    )
    for (const part of parts.slice(text, sender + 1)) expect(part, name).toMatchObject({ keepNext: true })
  }
})
