// How long something takes, on a machine that others use too: many short runs that take turns, and of each the median
// and the least. What counts is the time on the processor, so that waiting for others does not. Ratios are of one run.
// Tests time nothing.

/** The middle one. */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The time that this process had on the processor so far, in microseconds. */
function spent() {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** How long a run should take, in microseconds, so that the clock and a pause of the machine count little. */
const RUN = 25_000

/**
 * Times calls that take turns, `rounds` times: `calls` is `{ name: (times) => … }`, where each repeats its work so many
 * times. Returns for each name `{ median, least }` in microseconds for one time.
 */
export function inTurns(calls, rounds = 15) {
  const names = Object.keys(calls)
  const times = Object.fromEntries(names.map((name) => [name, timesFor(calls[name])]))
  const samples = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 ? names.toReversed() : names) {
      const begun = spent()
      calls[name](times[name])
      samples[name].push((spent() - begun) / times[name])
    }
  }
  return Object.fromEntries(names.map((name) => [name, { median: median(samples[name]), least: Math.min(...samples[name]) }]))
}

/** So many times that a run takes long enough; before that the compilers have had their time. */
function timesFor(call) {
  for (let times = 1; ; times *= 2) {
    const begun = spent()
    call(times)
    if (spent() - begun > RUN) return times
  }
}
