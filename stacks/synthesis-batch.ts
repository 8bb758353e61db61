// What threads hand each other: as strings, every text would be copied and stay until a late collection.
import type { Finding } from '../lib/finding/finding.ts'
import type { SynthesisedStack } from './synthesise-stack.ts'

interface Entry {
  readonly name: string
  readonly length: number
  readonly findings: readonly Finding[]
}

/** One block of memory: the length of the list of entries, the list, and the stacks' bytes in its order. */
export function packed(stacks: readonly SynthesisedStack[]): Uint8Array {
  const entries = stacks.map(({ name, bytes, findings }): Entry => ({ name, length: bytes.length, findings }))
  const list = Buffer.from(JSON.stringify(entries))
  const head = new Uint8Array(4)
  new DataView(head.buffer).setUint32(0, list.length)
  const parts = [head, list, ...stacks.map(stack => stack.bytes)]
  const block = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    block.set(part, offset)
    offset += part.length
  }
  return block
}

/** The stacks' bytes stay where they are: they are views into the block. */
export function unpacked(block: Uint8Array): readonly SynthesisedStack[] {
  const length = new DataView(block.buffer, block.byteOffset).getUint32(0)
  const entries: readonly Entry[] = JSON.parse(new TextDecoder().decode(block.subarray(4, 4 + length)))
  let offset = 4 + length
  return entries.map(({ name, length, findings }) => {
    const bytes = block.subarray(offset, offset + length)
    offset += length
    return { name, bytes, findings }
  })
}
