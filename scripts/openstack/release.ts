import { filled, type Release } from '../../lib/resource-types/index.ts'
import { pathIn } from './find.ts'
import type { OpenStack } from './index.ts'
import { ServiceError } from './service-error.ts'

/** What is gone already has been dropped by somebody else, or was never there. */
export async function drop(
  cloud: OpenStack,
  { service, method, path, body }: Release,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const valueFor = (name: string) => values[name]
  const filledPath = pathIn(path, valueFor)
  if (filledPath === undefined) throw new RangeError(`${path}: a place is not known`)
  try {
    await cloud.request(service, method, filledPath, body && { body: bodyIn(body, valueFor) })
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404) return
    throw error
  }
}

function bodyIn(body: NonNullable<Release['body']>, valueFor: (name: string) => string | undefined) {
  const fill = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([key, text]) => [key, filled(text, valueFor)]))
  return Object.fromEntries(Object.entries(body).map(([key, values]) => [key, fill(values)]))
}
