// Worlds of a few systems that nobody thought of.
import fc from 'fast-check'
import type { Rule, System } from './world.ts'

/** How many systems a world has. */
export const count = 3
const someSystem = fc.integer({ min: 0, max: count - 1 })
const rule: fc.Arbitrary<Rule> = fc.record({
  direction: fc.constantFrom('ingress', 'egress'),
  remote: fc.oneof(someSystem, fc.constant('everybody' as const)),
  protocol: fc.constantFrom('tcp', 'udp'),
  ports: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 })).map(([a, b]) => [a, a + b]),
})
const others = fc.uniqueArray(someSystem, { maxLength: 1 })
const rarely = <T>(arbitrary: fc.Arbitrary<readonly T[]>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary })
const system: fc.Arbitrary<System> = fc.record({
  uplink: fc.boolean(),
  portSecurity: fc.integer({ min: 0, max: 5 }).map(n => n > 0),
  rules: fc.array(rule, { maxLength: 6 }),
  sharedWith: rarely(others),
  joins: rarely(others),
})
export const worlds = fc.array(system, { minLength: count, maxLength: count }).map(world =>
  world.map((one, index) => ({
    ...one,
    sharedWith: one.sharedWith.filter(other => other !== index),
    joins: one.joins.filter(other => other !== index),
  })),
)
