// The first trial as a plain JavaScript function, as someone would write it by hand: a yardstick for the engine. Three
// values: 0 is no, 1 is open, 2 is yes. It knows this one trial, no questions and no forecast.

const is = (value, wanted) => (value === null ? 1 : value === wanted ? 2 : 0)
/** An amount that lies between two. */
const atLeast = (low, high, limit) => (low === null ? 1 : low >= limit ? 2 : high < limit ? 0 : 1)
const atMost = (low, high, limit) => (low === null ? 1 : high <= limit ? 2 : low > limit ? 0 : 1)
const step = (value, limit) => (value === null ? 1 : value >= limit ? 2 : 0)
const both = (one, other) => (one < other ? one : other)
const either = (when, then, otherwise) => (when === 2 ? then : when === 0 ? otherwise : then === otherwise ? then : 1)

/** Among several answers one decides, and others leave it open. */
function has(values, decides) {
  if (values === null) return 1
  return values.includes(decides) ? 2 : values.length > 0 ? 1 : 0
}

// A criterion fits (2), conflicts (0) or is open (1); what only a study team settles is 3.
const inclusion = (truth) => truth
const exclusion = (truth) => 2 - truth
const soft = (finding) => (finding === 0 ? 1 : finding)
const TEAM = 3

/** The findings of 21 criteria, in their order, into `found`. */
export function plain(p, found) {
  found[0] = TEAM
  found[1] = inclusion(
    both(both(atLeast(p.age_low, p.age_high, 3), atMost(p.age_low, p.age_high, 18)), atLeast(p.weight_low, p.weight_high, 10)),
  )
  const { diagnosis, disease_course: course } = p
  const illness = diagnosis === null || diagnosis === 'mixed' ? 1 : diagnosis === 'aml' || diagnosis === 'apl' ? 2 : 0
  const unclear = course === null || course === 'remission_again' || course === 'traces'
  found[2] = inclusion(both(illness, unclear ? 1 : course === 'relapsed' || course === 'refractory' ? 2 : 0))
  found[3] = inclusion(atLeast(p.cll1_low, p.cll1_high, 50))
  found[4] = soft(inclusion(is(p.toxicity_recovered, true)))
  found[5] = soft(inclusion(either(atLeast(p.age_low, p.age_high, 16), step(p.karnofsky, 70), step(p.lansky, 50))))
  found[6] = found[7] = found[8] = found[9] = TEAM
  found[10] = exclusion(is(diagnosis, 'apl'))
  const cancer = both(is(p.other_cancer, true), is(p.other_cancer_kind, 'another'))
  found[11] = exclusion(both(cancer, atMost(p.cancer_months_low, p.cancer_months_high, 36)))
  found[12] = exclusion(p.cns === null || p.cns === 'before' ? 1 : p.cns === 'now' ? 2 : 0)
  found[13] = soft(exclusion(is(p.active_infection, true)))
  found[14] = soft(exclusion(is(p.severe_allergy, true)))
  found[15] = exclusion(has(p.serious_conditions, 'gvhd'))
  found[16] = exclusion(p.organ_transplant === null ? 1 : p.organ_transplant === 'no' ? 0 : 2)
  found[17] = exclusion(both(is(p.allo_hsct, true), atMost(p.transplant_days_low, p.transplant_days_high, 42)))
  found[18] = soft(exclusion(p.surgery === null ? 1 : p.surgery === 'no' ? 0 : 2))
  found[19] = found[20] = TEAM
  return found
}

/** 0 does not fit, 1 open, 2 fits so far. */
export function verdictOf(found) {
  let verdict = 2
  for (const finding of found) if (finding < verdict) verdict = finding
  return verdict
}
