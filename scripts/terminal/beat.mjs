// The thread beside the tool's own, which tells what is waited for while the other has no turn: see `blocked.ts`.
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

const { descriptor, line, since, firstAt, everyMs } = workerData

function beat() {
  const seconds = Math.round((Date.now() - since) / 1000)
  try {
    writeSync(descriptor, `${line.join(String(seconds))}\n`)
  } catch {
    // Nobody reads it any more.
  }
  setTimeout(beat, everyMs)
}

setTimeout(beat, Math.max(0, firstAt - Date.now()))
