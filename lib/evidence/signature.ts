import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { recent } from '../model/recent.ts'

/** What an SSH signature says of itself, as `ssh-keygen -Y sign` writes it (PROTOCOL.sshsig of OpenSSH). */
export interface SshSignature {
  /** The signer's key as one writes it: type and body. */
  readonly key: string
  readonly namespace: string
  readonly hash: string
  /** The bare signature, and the bare key. */
  readonly bytes: Uint8Array
  readonly keyBytes: Uint8Array
}

const magic = 'SSHSIG'
const version = 1
const ed25519 = 'ssh-ed25519'

/** Undefined for what is no signature, or one of another kind of key than Ed25519. */
export function readSignature(armoured: string): SshSignature | undefined {
  const body = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n?$/.exec(
    armoured,
  )
  if (body?.[1] === undefined) return undefined
  const bytes = Buffer.from(body[1].replaceAll('\n', ''), 'base64')
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic) return undefined
  const reader = fieldsOf(bytes, magic.length)
  if (reader.integer() !== version) return undefined
  const [key, namespace, , hash, signature] = Array.from({ length: 5 }, () => reader.field())
  const [keyBytes, signatureBytes] = [key, signature].map(part => part && bareOf(part))
  if (key === undefined || namespace === undefined || hash === undefined) return undefined
  if (keyBytes === undefined || signatureBytes === undefined || !reader.isAtEnd()) return undefined
  return {
    key: `${ed25519} ${key.toString('base64')}`,
    namespace: namespace.toString(),
    hash: hash.toString(),
    bytes: signatureBytes,
    keyBytes,
  }
}

/** The second field of a pair that begins with the name of the kind of key. */
function bareOf(part: Buffer): Uint8Array | undefined {
  const reader = fieldsOf(part, 0)
  if (reader.field()?.toString() !== ed25519) return undefined
  const bare = reader.field()
  return reader.isAtEnd() ? bare : undefined
}

function fieldsOf(bytes: Buffer, start: number) {
  let at = start
  const integer = (): number | undefined => {
    if (at + 4 > bytes.length) return undefined
    at += 4
    return bytes.readUInt32BE(at - 4)
  }
  return {
    integer,
    field: (): Buffer | undefined => {
      const length = integer()
      if (length === undefined || at + length > bytes.length) return undefined
      at += length
      return bytes.subarray(at - length, at)
    },
    isAtEnd: () => at === bytes.length,
  }
}

/** Whether a signature is one of this text; who may sign is another question. */
export function isSignatureOf(text: string, { namespace, hash, bytes, keyBytes }: SshSignature): boolean {
  if (hash !== 'sha512' && hash !== 'sha256') return false
  const signed = Buffer.concat([
    Buffer.from(magic),
    ...[namespace, '', hash].map(field => lengthened(Buffer.from(field))),
    lengthened(createHash(hash).update(text).digest()),
  ])
  try {
    return verify(null, signed, publicKeyOf(keyBytes), bytes)
  } catch {
    // A key of another length than any has.
    return false
  }
}

/** Few keys sign very many records. */
const keysKept = 16
const keys = recent<KeyObject>(keysKept)

function publicKeyOf(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString('base64url')
  return keys(x, () => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }))
}

function lengthened(field: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(field.length)
  return Buffer.concat([length, field])
}
