import type { SettlementGrade } from '../../generated/types/jurisdiction.ts'

/**
 * The band that an evaluation's score falls into; undefined for a score below the last band.
 * @param grades from the highest: a rule of the catalogue holds that they fall, down to 0
 */
export function gradeOf(grades: readonly SettlementGrade[], score: number): SettlementGrade | undefined {
  return grades.find(({ least }) => score >= least)
}
