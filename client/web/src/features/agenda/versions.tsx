// The versions of the agenda, newest first, with what changed in each.

import { useHere, useMeetingTopic } from '../../app/meeting'
import { Link } from '../../app/router'
import { Empty, Localized, Moment, ScreenTitle, Skeleton, Tag, type Tone } from '../../look'
import { useText } from '../../messages'
import type { AgendaChange, AgendaVersionsTopic } from '../../wire'
import './agenda.css'

const tones: Record<AgendaChange['kind'], Tone> = { added: 'good', changed: 'act', moved: 'act', removed: 'bad' }

export default function Versions() {
  const t = useText()
  const here = useHere()
  const { state } = useMeetingTopic<AgendaVersionsTopic>('agenda.versions')
  const versions = Object.entries(state?.versions ?? {}).sort(([a], [b]) => Number(b) - Number(a))
  return (
    <div className="stack wide">
      <div className="stack tight">
        <Link to={here('/agenda')}>{t('place.agenda')}</Link>
        <ScreenTitle title={t('agenda.versions_title')}>{t('agenda.versions_title')}</ScreenTitle>
      </div>
      {state === undefined && <Skeleton />}
      {state !== undefined && versions.length === 0 && <Empty>{t('agenda.versions_empty')}</Empty>}
      {versions.map(([number, version]) => (
        <section key={number} className="stack tight">
          <h2>
            {t('agenda.version', { number })}
          </h2>
          <p className="muted">
            <Moment at={version.at} />
          </p>
          <ul className="lines">
            {version.changes.map((change, i) => (
              <Change key={i} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Change({ change: { kind, item, before, after } }: { change: AgendaChange }) {
  const t = useText()
  return (
    <li className="stack tight" style={{ paddingBlock: 'var(--space-2)' }}>
      <p className="row">
        <Tag tone={tones[kind]}>{t(`agenda.change_${kind}`)}</Tag>
        <span>{item === undefined ? t('agenda.of_programme') : <bdi>{item}</bdi>}</span>
      </p>
      {before !== undefined && (
        <p className="was">
          <span className="heard">{t('agenda.before')}: </span>
          <Localized of={before} />
        </p>
      )}
      {after !== undefined && (
        <p>
          <span className="heard">{t('agenda.after')}: </span>
          <Localized of={after} />
        </p>
      )}
    </li>
  )
}
