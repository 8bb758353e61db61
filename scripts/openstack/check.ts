import { setTimeout as sleep } from 'node:timers/promises'
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { AnyFinding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { connect } from './client.ts'
import { type CloudsPlace, readCloud } from './clouds-file.ts'

/**
 * Whether a cloud of clouds.yaml can be reached and takes the credentials. Changes nothing there.
 * @param patienceMs how long to wait for it; longer than any cloud that answers at all takes.
 * @returns why it cannot be used; undefined when it can.
 */
export async function checkCloud(
  cloud: string,
  place: CloudsPlace,
  patienceMs: number,
): Promise<AnyFinding | undefined> {
  const silent = sleep(patienceMs, silence(cloud, patienceMs / 1000), { ref: false })
  return await Promise.race([tried(cloud, place, patienceMs), silent])
}

async function tried(cloud: string, place: CloudsPlace, patienceMs: number): Promise<AnyFinding | undefined> {
  try {
    await connect(readCloud(cloud, place), patienceMs)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.finding
    throw error
  }
}

function silence(cloud: string, seconds: number): AnyFinding {
  const message = {
    zh: `云 ${cloud} 在 ${seconds} 秒内没有应答`,
    en: `the cloud ${cloud} did not answer within ${seconds} seconds`,
  }
  return lacking(codes.endpointUnreachable, { cloud }, message).finding
}
