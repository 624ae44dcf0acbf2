// Invented people: from a seed, an answers file of a trial, gathered around the limits of its rules. About one in four
// says something that is refused. No real person.

/** A sequence of numbers from 0 up to a limit, the same for the same seed (mulberry32). */
function dice(seed) {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

const MISTAKES = ['perhaps', '', 3, true, [], ['gvhd', 'gvhd'], {}, '2026-02-30', '1890', { value: 1.2345, unit: 'kg' }]

/** The answers of one person: some like those of `fitting`, who fits, and dates around a day. */
export function person(trial, fitting, seed, day) {
  const roll = dice(seed)
  const oneOf = (list) => list[roll(list.length)]
  const answered = oneOf([30, 70, 95, 100])
  const alike = oneOf([0, 80, 97, 100])
  const mistaken = oneOf([0, 0, 0, 4])
  const answers = {}
  for (const { id, kind } of trial.facts) {
    if (roll(100) >= answered) continue
    if (roll(100) < mistaken) answers[id] = oneOf(MISTAKES)
    else if (roll(100) < alike && id in fitting) answers[id] = fitting[id]
    else if (roll(100) < 8) answers[id] = null
    else answers[id] = answer(kind, roll, oneOf, day)
  }
  if (roll(100) < mistaken) answers[oneOf(['hair_colour', 'Weight', '诊断'])] = oneOf(MISTAKES)
  return answers
}

function answer(kind, roll, oneOf, day) {
  if (kind === 'yes_no') return roll(2) === 1
  if (kind === 'birth_date') return date(roll, oneOf, day, oneOf([3, 10, 16, 18, 19, 130]) * 365.2425)
  if (kind === 'date') return date(roll, oneOf, day, oneOf([0, 42, 365, 3 * 365.2425]))
  if (kind.choice ?? kind.scale) return oneOf(kind.choice ?? kind.scale)
  if (kind.choices) return kind.choices.filter(() => roll(10) === 0)
  const [limit, units] = kind.quantity === 'mass' ? [10, ['kg', 'kg', 'kg', 'jin', 'lb']] : [50, ['%']]
  const unit = oneOf(units)
  const near = { kg: limit, jin: 2 * limit, lb: 22.046, '%': limit }[unit]
  const value = Math.round((near + oneOf([-1, -0.001, 0, 0.001, 1, 20])) * 1000) / 1000
  const ends = [{ value }, { at_least: value }, { below: value }, { at_least: value, below: value + 5 }]
  return { ...oneOf(ends), unit }
}

/** A day so many days before another, a little to either side; or only its month or year. */
function date(roll, oneOf, day, ago) {
  const days = Math.round(ago) + oneOf([0, 0, roll(3) - 1, roll(3) - 1, roll(800) - 200])
  const past = new Date(Date.parse(day) - days * 86_400_000)
  return past.toISOString().slice(0, oneOf([10, 10, 10, 7, 4]))
}
