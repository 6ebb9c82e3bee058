// Importing a meeting from a file: what it would change first, then the import.

import { useState } from 'react'
import { useAct } from '../../app/commands'
import { useRights } from '../../app/meeting'
import { Link, navigate } from '../../app/router'
import { Button, Localized, ScreenTitle, Skeleton } from '../../look'
import { formatDays } from '../../look/days'
import { FileDrop } from '../../look/file_drop'
import { useGive, useTopic } from '../../live/react'
import { askByPost } from '../../live/http'
import { organization } from '../../live/types'
import { useSpeech } from '../../messages'
import type { ImportPlan, MeetingsTopic } from '../../wire'
import { Plan } from './plan'

export default function Meetings() {
  const { t, locale } = useSpeech()
  const { secretariat } = useRights()
  const { state } = useTopic<MeetingsTopic>(organization, 'meetings')
  return (
    <div className="stack wide">
      <ScreenTitle title={t('place.meetings')}>{t('place.meetings')}</ScreenTitle>
      {state === undefined && <Skeleton />}
      <ul className="lines">
        {Object.entries(state?.meetings ?? {}).map(([id, meeting]) => (
          <li key={id}>
            <Link to={`/m/${encodeURIComponent(id)}`} className="row-link" data-row>
              <span className="strong">
                <Localized of={meeting.name} />
              </span>
              <br />
              <span className="muted">{formatDays(meeting.opens, meeting.closes, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {secretariat && <Import />}
    </div>
  )
}

interface Previewed {
  name: string
  text: string
  plan: ImportPlan
}

function Import() {
  const { t } = useSpeech()
  const give = useGive()
  const { busy, act } = useAct()
  const [previewed, setPreviewed] = useState<Previewed | null>(null)

  const preview = async (file: File) => {
    const text = await file.text()
    const plan = (await askByPost('meeting.preview', { file: text })) as unknown as ImportPlan
    setPreviewed({ name: file.name, text, plan })
  }
  const confirm = ({ plan, text }: Previewed) =>
    act(
      () => give('meeting.import', { meeting: plan.meeting, file: text, digest: plan.digest }),
      t('meetings.imported'),
    ).then((done) => {
      if (!done) return
      setPreviewed(null)
      navigate(`/m/${encodeURIComponent(plan.meeting)}`)
    })

  return (
    <section className="stack">
      <h2>{t('meetings.import')}</h2>
      <p>{t('meetings.import_explain')}</p>
      <FileDrop
        label={t('meetings.drop')}
        choose={t('meetings.choose_file')}
        accept={['.json', 'application/json']}
        onFiles={([file]) => file !== undefined && void act(() => preview(file))}
      />
      {busy && <Skeleton lines={3} />}
      {previewed !== null && (
        <>
          <Plan name={previewed.name} plan={previewed.plan} />
          <div className="row">
            <Button kind="primary" busy={busy} isDisabled={!canImport(previewed.plan)} onPress={() => void confirm(previewed)}>
              {t('meetings.confirm', { count: previewed.plan.changes.length })}
            </Button>
            <Button onPress={() => setPreviewed(null)}>{t('look.cancel')}</Button>
          </div>
        </>
      )}
    </section>
  )
}

const canImport = (plan: ImportPlan) => plan.changes.length > 0 && plan.changes.every((change) => change.kind !== 'refused')
