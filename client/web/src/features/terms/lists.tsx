// The lists of the terms: packages, supporting files, questions, classes of route.

import { useMeetingDetails } from '../../app/meeting'
import { bind, Checkbox, CheckboxGroup, Localized, RadioGroup, Tag, TextsFields, bindText } from '../../look'
import { gatherTexts, spreadTexts } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { useSpeech } from '../../messages'
import type { SponsorshipTerms } from '../../wire'
import { kindsPaid } from '../sponsorship/paying'
import { useCostName } from '../sponsorship/standing_words'
import { ListPart } from './list_part'
import { NamedFields, NamedLine, useNamed } from './named'
import type { PartProps } from './set_terms'

/** All kinds of cost that there are: the meeting's, and those of the fare table. */
export function useCostKinds({ fares }: SponsorshipTerms): string[] {
  const kinds = useMeetingDetails()?.cost_kinds ?? []
  return [...new Set([...kinds, fares.fare_kind, ...(fares.companion_kind === undefined ? [] : [fares.companion_kind]), ...fares.rates.map(({ kind }) => kind)])]
}

export function Packages({ terms, set }: PartProps) {
  const { t, locale } = useSpeech()
  const named = useNamed()
  const costName = useCostName()
  const all_kinds = useCostKinds(terms)
  return (
    <ListPart
      items={terms.packages}
      save={(packages) => set({ packages })}
      shape={{
        name: 'packages',
        add: t('terms.add_package'),
        empty: t('terms.no_packages'),
        ordered: true,
        keyOf: ({ code }) => code,
        line: ({ code, name, kinds }) => (
          <>
            <NamedLine id={code} label={name} />
            <p className="muted">
              <bdi>{kinds === undefined ? t('funds.all_kinds') : new Intl.ListFormat(locale).format(kinds.map(costName))}</bdi>
            </p>
          </>
        ),
        labels: { id: t('terms.short_name'), kinds: t('funds.kinds') },
        toValues: (item) => ({ ...named.toValues(item?.code, item?.name), kinds: item?.kinds ?? all_kinds }),
        toItem: (values) => {
          const kinds = kindsPaid(values.kinds as string[], all_kinds)
          return { code: String(values.id).trim(), name: named.labelOf(values), ...(kinds === undefined ? {} : { kinds }) }
        },
        check: (values, others) => ({
          ...named.check(values, others.map(({ code }) => code)),
          kinds: (values.kinds as string[]).length === 0 ? t('funds.no_kinds') : undefined,
        }),
        fields: (form, before) => (
          <>
            <NamedFields form={form} is_new={before === undefined} label={t('terms.name')} />
            <CheckboxGroup
              {...bind(form, 'kinds')}
              value={form.values.kinds as string[]}
              label={t('funds.kinds')}
              options={all_kinds.map((value) => ({ value, label: costName(value) }))}
            />
          </>
        ),
      }}
    />
  )
}

export function FileRules({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const named = useNamed()
  const languages = useTextLanguages()
  return (
    <ListPart
      items={terms.files}
      save={(files) => set({ files })}
      shape={{
        name: 'files',
        add: t('terms.add_file'),
        empty: t('terms.no_files'),
        ordered: true,
        keyOf: ({ id }) => id,
        line: ({ id, label, hint, required }) => (
          <>
            <NamedLine id={id} label={label} /> {required && <Tag tone="act">{t('terms.required')}</Tag>}
            {hint !== undefined && (
              <p className="muted">
                <Localized of={hint} />
              </p>
            )}
          </>
        ),
        labels: { id: t('terms.short_name') },
        toValues: (item) => ({
          ...named.toValues(item?.id, item?.label),
          ...spreadTexts('hint', item?.hint ?? {}, languages),
          required: item?.required ?? true,
        }),
        toItem: (values) => {
          const hint = gatherTexts('hint', values)
          return {
            id: String(values.id).trim(),
            label: named.labelOf(values),
            required: values.required === true,
            ...(Object.keys(hint).length === 0 ? {} : { hint }),
          }
        },
        check: (values, others) => named.check(values, others.map(({ id }) => id)),
        fields: (form, before) => (
          <>
            <NamedFields form={form} is_new={before === undefined} label={t('terms.name')} />
            <TextsFields form={form} field="hint" label={t('terms.hint')} optional />
            <Checkbox checked={form.values.required === true} onChange={(on) => form.set('required', on)}>
              {t('terms.is_required')}
            </Checkbox>
          </>
        ),
      }}
    />
  )
}

export function Questions({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const named = useNamed()
  const answer = (yes: boolean) => t(yes ? 'look.yes' : 'look.no')
  return (
    <ListPart
      items={terms.assessments}
      save={(assessments) => set({ assessments })}
      shape={{
        name: 'assessments',
        add: t('terms.add_question'),
        empty: t('terms.no_questions'),
        ordered: true,
        keyOf: ({ id }) => id,
        line: ({ id, label, usual }) => (
          <>
            <NamedLine id={id} label={label} />
            <p className="muted">{t('sponsorship.usually', { answer: answer(usual) })}</p>
          </>
        ),
        labels: { id: t('terms.short_name'), usual: t('terms.usual') },
        toValues: (item) => ({ ...named.toValues(item?.id, item?.label), usual: item?.usual === true ? 'yes' : 'no' }),
        toItem: (values) => ({ id: String(values.id).trim(), label: named.labelOf(values), usual: values.usual === 'yes' }),
        check: (values, others) => named.check(values, others.map(({ id }) => id)),
        fields: (form, before) => (
          <>
            <NamedFields form={form} is_new={before === undefined} label={t('terms.question')} />
            <RadioGroup
              {...bindText(form, 'usual')}
              label={t('terms.usual')}
              hint={t('terms.usual_hint')}
              options={[true, false].map((yes) => ({ value: yes ? 'yes' : 'no', label: answer(yes) }))}
            />
          </>
        ),
      }}
    />
  )
}

export function Routes({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const named = useNamed()
  const { fares } = terms
  return (
    <ListPart
      items={fares.routes}
      save={(routes) => set({ fares: { ...fares, routes } })}
      shape={{
        name: 'routes',
        add: t('terms.add_route'),
        empty: t('terms.no_routes'),
        ordered: true,
        keyOf: ({ id }) => id,
        line: ({ id, label }) => <NamedLine id={id} label={label} />,
        labels: { id: t('terms.short_name') },
        toValues: (item) => named.toValues(item?.id, item?.label),
        toItem: (values) => ({ id: String(values.id).trim(), label: named.labelOf(values) }),
        check: (values, others) => named.check(values, others.map(({ id }) => id)),
        fields: (form, before) => <NamedFields form={form} is_new={before === undefined} label={t('terms.name')} />,
      }}
    />
  )
}
