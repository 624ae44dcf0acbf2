// The first trial in JSON Logic, for json-logic-js: a yardstick for the engine. Rules come to 0 (no), 0.5 (open) or 1
// (yes), and, or and not are min, max and 1 - x, as JSON Logic itself takes what is missing for a no. It knows no dates:
// ages and times are numbers beforehand.

import jsonLogic from 'json-logic-js'

const open = 0.5
const value = (name) => ({ var: name })
const known = (name, rule) => ({ if: [{ '===': [value(name), null] }, open, rule] })
const among = (name, yes, unclear = []) =>
  known(name, { if: [{ in: [value(name), yes] }, 1, { in: [value(name), unclear] }, open, 0] })
const step = (name, limit) => known(name, { if: [{ '>=': [value(name), limit] }, 1, 0] })
const between = (name, yes, no) => known(`${name}_low`, { if: [yes, 1, no, 0, open] })
const atLeast = (name, limit) =>
  between(name, { '>=': [value(`${name}_low`), limit] }, { '<': [value(`${name}_high`), limit] })
const atMost = (name, limit) =>
  between(name, { '<=': [value(`${name}_high`), limit] }, { '>': [value(`${name}_low`), limit] })
const all = (...rules) => ({ min: rules })
const not = (rule) => ({ '-': [1, rule] })
const soft = (rule) => ({ max: [open, rule] })

const sixteen = atLeast('age', 16)
const [karnofsky, lansky] = [step('karnofsky', 70), step('lansky', 50)]
const has = (name, decides) =>
  known(name, { if: [{ in: [decides, value(name)] }, 1, { '!!': [value(name)] }, open, 0] })

/** One rule for each criterion; `null` where only a study team settles it. */
export const RULES = [
  null,
  all(atLeast('age', 3), atMost('age', 18), atLeast('weight', 10)),
  all(among('diagnosis', ['aml', 'apl'], ['mixed']), among('disease_course', ['relapsed', 'refractory'], ['remission_again', 'traces'])),
  atLeast('cll1', 50),
  soft(among('toxicity_recovered', [true])),
  soft({ if: [{ '===': [sixteen, 1] }, karnofsky, { '===': [sixteen, 0] }, lansky, { '===': [karnofsky, lansky] }, lansky, open] }),
  null,
  null,
  null,
  null,
  not(among('diagnosis', ['apl'])),
  not(all(among('other_cancer', [true]), among('other_cancer_kind', ['another']), atMost('cancer_months', 36))),
  not(among('cns', ['now'], ['before'])),
  soft(not(among('active_infection', [true]))),
  soft(not(among('severe_allergy', [true]))),
  not(has('serious_conditions', 'gvhd')),
  not(among('organ_transplant', ['had', 'planned'])),
  not(all(among('allo_hsct', [true]), atMost('transplant_days', 42))),
  soft(not(among('surgery', ['planned', 'recent']))),
  null,
  null,
]

/** The findings of one copy of the rules, as `plain` gives them. */
export function logic(rules, person, found) {
  for (let place = 0; place < rules.length; place += 1) {
    const rule = rules[place]
    found[place] = rule === null ? 3 : jsonLogic.apply(rule, person) * 2
  }
  return found
}
