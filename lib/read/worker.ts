// What runs in a thread of the pool.
import { type Batch, parseItems, unpacked, type WorkResult } from './batch.ts'

// The YAML library looks for a debugging variable at every token, and each look into the real environment is a call out
// of JavaScript: an eighth of the whole time. This thread needs no environment at all.
process.env = {}

export default function run(batch: Batch): WorkResult[] {
  return parseItems(unpacked(batch))
}
