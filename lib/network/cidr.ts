import ipaddr from 'ipaddr.js'

export type IpVersion = 4 | 6

export type CidrProblem =
  /** Not `<address>/<number>`. */
  | 'form'
  /** The part before the slash is no address; IPv4 takes four decimal parts and nothing shorter, octal or hexadecimal. */
  | 'address'
  /** An IPv4 address written as IPv6 (`::ffff:10.0.0.0`): it would hide an overlap. */
  | 'mapped'
  /** The prefix is longer than the address. */
  | 'prefix'

export type CidrReading =
  | { readonly cidr: Cidr; readonly hostBits: boolean; readonly canonical: boolean }
  | { readonly cidr?: undefined; readonly problem: CidrProblem }

/** A network as plain data. */
export interface PlainCidr {
  readonly version: IpVersion
  /** The network address in hexadecimal: reading it takes a fraction of the time that the text takes. */
  readonly first: string
  readonly prefixLength: number
}

export const addressBits = { 4: 32, 6: 128 } as const

/** `0` alone or digits without a leading zero: some tools read `/08` as octal. */
const form = /^([0-9a-f:.]+)\/(0|[1-9][0-9]{0,2})$/i

const fourParts = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/

/** Nearly all addresses are of IPv4, and the library takes many times as long for one. */
function ipv4Number(text: string): bigint | undefined {
  const parts = fourParts.exec(text)?.slice(1).map(Number)
  if (parts === undefined || parts.some(part => part > 255)) return undefined
  return BigInt(parts.reduce((sum, part) => sum * 256 + part, 0))
}

function ipv6Number(address: ipaddr.IPv6): bigint {
  const view = new DataView(Uint8Array.from(address.toByteArray()).buffer)
  return (view.getBigUint64(0) << 64n) | view.getBigUint64(8)
}

function textOf(version: IpVersion, address: bigint): string {
  if (version === 4) {
    const number = Number(address)
    return [24, 16, 8, 0].map(shift => Math.floor(number / 2 ** shift) % 256).join('.')
  }
  const bytes = Array.from({ length: addressBits[version] / 8 }, (_, index, length = addressBits[version]) =>
    Number((address >> BigInt(length - 8 * (index + 1))) & 0xffn),
  )
  return new ipaddr.IPv6(bytes).toRFC5952String()
}

/** An IPv4 or IPv6 network. Two are the same network exactly when their texts are the same. */
export class Cidr {
  readonly version: IpVersion
  /** The network address as a number; its host bits are 0. */
  readonly first: bigint
  readonly prefixLength: number
  #text: string | undefined

  private constructor(version: IpVersion, first: bigint, prefixLength: number) {
    this.version = version
    this.first = first
    this.prefixLength = prefixLength
  }

  /** Reads `<address>/<prefix length>`. A text with host bits reads as the network that the address lies in. */
  static read(text: string): CidrReading {
    const [, addressText, prefixText] = form.exec(text) ?? []
    if (addressText === undefined || prefixText === undefined) return { problem: 'form' }
    const number = ipv4Number(addressText)
    if (number !== undefined) return Cidr.#reading(text, 4, number, Number(prefixText))
    if (!ipaddr.IPv6.isValid(addressText)) return { problem: 'address' }
    const address = ipaddr.IPv6.parse(addressText)
    if (address.isIPv4MappedAddress()) return { problem: 'mapped' }
    return Cidr.#reading(text, 6, ipv6Number(address), Number(prefixText))
  }

  static #reading(text: string, version: IpVersion, written: bigint, prefixLength: number): CidrReading {
    if (prefixLength > addressBits[version]) return { problem: 'prefix' }
    const cidr = Cidr.at(version, written, prefixLength)
    return {
      cidr,
      hostBits: cidr.first !== written,
      // Few ask, and a text takes longer to make than all else.
      get canonical() {
        return cidr.toString() === text
      },
    }
  }

  /** Reads a single address, as the network that holds only it. */
  static readHost(address: string): CidrReading {
    return Cidr.read(`${address}/${address.includes(':') ? addressBits[6] : addressBits[4]}`)
  }

  /** For text that the rules let through. @throws RangeError when it is not a network. */
  static of(text: string): Cidr {
    return Cidr.#known(Cidr.read(text), text)
  }

  /** The same of a single address. @throws RangeError when it is none. */
  static ofHost(address: string): Cidr {
    return Cidr.#known(Cidr.readHost(address), address)
  }

  static #known(reading: CidrReading, text: string): Cidr {
    if (reading.cidr === undefined) throw new RangeError(`not a network (${reading.problem}): ${text}`)
    return reading.cidr
  }

  /** What `toPlain` gave. */
  static fromPlain({ version, first, prefixLength }: PlainCidr): Cidr {
    return Cidr.at(version, BigInt(`0x${first}`), prefixLength)
  }

  /** The network of a prefix length that an address, given as a number, lies in. */
  static at(version: IpVersion, address: bigint, prefixLength: number): Cidr {
    const hostBits = BigInt(addressBits[version] - prefixLength)
    return new Cidr(version, (address >> hostBits) << hostBits, prefixLength)
  }

  /** How many addresses it holds. */
  get size(): bigint {
    return 1n << BigInt(addressBits[this.version] - this.prefixLength)
  }

  /** The last address as a number. */
  get last(): bigint {
    return this.first + this.size - 1n
  }

  contains(other: Cidr): boolean {
    return this.version === other.version && this.first <= other.first && other.last <= this.last
  }

  overlaps(other: Cidr): boolean {
    return this.version === other.version && this.first <= other.last && other.first <= this.last
  }

  /** How many networks of a prefix length it holds; none of a shorter one. */
  subnetCount(prefixLength: number): bigint {
    if (prefixLength > addressBits[this.version] || prefixLength < this.prefixLength) return 0n
    return 1n << BigInt(prefixLength - this.prefixLength)
  }

  /** The network of a prefix length at an index from 0. @throws RangeError outside it. */
  subnet(prefixLength: number, index: bigint): Cidr {
    if (index < 0n || index >= this.subnetCount(prefixLength))
      throw new RangeError(`${this} holds no network /${prefixLength} at index ${index}`)
    return Cidr.at(
      this.version,
      this.first + (index << BigInt(addressBits[this.version] - prefixLength)),
      prefixLength,
    )
  }

  /** The text of the address at an offset from the network address. @throws RangeError outside it. */
  address(offset: bigint): string {
    if (offset < 0n || offset >= this.size)
      throw new RangeError(`${this} holds no address at offset ${offset}`)
    return textOf(this.version, this.first + offset)
  }

  toPlain(): PlainCidr {
    return { version: this.version, first: this.first.toString(16), prefixLength: this.prefixLength }
  }

  /** The canonical text: no host bits, IPv6 as in RFC 5952. */
  toString(): string {
    this.#text ??= `${textOf(this.version, this.first)}/${this.prefixLength}`
    return this.#text
  }
}
