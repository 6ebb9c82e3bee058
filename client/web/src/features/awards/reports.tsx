// Reports to take away, each with what is in it and who may have it.

import { useState } from 'react'
import { useMeeting } from '../../app/meeting'
import { Select } from '../../look'
import { languages, ownNames, useSpeech } from '../../messages'
import type { Proposal } from '../../wire'
import { report_forms, reportAddress, reports } from './addresses'
import { newestFirst, stageOf } from './stages'

const form_names = { pdf: 'PDF', xlsx: 'Excel', json: 'JSON' } as const

export function Reports({ proposals }: { proposals: Record<string, Proposal> }) {
  const { t, language } = useSpeech()
  const meeting = useMeeting()
  const [chosen, setChosen] = useState<string>(language)
  const all = newestFirst(proposals)
  const [proposal, setProposal] = useState(all[0]?.[0] ?? '')
  return (
    <section className="stack">
      <Select
        label={t('reports.language')}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
        value={chosen}
        onChange={setChosen}
      />
      {reports.map((report) => (
        <article key={report} className="card stack tight">
          <h2>{t(`reports.${report}`)}</h2>
          <p>{t(`reports.${report}_explain`)}</p>
          <p className="muted">{t(`reports.${report}_for`)}</p>
          {report === 'audit' && all.length > 0 && (
            <Select
              label={t('reports.proposal')}
              options={all.map(([value, one]) => ({
                value,
                label: `${one.name} · ${t(`decision.stage_${stageOf(one)}`)} · ${one.hash.slice(0, 8)}`,
              }))}
              value={proposal}
              onChange={setProposal}
            />
          )}
          {report === 'audit' && all.length === 0 ? (
            <p>{t('reports.audit_none')}</p>
          ) : (
            <p className="row">
              {report_forms.map((form) => (
                <a
                  key={form}
                  href={reportAddress(meeting, report, form, chosen, report === 'audit' ? proposal : undefined)}
                  target="_blank"
                  rel="noopener"
                  className="button"
                  aria-label={t('reports.download_as', { report: t(`reports.${report}`), form: form_names[form] })}
                >
                  {form_names[form]}
                </a>
              ))}
            </p>
          )}
        </article>
      ))}
    </section>
  )
}
