// What the secretariat finds out about an application: answers to the questions of the terms, the class of route, a note.

import { useCommand } from '../../app/commands'
import { bindText, Form, Localized, RadioGroup, say, Select, Tag, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { pick, useSpeech } from '../../messages'
import type { Application, SponsorshipTerms } from '../../wire'
import { partVersion } from '../terms/part'
import { answerTo, toAssessment, toAssessmentValues } from './assessment_values'

interface AssessmentProps {
  application: Application
  terms: SponsorshipTerms
}

export function AssessmentFacts({ application: { assessment }, terms: { assessments, fares } }: AssessmentProps) {
  const { t } = useSpeech()
  const route = fares.routes.find(({ id }) => id === assessment?.route) ?? fares.routes[0]
  return (
    <dl className="facts">
      {assessments.map((rule) => {
        const answer = answerTo(rule, assessment)
        return (
          <div key={rule.id} style={{ display: 'contents' }}>
            <dt>
              <Localized of={rule.label} />
            </dt>
            <dd>
              {t(answer ? 'look.yes' : 'look.no')} {answer !== rule.usual && <Tag tone="warn">{t('sponsorship.unusual')}</Tag>}
            </dd>
          </div>
        )
      })}
      {route !== undefined && (
        <>
          <dt>{t('sponsorship.route')}</dt>
          <dd>
            <Localized of={route.label} />
          </dd>
        </>
      )}
      {assessment?.note !== undefined && (
        <>
          <dt>{t('sponsorship.note')}</dt>
          <dd style={{ whiteSpace: 'pre-line' }}>
            <bdi>{assessment.note}</bdi>
          </dd>
        </>
      )}
    </dl>
  )
}

export function AssessmentForm({ id, application, terms }: AssessmentProps & { id: string }) {
  const { t, language } = useSpeech()
  const command = useCommand()
  const { assessments, fares } = terms
  const { assessment, version } = application
  const [first_route] = fares.routes
  const words = (texts: Record<string, string>) => pick(texts, language).text
  const form = useForm<Values>({
    name: `assessment.${id}`,
    initial: { ...toAssessmentValues(assessment, assessments), route: assessment?.route ?? first_route?.id ?? '' },
    version: partVersion(assessment),
    send: (values) =>
      command('sponsorship.assess', { application: id, version, assessment: toAssessment(values, assessments, first_route?.id) }),
    onSent: () => say(t('sponsorship.assessed'), 'good'),
  })
  const labels = {
    ...Object.fromEntries(assessments.map((rule) => [`answer.${rule.id}`, words(rule.label)])),
    route: t('sponsorship.route'),
    note: t('sponsorship.note'),
  }
  const answers = [
    { value: 'yes', label: t('look.yes') },
    { value: 'no', label: t('look.no') },
  ]
  return (
    <Form form={form} submit={t('sponsorship.save_assessment')} labels={labels}>
      {assessments.map((rule) => (
        <RadioGroup
          key={rule.id}
          {...bindText(form, `answer.${rule.id}`)}
          label={words(rule.label)}
          hint={t('sponsorship.usually', { answer: t(rule.usual ? 'look.yes' : 'look.no') })}
          options={answers}
        />
      ))}
      {fares.routes.length > 1 && (
        <Select
          {...bindText(form, 'route')}
          label={labels.route}
          options={fares.routes.map(({ id: value, label }) => ({ value, label: words(label) }))}
        />
      )}
      <TextField {...bindText(form, 'note')} label={labels.note} hint={t('sponsorship.note_hint')} rows={3} optional />
    </Form>
  )
}
