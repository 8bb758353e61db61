export { type ForgeAdapter, type StatusReport, statusContext } from './adapter.ts'
export { type ForgeClient, forgeClient } from './client.ts'
export { keepComment } from './kept-comment.ts'
export { forgeSettings, type OpenForge, openForge } from './open.ts'
