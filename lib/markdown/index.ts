export { type Markdown, markdown, writtenOut } from './markdown.ts'
