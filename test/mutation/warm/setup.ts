import { afterEach, beforeEach } from 'vitest'
import { known, switchboard } from './registry.ts'

beforeEach(({ task }) => {
  known.push(task)
  switchboard.currentTestId = task.id
})

afterEach(() => {
  switchboard.currentTestId = undefined
})
