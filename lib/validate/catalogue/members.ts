import type { DataPath } from '../../finding/finding.ts'

/**
 * Looks at every member below a value of a file, the outer ones first.
 * @param look whether to go on into the member; the path is lent, and who keeps it has to copy it
 * @param at where the value stands; as it was once all have been looked at
 */
export function eachMember(
  value: unknown,
  look: (key: string | number, member: unknown, path: DataPath) => boolean,
  at: (string | number)[] = [],
): void {
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [name, member] of Object.entries(value)) {
    const key = isList ? Number(name) : name
    at.push(key)
    if (look(key, member, at)) eachMember(member, look, at)
    at.pop()
  }
}
