import { lstatSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { namesInPlain, removeIfEmpty } from '../files/folder.ts'
import { writeWhole } from './write-file.ts'

/**
 * Writes the pages of a summary into a folder, path to text, and takes away those of an earlier one that is no more. The
 * first is written last: what it leads to is there by then.
 *
 * @param further the folder in it that the other pages lie in, and nothing else of ours
 */
export function writePages(folder: string, pages: ReadonlyMap<string, string>, further: string): void {
  for (const [file, text] of [...pages].toReversed()) writeWhole(join(folder, file), text)
  const place = join(folder, further)
  for (const name of namesInPlain(place)) {
    const isOwn = name.endsWith('.html') && lstatSync(join(place, name)).isFile()
    if (isOwn && !pages.has(`${further}/${name}`)) rmSync(join(place, name))
  }
  removeIfEmpty(place)
}
