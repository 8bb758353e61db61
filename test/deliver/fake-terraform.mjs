#!/usr/bin/env node
// Stands in for terraform where a test is about how terraform is run, not about what it does: order, number at a time,
// failures, signals, locks. Real terraform on real clouds is for test/cloud. Set by TF_FAKE_*, which reach it like any TF_*.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const [verb, ...args] = process.argv.slice(2)
const stack = basename(process.cwd())
const {
  TF_FAKE_TRACE,
  TF_FAKE_DELAY_MS = '0',
  TF_FAKE_FAIL = '{}',
  TF_FAKE_DRIFT = '',
  TF_FAKE_PLANNED = '{}',
} = process.env

function trace(event) {
  if (TF_FAKE_TRACE === undefined) return
  appendFileSync(
    TF_FAKE_TRACE,
    `${JSON.stringify({ event, stack, pid: process.pid, at: Date.now(), args })}\n`,
  )
}

function say(type, rest) {
  process.stdout.write(`${JSON.stringify({ '@level': 'info', type, ...rest })}\n`)
}

function complain(summary, address) {
  say('diagnostic', { diagnostic: { severity: 'error', summary, detail: '', address } })
}

const configuration = () => JSON.parse(readFileSync('cdk.tf.json', 'utf8'))
// What any other backend keeps lies beside the trace.
const statePath = () =>
  resolve(configuration().terraform.backend.local?.path ?? `${TF_FAKE_TRACE}.${stack}.tfstate`)
const state = () =>
  existsSync(statePath()) ? JSON.parse(readFileSync(statePath(), 'utf8')) : { version: 4, resources: [] }
const addressesInState = () => state().resources.map(({ type, name }) => `${type}.${name}`)

function wanted() {
  return Object.entries(configuration().resource ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, values]) => ({ type, name, values, address: `${type}.${name}` })),
  )
}

function imported() {
  if (!existsSync('adopted.tf.json')) return new Map()
  return new Map(JSON.parse(readFileSync('adopted.tf.json', 'utf8')).import.map(({ to, id }) => [to, id]))
}

function save(resources) {
  mkdirSync(dirname(statePath()), { recursive: true })
  writeFileSync(statePath(), JSON.stringify({ version: 4, resources }))
}

const resourceOf = ({ address, type, name }) => ({ addr: address, resource_type: type, resource_name: name })

function pending() {
  const known = new Set(addressesInState())
  return wanted().filter(({ address }) => !known.has(address))
}

/** What is in the state and not asked for. */
function unwanted() {
  const asked = new Set(wanted().map(({ address }) => address))
  return state()
    .resources.map(({ type, name }) => ({ type, name, address: `${type}.${name}` }))
    .filter(({ address }) => !asked.has(address))
}

const isDestroy = args.includes('-destroy')
const targets = args.filter(arg => arg.startsWith('-target=')).map(arg => arg.slice('-target='.length))

/** What `-destroy` takes away of the state: all of it, or its targets. */
function condemned() {
  return state()
    .resources.map(({ type, name }) => ({ type, name, address: `${type}.${name}` }))
    .filter(({ address }) => targets.length === 0 || targets.includes(address))
}

function removedTargets() {
  const gone = new Set(condemned().map(({ address }) => address))
  for (const resource of condemned())
    say('planned_change', { change: { resource: resourceOf(resource), action: 'delete' } })
  save(state().resources.filter(({ type, name }) => !gone.has(`${type}.${name}`)))
  return 0
}

let stopped = false
process.on('SIGINT', () => {
  trace('SIGINT')
  stopped = true
})

async function applied() {
  if (isDestroy) return removedTargets()
  const failure = JSON.parse(TF_FAKE_FAIL)[stack]
  const imports = imported()
  for (const resource of pending()) {
    const action = imports.has(resource.address) ? 'import' : 'create'
    say('planned_change', { change: { resource: resourceOf(resource), action } })
  }
  const removed = unwanted()
  for (const resource of removed)
    say('planned_change', { change: { resource: resourceOf(resource), action: 'delete' } })
  const resources = state().resources.filter(
    ({ type, name }) => !removed.some(({ address }) => address === `${type}.${name}`),
  )
  for (const resource of pending()) {
    const { type, name, values, address } = resource
    if (stopped) {
      complain('execution halted')
      return 1
    }
    const importId = imports.get(address)
    if (importId === undefined) {
      say('apply_start', { hook: { resource: resourceOf(resource), action: 'create' } })
      await sleep(Number(TF_FAKE_DELAY_MS))
    }
    if (failure !== undefined && (failure.address ?? address) === address) {
      say('apply_errored', { hook: { resource: resourceOf(resource), action: 'create' } })
      complain(failure.summary ?? failure, address)
      return 1
    }
    const id = importId ?? `${stack}-${name}`
    resources.push({ mode: 'managed', type, name, instances: [{ attributes: { ...values, id } }] })
    save(resources)
    if (importId === undefined)
      say('apply_complete', {
        hook: { resource: resourceOf(resource), action: 'create', id_key: 'id', id_value: id },
      })
  }
  save(resources)
  return 0
}

const verbs = {
  version: () => {
    process.stdout.write(JSON.stringify({ terraform_version: process.env.TF_FAKE_VERSION ?? '1.11.4' }))
    return 0
  },
  init: async () => {
    if (process.env.TF_FAKE_INIT !== undefined) {
      process.stdout.write(process.env.TF_FAKE_INIT)
      return 1
    }
    for (const end = Date.now() + Number(process.env.TF_FAKE_INIT_MS ?? 0); Date.now() < end; await sleep(20))
      if (stopped) return 1
    mkdirSync(process.env.TF_DATA_DIR ?? '.terraform', { recursive: true })
    if (!existsSync('.terraform.lock.hcl')) writeFileSync('.terraform.lock.hcl', '# made by init\n')
    return 0
  },
  plan: () => {
    const changes = isDestroy
      ? condemned().map(resource => ({ resource, action: 'delete' }))
      : [
          ...pending().map(resource => ({
            resource,
            action: imported().has(resource.address) ? 'import' : 'create',
          })),
          ...unwanted().map(resource => ({ resource, action: 'delete' })),
        ]
    for (const address of TF_FAKE_DRIFT.split(' ').filter(item => item.startsWith(`${stack}:`))) {
      const [type, name] = address.slice(stack.length + 1).split('.')
      changes.push({ resource: { type, name, address: `${type}.${name}` }, action: 'delete' })
    }
    // What a refresh did not find any more.
    for (const address of (process.env.TF_FAKE_LOST ?? '')
      .split(' ')
      .filter(item => item.startsWith(`${stack}:`))) {
      const [type, name] = address.slice(stack.length + 1).split('.')
      changes.push({ resource: { type, name, address: `${type}.${name}` }, action: 'create' })
    }
    for (const { resource, action } of changes)
      say('planned_change', { change: { resource: resourceOf(resource), action } })
    const { resource_changes = [], resource_drift = [] } = JSON.parse(TF_FAKE_PLANNED)[stack] ?? {}
    for (const { address, type, change } of resource_changes)
      say('planned_change', {
        change: {
          resource: { addr: address, resource_type: type },
          action: change.actions.length > 1 ? 'replace' : change.actions[0],
        },
      })
    for (const { address, type } of resource_drift)
      say('resource_drift', {
        change: { resource: { addr: address, resource_type: type }, action: 'update' },
      })
    const out = args.find(arg => arg.startsWith('-out='))
    const plan = {
      format_version: '1.2',
      resource_changes: [
        ...changes.map(({ resource, action }) => ({
          address: resource.address,
          mode: 'managed',
          type: resource.type,
          change: {
            ...(action === 'import' ? { actions: ['no-op'], importing: {} } : { actions: [action] }),
            before: null,
            after: resource.values ?? null,
          },
        })),
        ...resource_changes,
      ],
      resource_drift,
    }
    writeFileSync(out.slice('-out='.length), JSON.stringify(plan))
    return changes.length + resource_changes.length === 0 ? 0 : 2
  },
  show: () => {
    process.stdout.write(readFileSync(args.at(-1), 'utf8'))
    return 0
  },
  apply: applied,
  import: () => {
    const [address, id] = args.slice(-2)
    const [type, name] = address.split('.')
    const directory = args.find(arg => arg.startsWith('-config=')).slice('-config='.length)
    const values = JSON.parse(readFileSync(`${directory}/main.tf.json`, 'utf8')).resource[type][name]
    const instances = [{ attributes: { ...values, id } }]
    save([...state().resources, { mode: 'managed', type, name, instances }])
    return 0
  },
  state: () => {
    const [what, ...rest] = args
    if (what === 'pull') process.stdout.write(JSON.stringify(state()))
    if (what === 'rm') save(state().resources.filter(({ type, name }) => !rest.includes(`${type}.${name}`)))
    return 0
  },
  destroy: async () => {
    await sleep(Number(TF_FAKE_DELAY_MS))
    for (const { type, name } of state().resources) {
      const resource = { type, name, address: `${type}.${name}` }
      say('planned_change', { change: { resource: resourceOf(resource), action: 'delete' } })
    }
    save([])
    return 0
  },
}

trace(verb)
if (verb === 'apply' && process.env.TF_FAKE_ENVIRONMENT !== undefined)
  writeFileSync(process.env.TF_FAKE_ENVIRONMENT, JSON.stringify(process.env))
process.exitCode = await verbs[verb]()
trace(`${verb} ended`)
