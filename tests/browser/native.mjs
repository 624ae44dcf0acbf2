// The command-line tool as the judge that the browser is held to.

import { execFileSync } from 'node:child_process'

const tool = (trial) => ['target/release/prescreen', 'screen', `www/trials/${trial}.toml`, '-', '--on']

/** What `prescreen screen` finds on a day for each of several people, a refusal included. */
export function screenNatively(people, day, trial = 'nct07338357') {
  // A file of one line would be one person, whose refusal is printed for readers.
  const lines = [...people, {}].map((answers) => JSON.stringify(answers)).join('\n')
  return run([...tool(trial), day], lines).trimEnd().split('\n').slice(0, -1).map((line) => JSON.parse(line))
}

function run([command, ...given], input) {
  try {
    return execFileSync(command, given, { input, encoding: 'utf8', maxBuffer: 2 ** 26 })
  } catch (error) {
    // 1 says that some line was refused, which is what the other lines are compared with too.
    if (error.status === 1) return error.stdout
    throw error
  }
}

/**
 * The questions that a family is asked on a day, in order, with its answers: each is the first still worth asking. As
 * the years pass other questions may be; what the family does not say there, it does not know.
 */
export function interviewNatively(family, day) {
  const answers = {}
  for (;;) {
    const [result] = screenNatively([answers], day)
    if (result.questions.length === 0) return { answers, ...result }
    const [question] = result.questions
    answers[question] = family[question] ?? null
  }
}
