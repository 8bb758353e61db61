import { generateTypes } from './types.ts'

await generateTypes(process.cwd())
