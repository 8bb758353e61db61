import {
  addressOf,
  type ConfiguredStack,
  type PartsView,
  type PlacedPart,
  viewOf,
} from '../stack-policy/stack-view.ts'
import { type ReadRule, sharedReader } from './group-rules.ts'
import { cloudOf, identityOf, identityOfPart } from './identity.ts'
import { type Draft, emptyDraft, type IsolationModel } from './model.ts'
import { readers, type Source } from './readers/index.ts'
import { shared } from './shared-texts.ts'
import { notUnderstood } from './understood.ts'

/** The model of some stacks, from nothing but what is handed to Terraform. */
export function modelOfStacks(stacks: Iterable<ConfiguredStack>): IsolationModel {
  const draft = emptyDraft()
  const read = sharedReader()
  for (const stack of stacks) addStack(draft, stack, read)
  return draft
}

/** Takes one stack into the model, so that no two need be in memory at once. */
export function addStack(draft: Draft, configured: ConfiguredStack, read: ReadRule): void {
  const stack = viewOf(configured)
  const cloud = cloudOf(stack)
  if (cloud === undefined) {
    draft.unread.push({ origin: { stack: stack.name, address: 'provider.openstack' }, attribute: 'cloud' })
    return
  }
  for (const part of stack.placed) {
    if (part.kind !== 'resource') continue
    const source = { ...sourceOf(stack, cloud, part, draft), readRule: read }
    for (const attribute of notUnderstood(part)) source.unread(attribute)
    readers[part.type]?.(source, draft)
  }
}

function sourceOf(stack: PartsView, cloud: string, part: PlacedPart, draft: Draft): Omit<Source, 'readRule'> {
  const origin = { stack: stack.name, address: shared(addressOf(part)) }
  const unread = (attribute: string): void => void draft.unread.push({ origin, attribute })
  const identity = (attribute: string): string | undefined => {
    const id = identityOf(stack, cloud, part.attributes[attribute])
    if (id === undefined) unread(attribute)
    return id
  }
  return { part, origin, cloud, identity, self: identityOfPart(stack, cloud, part), unread, stack }
}
