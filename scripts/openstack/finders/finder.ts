import type { OpenStack } from '../index.ts'

/** An object in the cloud. */
export interface Found {
  /** What terraform imports it by. */
  readonly importId: string
  readonly values: Readonly<Record<string, unknown>>
}

/** The value that an argument of the resource comes to, as text; undefined where the configuration says nothing. */
export type Argument = (name: string) => Promise<string | undefined>

/** Looks for the object that a resource would be, by what makes it the only one of its kind. */
export type Find = (cloud: OpenStack, argument: Argument) => Promise<Found | undefined>
