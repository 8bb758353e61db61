// The form of the table: what the tool knows about one type of object of a cloud. Pure data, so that the stack policy, the
// recovery of broken-off runs, the search for unmanaged and left-over objects and the plan gate all go by one entry.
import type { Text } from '../finding/finding.ts'

/** An OpenStack service, by the official name of its type. */
export type Service =
  | 'identity'
  | 'compute'
  | 'block-storage'
  | 'network'
  | 'image'
  | 'load-balancer'
  | 'dns'
  | 'object-storage'
  | 'key-manager'
  | 'shared-file-system'

/** One type: that of a resource of a stack, or of what only people make in a project or domain. */
export type ResourceType = StackType | TenantType

/** A type that Terraform has a name for. */
export type StackType = CreatedType | SetType

/** What is known of every type. */
interface EveryType {
  /** Our word for an object of the type, in findings and JSON. */
  readonly kind: string
  readonly name: Text
  readonly leftover: LeftoverSearch | NoLeftover
  /** Marks those that the cloud makes by itself: they count neither as unmanaged nor as left over. */
  readonly madeByCloud?: FieldTest
  /** What a cloud puts into those that it makes by itself: nobody was granted it, and an apply takes it out. */
  readonly born?: Born
  /** What the cloud keeps of it when its project is gone, and nobody would remove. */
  readonly outliving?: Outliving
}

/**
 * What somebody has touched who changes one in the cloud: a limit, who may act where, a way for packets, what rules let
 * pass, what others may use, how wide a way is, or what a zone has once.
 */
export type TouchedClass = 'quota' | 'role' | 'network' | 'exposure' | 'rbac' | 'qos' | 'zone'

/** What is known of every type that Terraform has a name for. */
interface EveryStackType extends EveryType {
  /** Terraform's name. */
  readonly type: string
  /** The class of drift that it is for one to be changed in the cloud; without it, none stands in any cloud. */
  readonly drift?: TouchedClass
  /** Tells it from another entry of the same Terraform type, which is meant where this does not hold. */
  readonly when?: { readonly attribute: string; readonly value: boolean }
  /** What a stack may write; without it, no stack makes any. */
  readonly written?: Written
  /** What a stack may look up; without it, no stack looks any up. */
  readonly lookedUp?: LookedUp
  readonly protection: Protection
  readonly formerly?: readonly FormerForm[]
}

/** What stacks once wrote otherwise than now: whatever still stands so is made anew, once and never again. */
export interface FormerForm {
  /** The attributes that tell it in the state, each with the values that it may have. */
  readonly before: Readonly<Record<string, readonly (string | number)[]>>
  /** What they are from now on; `null` for one that is no longer written. */
  readonly after: Readonly<Record<string, string | null>>
  readonly why: Text
}

/** Where a cloud lists what it will not let one be removed for. */
export interface Holder {
  /** Our word for what holds it. */
  readonly kind: string
  readonly collection: Collection
  /** Templates over the attributes in the state. */
  readonly query: Query
  /** What the API takes no parameter for: the path of a field, and a template of what it has to be. */
  readonly where?: { readonly path: readonly string[]; readonly is: string }
  /** Marks those that go with it by themselves. */
  readonly except?: readonly FieldTest[]
}

/** Where a cloud tells how much of a quota is in use. */
export interface Usage {
  readonly service: Service
  /** A template over the attributes. */
  readonly path: string
  readonly query?: Query
  /** The name of the quota in the answer. */
  readonly key: string
  /** The fields of each limit that add up to its use. */
  readonly used: readonly string[]
}

/** A type of what comes into being when a stack is applied, and so may exist without the state knowing. */
export interface CreatedType extends EveryStackType {
  readonly collection: Collection
  readonly identity: Identity
  readonly unmanaged?: Unmanaged
  /** What the cloud keeps one for, however much it is told to remove it. */
  readonly heldBy?: readonly Holder[]
  readonly usage?: undefined
}

/** A type of what is set and not created: setting it once more changes nothing, so nothing has to be found again. */
export interface SetType extends EveryStackType {
  readonly collection?: undefined
  readonly identity: { readonly set: string }
  readonly unmanaged?: undefined
  readonly heldBy?: undefined
  /** Of a quota: no cloud takes one below what is in use, or it should not. */
  readonly usage?: Usage
  readonly leftover: NoLeftover
}

/** A type of what no stack makes, only people in their projects and domains. */
export interface TenantType extends EveryType {
  readonly type?: undefined
  readonly collection: Collection
}

export interface Written {
  /** The attribute that says whose it is; it must be a reference. */
  readonly owner?: 'tenant_id' | 'project_id' | 'domain_id'
  /** Every attribute that may be given, beside the limits. */
  readonly attributes: readonly string[]
  /** Attributes that must all be there as whole numbers from 0 up. */
  readonly limits?: readonly string[]
  /** Attributes that a plan has to tell as they will be, beside the limits: people agree to what they are. */
  readonly known?: readonly string[]
  /** Attributes that no cloud tells of what it has, so that whatever is taken up is made anew for their sake. */
  readonly untold?: readonly string[]
}

export type LookedUp = Omit<Written, 'limits' | 'known' | 'untold'>

/** Where a cloud lists the objects of a kind. */
export interface Collection {
  readonly service: Service
  /** A template over the resource's arguments, such as `/types/{volume_type_id}/os-volume-type-access`. */
  readonly path: string
  /** The name of the list in the answer; empty where the answer is the list itself. */
  readonly key: string
  /** The key that each item of the list is wrapped in. */
  readonly wrapped?: string
  /** It answers with so many at the most, and says nothing of more: it is asked on from an offset. */
  readonly paged?: 'offset'
  /** Such as the version of the API from which an item says whose it is. */
  readonly headers?: Readonly<Record<string, string>>
  /** Part of an extension that not every cloud has: one without it answers 404. */
  readonly optional?: true
  /** A service that shows nobody, an administrator neither, what another project has: it is asked as that project. */
  readonly asOwner?: true
}

/** Parameters of the API, each with its value: a template. */
export type Query = Readonly<Record<string, string>>

/** What makes an object the only one of its kind, so that a run that was broken off finds again what it created. */
export interface Identity {
  /** What the API is asked for: a template over the resource's arguments. Nothing is found while one has no value. */
  readonly query?: Query
  /**
   * What the answer is searched for where the API takes no such parameter: the field of an entry, and the argument that
   * has the same value. A field that is null goes with an argument that is not given, or 0.
   */
  readonly where?: Readonly<Record<string, string>>
  /** Marks those of the answer that it cannot be. */
  readonly except?: FieldTest
  /**
   * Fields that tell ours from one of the same name that somebody else has made, where no owner does. Only asked when
   * there is no record of our having made it.
   */
  readonly marks?: readonly string[]
  /**
   * What terraform imports it by and has as its id: a template, where `{id}` is the object's own id and any other place
   * one of the resource's arguments.
   */
  readonly importId: string
}

export type FieldTest =
  | { readonly field: string; readonly is: string }
  | { readonly field: string; readonly startsWith: string }

/** How to look for what lies where only our stacks put things, and is in the state of none. */
export interface Unmanaged {
  readonly listing: Listing
  readonly places: Places
}

/**
 * Where a stack has its things: the cloud itself, or a domain, a project or a security group of its own. At each place
 * where it counts, whether only one that is called as ours does.
 */
export interface Places {
  readonly cloud?: 'our-names'
  readonly 'unit-domain'?: 'any-name'
  readonly 'platform-project'?: 'any-name'
  readonly 'system-project'?: 'our-names' | 'any-name'
  readonly 'system-group'?: 'any-name'
}

/** How a cloud tells all objects of a kind, and whose each is. */
export type Listing = OwnListing | PartListing | EachListing

/** In their collection. */
export interface OwnListing {
  readonly by: 'collection'
  /** The field that holds the owner's id, or several of which the first that is there does; none in the cloud itself. */
  readonly owner: readonly string[]
}

/** Within the answer about what they are part of, which is their owner. */
export interface PartListing {
  readonly by: 'whole'
  /** The kind that they are part of. */
  readonly whole: string
  /** The field of the whole that holds its parts. */
  readonly field: string
  /** What stands in for a name, joined by spaces. */
  readonly name: readonly NamePart[]
}

/** The first of some fields that is a text, or two numbers as `from-to`. */
export type NamePart = { readonly first: readonly string[] } | { readonly from: string; readonly to: string }

/** In a collection for each of others, whose name they go by. */
export interface EachListing {
  readonly by: 'each'
  readonly of: Collection
  readonly query: Query
  /** The field that is `false` of those that have such a collection. */
  readonly unless: string
  /** The place in the path of the collection that the other's id fills. */
  readonly argument: string
  readonly owner: readonly string[]
}

/** What goes with a stack, and may hold what nobody declared. */
export type OwnerKind = 'project' | 'domain' | 'security-group'

/**
 * How to ask for those that stand in the way of destroying what they lie in, as nobody declared them. All values are
 * templates, where `{owner}` is the id of what is to go.
 */
export interface LeftoverSearch {
  readonly in: OwnerKind
  readonly query: Query
  /** Further questions, where one is never answered with all. */
  readonly also?: readonly Query[]
  /** Whose collections are asked, where each of some people has one. */
  readonly each?: People
  /** What the API takes no parameter for: a field, and what it has to be. */
  readonly where?: Readonly<Record<string, string>>
  /** Those that the cloud makes by itself: all of these fields are so; a field that is null is an empty text. */
  readonly except?: Readonly<Record<string, string>>
  /** The field that is the id, where it is not `id`. */
  readonly id?: string
  /** What stands in for a name, joined by spaces, where `name` is none. */
  readonly name?: readonly NamePart[]
}

/** People of a project or domain. */
export interface People {
  readonly of: Collection
  /** A template over `{owner}`. */
  readonly query: Query
  /** Where an item of the answer has the id of somebody. */
  readonly id: readonly string[]
  /** The place in the path or the query of the collection that this id fills. */
  readonly argument: string
}

/** How a cloud is told to let go of what it keeps of a project that is gone. */
export interface Outliving {
  /** Where it lists it; without this, there is one of it for each project, which it can be told to drop unseen. */
  readonly listed?: OutlivingList
  readonly release: Release
}

export interface OutlivingList {
  readonly collection: Collection
  /** The collections of these, where each has one. */
  readonly each?: Omit<EachListing, 'by' | 'owner'>
  /** The field that holds the id of the project. */
  readonly owner: string
  /** Whether the API takes the same as a parameter. */
  readonly isAsked: boolean
  /** Fields that have to be so; `{runner}` is the project of the account that asks. */
  readonly where?: Readonly<Record<string, string>>
}

/** A request; path and texts of the body are templates over `{owner}`, the project, `{id}`, and the place of `each`. */
export interface Release {
  readonly service: Service
  readonly method: 'DELETE' | 'POST'
  readonly path: string
  readonly body?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Born {
  /** The field that lists it. */
  readonly field: string
  /** With `{id}` in the place of that of each. */
  readonly release: Release
}

/** Why one never stands in the way. */
export interface NoLeftover {
  readonly not: string
}

/**
 * Whether deleting or replacing one takes an event of the history, since what a tenant has hangs on it. The limit of a
 * quota and the rights that a project is given are judged by what they become, not by their resource.
 */
export interface Protection {
  readonly needsEvent: boolean
  /** The one kind of event that will do, where a change of the grant does not. */
  readonly onlyBy?: 'exit'
  readonly why: Text
}
