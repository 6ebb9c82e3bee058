// A member on the desk: everything about the person, and what differs from what was approved.

import { useMeetingDetails } from '../../app/meeting'
import { Disclosure } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { Member, MemberDetails } from '../../wire'
import { MemberTag } from '../delegation/member_line'
import { useLanguageName } from '../documents/language_name'
import { MemberName } from '../participants/member_name'
import '../agenda/agenda.css'

export function MemberEntry({ member }: { member: Member }) {
  const { t } = useSpeech()
  const now = member.draft ?? member.approved
  if (now === undefined) return <li className="muted">{t('member.erased')}</li>
  return (
    <li style={{ paddingBlock: 'var(--space-2)' }}>
      <MemberName member={now} /> <MemberTag member={member} />
      <Disclosure title={t('member.all_details')} open={member.draft !== undefined && member.approved !== undefined}>
        <Details now={now} before={member.draft === undefined ? undefined : member.approved} />
      </Disclosure>
    </li>
  )
}

/** Every field with a value; where it differs from `before`, both. */
function Details({ now, before }: { now: MemberDetails; before: MemberDetails | undefined }) {
  const { t, language } = useSpeech()
  const languageName = useLanguageName()
  const fields = useMeetingDetails()?.fields ?? []
  const rows = (details: MemberDetails): [string, string][] => [
    [t('member.field_name'), details.name],
    [t('member.field_name_latin'), details.name_latin ?? ''],
    [t('member.field_title'), details.title],
    [t('member.field_function'), details.function],
    [t('member.field_category'), t(`member.${details.category}`)],
    [t('member.field_gender'), t(`gender.${details.gender}`)],
    [t('member.field_email'), details.email ?? ''],
    [t('member.field_language'), languageName(details.language)],
    [t('member.field_needs'), details.needs ?? ''],
    ...fields.map((field): [string, string] => {
      const answer = details.fields[field.id] ?? ''
      const choice = field.choices.find((c) => c.id === answer)
      const words = answer === 'yes' ? t('look.yes') : answer === 'no' ? t('look.no') : answer
      return [pick(field.label, language).text, choice === undefined ? words : pick(choice.label, language).text]
    }),
  ]
  const earlier = before === undefined ? undefined : rows(before)
  return (
    <dl className="facts">
      {rows(now).map(([label, value], i) => {
        const was = earlier?.[i]?.[1]
        if (value === '' && (was === undefined || was === '')) return null
        return (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>
              {was !== undefined && was !== value && (
                <bdi className="was">
                  <span className="heard">{t('agenda.before')}: </span>
                  {was}{' '}
                </bdi>
              )}
              <bdi className={was !== undefined && was !== value ? 'strong' : ''}>{value}</bdi>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
