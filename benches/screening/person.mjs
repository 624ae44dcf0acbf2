// A person of the first trial as plain numbers and words, made from an answers file: what the JavaScript yardsticks
// screen. Dates and amounts are the least and the most that they may be. All this is done before anything is timed,
// as the engine's own reading of answers is.

const DAY = 86_400_000
/** Units of weight in kilograms. */
const UNITS = { kg: 1, jin: 0.5, lb: 0.45359237, '%': 1 }
/** Less than any step of an amount or a day. */
const NOTHING = 1e-9

/** The answers of a person on a day, such as 2026-11-22. What is not known is `null`. */
export function personOf(answers, on) {
  const given = withoutClosed(answers)
  const today = numberOf(on)
  const birth = daysOf(given.birth_date, [0, today])
  const dated = (text) => daysOf(text, [birth[0] ?? 0, today])
  const transplant = dated(given.allo_hsct_date).map((day) => day && daysBetween(day, today))
  const cancer = dated(given.other_cancer_found)
  const person = {}
  for (const [key, value] of Object.entries(given)) if (typeof value !== 'object') person[key] = value
  const [weight, cll1] = [amountOf(given.weight), amountOf(given.cll1)]
  return {
    diagnosis: null, disease_course: null, toxicity_recovered: null, allo_hsct: null, cns: null, severe_allergy: null,
    organ_transplant: null, surgery: null, other_cancer: null, other_cancer_kind: null, active_infection: null,
    ...person,
    lansky: given.lansky == null ? null : Number(given.lansky),
    karnofsky: given.karnofsky == null ? null : Number(given.karnofsky),
    serious_conditions: given.serious_conditions ?? null,
    age_low: birth[1] && yearsBetween(birth[1], today),
    age_high: birth[0] && yearsBetween(birth[0], today),
    weight_low: weight[0],
    weight_high: weight[1],
    cll1_low: cll1[0],
    cll1_high: cll1[1],
    transplant_days_low: transplant[1],
    transplant_days_high: transplant[0],
    cancer_months_low: cancer[1] && monthsBetween(cancer[1], today),
    cancer_months_high: cancer[0] && monthsBetween(cancer[0], today),
  }
}

/** A follow-up counts only where the answer before it opens it. */
function withoutClosed(answers) {
  const given = { ...answers }
  if (given.allo_hsct !== true) delete given.allo_hsct_date
  if (given.other_cancer !== true) delete given.other_cancer_kind
  if (given.other_cancer !== true || given.other_cancer_kind === 'exempt') delete given.other_cancer_found
  return given
}

/** A day as a number that sorts as days do: 20261122. */
const numberOf = (day) => Number(day.replaceAll('-', ''))
const parts = (day) => [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100]
const epochDay = (day) => {
  const [year, month, date] = parts(day)
  return Date.UTC(year, month - 1, date) / DAY
}

/** The first and the last day that a date may be, as far as it is known, within bounds. */
function daysOf(text, [first, last]) {
  if (text == null) return [null, null]
  const [year, month = null, date = null] = text.split('-').map(Number)
  const low = year * 10_000 + (month ?? 1) * 100 + (date ?? 1)
  const high = year * 10_000 + (month ?? 12) * 100 + (date ?? lastOf(year, month ?? 12))
  return [Math.max(low, first), Math.min(high, last)]
}

const lastOf = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const daysBetween = (day, today) => epochDay(today) - epochDay(day)
const yearsBetween = (day, today) => Math.floor((today - day) / 10_000)

/** Months since a day, so that the same day of the month counts as a whole one and the day before it as more. */
function monthsBetween(day, today) {
  const [year, month, date] = parts(day)
  const [thisYear, thisMonth, thisDate] = parts(today)
  // A month that is too short has no such day: its last one stands for it.
  const sameDate = Math.min(thisDate, lastOf(year, month))
  return (thisYear - year) * 12 + thisMonth - month + (sameDate > date ? 0.5 : 0)
}

function amountOf(amount) {
  if (amount == null) return [null, null]
  const unit = UNITS[amount.unit]
  const low = amount.value ?? amount.at_least ?? 0
  const high = amount.value ?? (amount.below === undefined ? Infinity : amount.below - NOTHING)
  return [low * unit, high * unit]
}
