import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'

interface Result {
  readonly stack: string
  readonly status: string
  readonly because?: string
  readonly failure?: { readonly code: string }
}

/** Changes the extranet's entry in clouds.yaml. */
function breakExtranet(place: Site, change: (entry: { auth: { auth_url?: string } }) => void): void {
  const file = place.beside('clouds.yaml')
  const { clouds } = JSON.parse(readFileSync(file, 'utf8'))
  change(clouds.extranet)
  writeFileSync(file, JSON.stringify({ clouds }))
}

const outcomes = (stdout: string): readonly Result[] => JSON.parse(stdout).stacks

describe('one zone whose cloud cannot be used', () => {
  test.each([
    ['plan', 'planned'],
    ['apply', 'applied'],
  ] as const)('stops no work of %s in another', async (command, done) => {
    const place = await site()
    breakExtranet(place, entry => {
      entry.auth.auth_url = 'http://127.0.0.1:1/v3'
    })
    const yes = command === 'apply' ? ['--yes'] : []
    const { status, stdout } = await place.run([command, ...yes, '--json'])
    expect(status).toBe(1)
    for (const { stack, status: what, because, failure } of outcomes(stdout)) {
      if (stack.includes('_extranet')) {
        expect([what, because, failure?.code]).toEqual(['skipped', 'zone:extranet', 'TY6010'])
      } else expect(what).toBeOneOf([done, 'deferred'])
    }
    expect(begun(place.trace(), command).some(stack => stack.includes('_extranet'))).toBe(false)
  })

  test('is told once, with the selectors that run it alone and that leave it out', async () => {
    const place = await site()
    breakExtranet(place, entry => {
      delete entry.auth.auth_url
    })
    const { status, stdout } = await place.run(['plan', '--lang', 'en'])
    expect(status).toBe(1)
    expect(stdout.match(/^TY6008 zone extranet: .+\n {4}→ .+\n {4}→ TY6305 .+$/gm)).toHaveLength(1)
    expect(stdout).toMatch(/TY6305 .+`tenantry plan zone:extranet`.+`tenantry plan zone:internet`$/m)
    expect(stdout.match(/TY6008/g)).toHaveLength(1)
  })

  test('is a lack of the environment where there is no other to work on', async () => {
    const place = await site()
    breakExtranet(place, entry => {
      entry.auth.auth_url = 'http://127.0.0.1:1/v3'
    })
    const { status, stderr } = await place.run(['plan', 'zone:extranet', '--lang', 'en'])
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6010: zone extranet: /)
    expect((await place.run(['plan', 'zone:internet'])).status).toBe(0)
  })

  test('leaves the other work in hand to a retry', async () => {
    const place = await site()
    breakExtranet(place, entry => {
      entry.auth.auth_url = 'http://127.0.0.1:1/v3'
    })
    await place.run(['apply', '--yes'])
    breakExtranet(place, entry => {
      entry.auth.auth_url = `${place.cloud.urlOf('extranet')}/v3`
    })
    const { status, stdout } = await place.run(['apply', '--retry', '--yes', '--json'])
    expect(status).toBe(0)
    const applied = outcomes(stdout).filter(({ status: what }) => what === 'applied')
    expect(applied.length).toBeGreaterThan(0)
    expect(applied.every(({ stack }) => stack.includes('_extranet'))).toBe(true)
  })
})
