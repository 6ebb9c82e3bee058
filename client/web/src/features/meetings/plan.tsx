// What an import would do: refused things first, each with its line.

import { Banner, Tag, type Tone } from '../../look'
import { useSpeech } from '../../messages'
import { problemWords } from '../../messages/refusals'
import type { ImportPlan, PlannedChange } from '../../wire'

const tones: Record<PlannedChange['kind'], Tone> = { added: 'good', changed: 'act', refused: 'bad' }
const order: PlannedChange['kind'][] = ['refused', 'changed', 'added']

export function Plan({ name, plan }: { name: string; plan: ImportPlan }) {
  const { t } = useSpeech()
  const count = (kind: PlannedChange['kind']) => plan.changes.filter((change) => change.kind === kind).length
  const sorted = [...plan.changes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.line - b.line)
  return (
    <div className="stack" role="status">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p>
        {t('meetings.plan', {
          added: count('added'),
          changed: count('changed'),
          refused: count('refused'),
          unchanged: plan.unchanged,
        })}
      </p>
      {count('refused') > 0 && <Banner tone="bad">{t('meetings.plan_refused')}</Banner>}
      {plan.changes.length === 0 && <Banner tone="good">{t('meetings.plan_nothing')}</Banner>}
      {sorted.length > 0 && (
        <div className="scroll-x">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('meetings.line')}</th>
                <th scope="col">{t('meetings.what')}</th>
                <th scope="col">{t('meetings.change')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((change) => (
                <Change key={`${change.path} ${change.kind} ${change.line}`} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Change({ change }: { change: PlannedChange }) {
  const speech = useSpeech()
  const { kind, line, what, fields, why, path } = change
  return (
    <tr>
      <td className="number">{line}</td>
      <td>
        <bdi>{what}</bdi>
      </td>
      <td>
        <Tag tone={tones[kind]}>{speech.t(`meetings.kind_${kind}`)}</Tag> <bdi className="muted">{fields.join(', ')}</bdi>
        {why !== undefined && (
          <p>
            {problemWords(why, speech)} <bdi className="muted small">{why.path === '' ? path : why.path}</bdi>
          </p>
        )}
      </td>
    </tr>
  )
}
