// What the secretariat finds out about an application as the values of a form, and back. Pure.

import type { Values } from '../../look/form_state'
import type { ApplicationAssessment, AssessmentRule } from '../../wire'

const field = (id: string) => `answer.${id}`

/** The answer to a question: what was said, else the usual one. */
export function answerTo({ id, usual }: AssessmentRule, assessment: ApplicationAssessment | undefined): boolean {
  return assessment?.answers[id] ?? usual
}

export function toAssessmentValues(assessment: ApplicationAssessment | undefined, rules: readonly AssessmentRule[]): Values {
  return {
    ...Object.fromEntries(rules.map((rule) => [field(rule.id), answerTo(rule, assessment) ? 'yes' : 'no'])),
    route: assessment?.route ?? '',
    note: assessment?.note ?? '',
  }
}

/** Only answers that are not as usual are sent; the first class of route goes without saying. */
export function toAssessment(values: Values, rules: readonly AssessmentRule[], first_route: string | undefined): ApplicationAssessment {
  const route = String(values.route ?? '')
  const note = String(values.note ?? '').trim()
  const unusual = rules.filter((rule) => values[field(rule.id)] !== (rule.usual ? 'yes' : 'no'))
  return {
    answers: Object.fromEntries(unusual.map(({ id, usual }) => [id, !usual])),
    ...(route === '' || route === first_route ? {} : { route }),
    ...(note === '' ? {} : { note }),
  }
}
