const offsetMs = 8 * 60 * 60 * 1000

/**
 * The day in China on which an instant lies. All jurisdictions keep Beijing time: UTC+8 all year since 1992.
 *
 * @param at ISO 8601, `2026-11-23T16:30:00Z` lies on 2026-11-24
 */
export function dayInChina(at: string): string {
  return new Date(Date.parse(at) + offsetMs).toISOString().slice(0, 10)
}
