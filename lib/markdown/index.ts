export { seen } from './harmless.ts'
export { type Markdown, markdown, objectName, writtenOut } from './markdown.ts'
