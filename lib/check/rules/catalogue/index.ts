import type { RuleGroup } from '../../rule.ts'
import { bundleMembers } from './bundle-members.ts'
import { centreMisplaced } from './centre-misplaced.ts'
import { centreMissing } from './centre-missing.ts'
import { flavorReference } from './flavor-reference.ts'
import { itemNeedsApi } from './item-needs-api.ts'
import { itemNeedsCentre } from './item-needs-centre.ts'
import { mlpsAbovePlatform } from './mlps-above-platform.ts'
import { optionReferences } from './option-references.ts'
import { platformMlps } from './platform-mlps.ts'
import { priceEnds } from './price-ends.ts'
import { specsBeyondCloud } from './specs-beyond-cloud.ts'
import { versionGap } from './version-gap.ts'
import { versionOverlap } from './version-overlap.ts'
import { volumeTypeConflict } from './volume-type-conflict.ts'
import { zoneNeedsApi } from './zone-needs-api.ts'
import { zonesShareCloud } from './zones-share-cloud.ts'

export const catalogueRules: RuleGroup = {
  systemRules: [mlpsAbovePlatform],
  repositoryRules: [
    versionOverlap,
    versionGap,
    priceEnds,
    itemNeedsApi,
    flavorReference,
    bundleMembers,
    optionReferences,
    zonesShareCloud,
    volumeTypeConflict,
    platformMlps,
    specsBeyondCloud,
    zoneNeedsApi,
    centreMissing,
    centreMisplaced,
    itemNeedsCentre,
  ],
}
