export { type ForgeAdapter, type StatusReport, statusContext } from './adapter.ts'
export { type ForgeClient, forgeClient } from './client.ts'
export { type OpenForge, openForge } from './open.ts'
