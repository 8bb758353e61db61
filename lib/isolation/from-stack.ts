import type { SynthesisedStack } from '../stack-policy/index.ts'
import { addressOf, type PlacedPart, type StackView, viewOf } from '../stack-policy/stack-view.ts'
import { cloudOf, identityOf, identityOfPart } from './identity.ts'
import type { IsolationModel } from './model.ts'
import { type Draft, readers, type Source } from './readers.ts'
import { notUnderstood } from './understood.ts'

/** The model of some stacks, from nothing but what is handed to Terraform. */
export function modelOfStacks(stacks: Iterable<SynthesisedStack>): IsolationModel {
  const draft: Draft = {
    projects: [],
    networks: [],
    subnets: [],
    routers: [],
    interfaces: [],
    rules: [],
    shares: [],
    unread: [],
  }
  for (const stack of stacks) addStack(viewOf(stack), draft)
  return draft
}

function addStack(stack: StackView, draft: Draft): void {
  const cloud = cloudOf(stack)
  if (cloud === undefined) {
    draft.unread.push({ origin: { stack: stack.name, address: 'provider.openstack' }, attribute: 'cloud' })
    return
  }
  for (const part of stack.placed) {
    if (part.kind !== 'resource') continue
    const source = sourceOf(stack, cloud, part, draft)
    for (const attribute of notUnderstood(part)) source.unread(attribute)
    readers[part.type]?.(source, draft)
  }
}

function sourceOf(stack: StackView, cloud: string, part: PlacedPart, draft: Draft): Source {
  const origin = { stack: stack.name, address: addressOf(part) }
  const unread = (attribute: string): void => void draft.unread.push({ origin, attribute })
  const identity = (attribute: string): string | undefined => {
    const id = identityOf(stack, cloud, part.attributes[attribute])
    if (id === undefined) unread(attribute)
    return id
  }
  return { part, origin, cloud, identity, self: identityOfPart(stack, cloud, part), unread, stack }
}
