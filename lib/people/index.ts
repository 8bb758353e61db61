export { type ForgeAccount, peopleEverBehind, personOf } from './accounts.ts'
export { rolesAt, type Seat, type Standing, standingsIn } from './offices.ts'
export { countsOn, daysOf, liesWithin, sharedDays, type Term } from './terms.ts'
