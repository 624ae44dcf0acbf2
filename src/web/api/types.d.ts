/** A day such as `2026-11-22`. */
export type Day = string;

/** A trial as data: what `prescreen build` writes to `nct….json`. */
export interface TrialDefinition {
  nct_id: string;
  /** The day of the registry record's last update: the first day on which answers are taken. */
  last_update: Day;
  /** In the order of asking. */
  facts: FactDefinition[];
  /** In registry order. */
  criteria: CriterionDefinition[];
}

export interface FactDefinition {
  id: string;
  kind: Kind;
  /** The earlier answer that opens it, if it is a follow-up. */
  gate?: { fact: string; is: string[]; or_unknown?: boolean } | null;
}

export type Kind =
  | "yes_no"
  | "birth_date"
  | "date"
  | { choice: string[] }
  | { scale: string[] }
  | { choices: string[] }
  | { quantity: Dimension };

/** `times_upper_limit`: a multiple of the upper limit of normal that the same report prints. */
export type Dimension =
  | "mass"
  | "percentage"
  | "cell_count"
  | "mass_concentration"
  | "substance_concentration"
  | "times_upper_limit"
  | "clearance"
  | "indexed_clearance";

export interface CriterionDefinition {
  id: string;
  polarity: "inclusion" | "exclusion";
  /** A family cannot settle it against the child: a conflict becomes `open`. */
  soft?: boolean;
  /** None if it is stated and never asked. */
  rule?: Rule | null;
  applies_when?: Rule | null;
}

export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { if: [Rule, Rule, Rule] }
  | { compare: { fact: string; test: Test } };

/** Ends: `at_least` and `at_most` are included, `above` and `below` are not. Amounts are in thousandths of their unit. */
export type Test =
  | { is: { values: string[]; unclear?: string[] } }
  | { has: { values: string[]; unclear?: string[] } }
  | { step: { at_least?: string | null; below?: string | null } }
  | { amount: { at_least?: [number, Unit] | null; below?: [number, Unit] | null } }
  | { age: { at_least?: Period | null; below?: Period | null } }
  | { within: Period }
  | { longer_ago_than: Period }
  | {
      bounds: {
        at_least?: [number, Unit] | null;
        above?: [number, Unit] | null;
        below?: [number, Unit] | null;
        at_most?: [number, Unit] | null;
      };
    };

export type Unit =
  | "kg"
  | "jin"
  | "lb"
  | "%"
  | "10^9/L"
  | "10^3/uL"
  | "/uL"
  | "/mm3"
  | "g/L"
  | "g/dL"
  | "mg/dL"
  | "mg/L"
  | "ug/L"
  | "mmol/L"
  | "umol/L"
  | "xULN"
  | "mL/min"
  | "mL/min/1.73m2";
export type Period = { days: number } | { months: number };

/** Answers by the ids of facts. `null` is "I don't know"; a key that is not there is not answered. */
export type Answers = Record<string, Answer | undefined>;
export type Answer = null | boolean | string | string[] | Quantity;
export type Quantity =
  | { value: number; unit: Unit }
  | { at_least?: number; above?: number; below?: number; at_most?: number; unit: Unit };

export interface Screening {
  trial: string;
  on: Day;
  /** Never "eligible": only the study team decides. */
  verdict: "does_not_fit" | "open" | "fits_so_far";
  /** In registry order. */
  criteria: { id: string; finding: "fits" | "conflicts" | "open" | "team" | "not_applicable" }[];
  /** The facts still worth asking, in order. */
  questions: string[];
  /** The first day on which time alone ends the conflict. */
  may_change_on: Day | null;
  /** The last day without a conflict. */
  holds_until: Day | null;
}

/** Thrown by `screen`: `TrialError` for the definition, `AnswersError` for the answers or the day. */
export interface ScreenError extends Error {
  name: "TrialError" | "AnswersError";
  mistakes: { key: string | null; message: string }[];
}

/**
 * Compares the answers of one person with the criteria of a trial, on a day.
 * @throws {ScreenError} with every mistake at once
 */
export function screen(trial: TrialDefinition, answers: Answers, today: Day): Screening;
