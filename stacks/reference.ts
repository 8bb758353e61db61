import { TerraformDataSource, type TerraformResource } from 'cdktf'

type Addressed = TerraformResource | TerraformDataSource

/** Where Terraform finds a resource or data source: `[data.]<type>.<name>`. */
export function addressOf(element: Addressed): string {
  const kind = TerraformDataSource.isTerraformDataSource(element) ? 'data.' : ''
  return `${kind}${element.terraformResourceType}.${element.friendlyUniqueId}`
}

/**
 * A reference to an attribute that is only known when the stack is applied. It is the text that the library's own
 * tokens end up as; written at once it spares several passes over every value, which is most of a synthesis.
 */
export function attributeOf(element: Addressed, attribute: string): string {
  return `\${${addressOf(element)}.${attribute}}`
}

export function idOf(element: Addressed): string {
  return attributeOf(element, 'id')
}

/** A reference to one entry of a map. @throws RangeError for a key that would need escaping. */
export function mapEntryOf(element: Addressed, attribute: string, key: string): string {
  if (!/^[a-z0-9-]+$/.test(key)) throw new RangeError(`${JSON.stringify(key)} cannot be a key of a map`)
  return `\${${addressOf(element)}.${attribute}["${key}"]}`
}
