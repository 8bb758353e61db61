/** Whether a value that nobody vouches for is a map: a list is none, and neither is null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
