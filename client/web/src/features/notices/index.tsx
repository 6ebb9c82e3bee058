// The secretariat's notices: writing one, and those that stand.

import { useAct, useCommand } from '../../app/commands'
import { useMeetingDetails, useMeetingTopic } from '../../app/meeting'
import { bindText, Button, ComboBox, Empty, Form, Localized, Moment, RadioGroup, say, ScreenTitle, Select, Skeleton, TextsFields, useForm } from '../../look'
import { gatherTexts, spreadTexts, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { pick, useSpeech } from '../../messages'
import type { Notice, NoticesTopic, RegistrationsTopic } from '../../wire'

export default function Notices() {
  const { t } = useSpeech()
  const { state, refused } = useMeetingTopic<NoticesTopic>('notices@secretariat')
  if (refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  const notices = Object.entries(state?.notices ?? {}).sort(([, a], [, b]) => b.at.localeCompare(a.at))
  return (
    <div className="stack wide">
      <ScreenTitle title={t('place.notices')}>{t('place.notices')}</ScreenTitle>
      <Write />
      <section className="stack">
        <h2>{t('notices.standing')}</h2>
        {state === undefined && <Skeleton />}
        {state !== undefined && notices.length === 0 && <Empty>{t('notices.empty')}</Empty>}
        <ul className="lines">
          {notices.map(([id, notice]) => (
            <OneNotice key={id} id={id} notice={notice} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Write() {
  const { t, language } = useSpeech()
  const command = useCommand()
  const languages = useTextLanguages()
  const categories = useMeetingDetails()?.categories ?? []
  const { state: registrations } = useMeetingTopic<RegistrationsTopic>('registrations@secretariat')
  const missing = t('error.missing_field')
  const form = useForm<Values>({
    name: 'notice.new',
    initial: { to: 'everyone', category: '', delegation: '', ...spreadTexts('text', {}, languages) },
    check: (values) => ({
      category: values.to === 'category' && values.category === '' ? missing : undefined,
      delegation: values.to === 'delegation' && values.delegation === '' ? missing : undefined,
      [`text.${languages[0]}`]: Object.keys(gatherTexts('text', values)).length === 0 ? missing : undefined,
    }),
    send: (values) => {
      const kind = String(values.to)
      const to = kind === 'everyone' ? {} : { [kind]: String(values[kind]) }
      return command('notices.post', { text: gatherTexts('text', values), to })
    },
    onSent: () => say(t('notices.posted'), 'good'),
  })
  const collator = new Intl.Collator(language)
  const delegations = Object.entries(registrations?.delegations ?? {})
    .map(([value, d]) => ({ value, label: pick(d.name, language).text }))
    .sort((a, b) => collator.compare(a.label, b.label))
  const labels = { to: t('notices.to'), category: t('participants.category'), delegation: t('place.delegation') }
  return (
    <Form form={form} submit={t('notices.post')} labels={labels}>
      <RadioGroup
        {...bindText(form, 'to')}
        label={labels.to}
        options={(['everyone', 'category', 'delegation'] as const).map((value) => ({ value, label: t(`notices.to_${value}`) }))}
      />
      {form.values.to === 'category' && (
        <Select
          {...bindText(form, 'category')}
          label={labels.category}
          options={categories.map((c) => ({ value: c.id, label: pick(c.name, language).text }))}
        />
      )}
      {form.values.to === 'delegation' && (
        <ComboBox {...bindText(form, 'delegation')} label={labels.delegation} options={delegations} />
      )}
      <TextsFields form={form} field="text" label={t('notices.text')} rows={3} />
    </Form>
  )
}

function OneNotice({ id, notice }: { id: string; notice: Notice }) {
  const { t } = useSpeech()
  const command = useCommand()
  const { busy, act } = useAct()
  const categories = useMeetingDetails()?.categories ?? []
  const { state: registrations } = useMeetingTopic<RegistrationsTopic>('registrations@secretariat')
  const { category, delegation } = notice.to
  const withdraw = () =>
    act(
      () => command('notices.withdraw', { notice: id }),
      t('notices.withdrawn'),
      () => command('notices.post', { text: notice.text, to: { ...notice.to } }),
    )
  return (
    <li className="row apart" style={{ paddingBlock: 'var(--space-3)' }}>
      <div>
        <p style={{ whiteSpace: 'pre-line' }}>
          <Localized of={notice.text} />
        </p>
        <p className="muted small">
          <Moment at={notice.at} form="short" /> ·{' '}
          {category === undefined && delegation === undefined && t('notices.to_everyone')}
          {category !== undefined && <Localized of={categories.find((c) => c.id === category)?.name} />}
          {delegation !== undefined && <Localized of={registrations?.delegations[delegation]?.name ?? { en: delegation }} />}
        </p>
      </div>
      <Button kind="quiet" busy={busy} onPress={() => void withdraw()}>
        {t('notices.withdraw')}
      </Button>
    </li>
  )
}
