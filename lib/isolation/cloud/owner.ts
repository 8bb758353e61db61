import { textAt } from '../../deliver/json.ts'

/** Whose an object is: services have several names for it. */
export function ownerOf(entry: unknown): string | undefined {
  return textAt(entry, 'project_id') ?? textAt(entry, 'tenant_id') ?? textAt(entry, 'owner')
}
