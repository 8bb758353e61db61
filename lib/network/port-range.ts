export type PortRangeReading =
  | { readonly range: PortRange }
  | { readonly range?: undefined; readonly problem: 'form' | 'reversed' | 'bounds' }

const lastPort = 65535

/** One port or several in a row; both ends count. */
export class PortRange {
  readonly from: number
  readonly to: number

  private constructor(from: number, to: number) {
    this.from = from
    this.to = to
  }

  /** Reads what a manifest writes: a port, or `"<port>-<port>"`. */
  static read(value: number | string): PortRangeReading {
    const [, fromText, toText] = /^([0-9]+)-([0-9]+)$/.exec(`${value}`) ?? /^([0-9]+)$/.exec(`${value}`) ?? []
    if (fromText === undefined) return { problem: 'form' }
    const from = Number(fromText)
    const to = toText === undefined ? from : Number(toText)
    if (from < 1 || to < 1 || from > lastPort || to > lastPort) return { problem: 'bounds' }
    return from > to ? { problem: 'reversed' } : { range: new PortRange(from, to) }
  }

  /** For values that the rules let through. @throws RangeError when it is no port or range. */
  static of(value: number | string): PortRange {
    const reading = PortRange.read(value)
    if (reading.range === undefined) throw new RangeError(`not a port range (${reading.problem}): ${value}`)
    return reading.range
  }

  toString(): string {
    return this.from === this.to ? `${this.from}` : `${this.from}-${this.to}`
  }
}
