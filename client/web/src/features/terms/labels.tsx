// Words for what conditions ask for: an attribute, or one of its values.

import { bindText, Localized, Select, TextsFields } from '../../look'
import { gatherTexts, spreadTexts } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { useSpeech } from '../../messages'
import type { AttributeLabel } from '../../wire'
import { useVocabulary } from '../sponsorship/condition'
import { ListPart } from './list_part'
import type { PartProps } from './set_terms'

/** The attribute itself, as a choice beside its values; values are chosen as JSON texts. */
const itself = 'null'

const keyOf = ({ name, value }: Pick<AttributeLabel, 'name' | 'value'>) => JSON.stringify([name, value ?? null])

export function Labels({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const languages = useTextLanguages()
  const known = useVocabulary(terms)
  const attributes = [...known.values()]
  return (
    <ListPart<AttributeLabel>
      items={terms.labels}
      save={(labels) => set({ labels })}
      shape={{
        name: 'labels',
        add: t('terms.add_label'),
        empty: t('terms.no_labels'),
        keyOf,
        line: ({ name, value, label }) => (
          <>
            <bdi className="muted">{value === undefined ? name : `${name} = ${String(value)}`}</bdi>{' '}
            <span className="strong">
              <Localized of={label} />
            </span>
          </>
        ),
        labels: { name: t('terms.attribute'), value: t('terms.value') },
        toValues: (item) => ({
          name: item?.name ?? '',
          value: JSON.stringify(item?.value ?? null),
          ...spreadTexts('label', item?.label ?? {}, languages),
        }),
        toItem: (values) => {
          const value = JSON.parse(String(values.value)) as AttributeLabel['value'] | null
          return {
            name: String(values.name),
            label: gatherTexts('label', values),
            ...(value === null || value === undefined ? {} : { value }),
          }
        },
        check: (values, others) => ({
          name:
            values.name === ''
              ? t('error.missing_field')
              : others.some((other) => keyOf(other) === `["${String(values.name)}",${String(values.value)}]`)
                ? t('error.already_there')
                : undefined,
          [`label.${languages[0]}`]:
            Object.keys(gatherTexts('label', values)).length === 0 ? t('error.missing_field') : undefined,
        }),
        fields: (form) => (
          <>
            <Select
              {...bindText(form, 'name')}
              label={t('terms.attribute')}
              options={attributes.map(({ name, label }) => ({ value: name, label: label === name ? name : `${label} (${name})` }))}
            />
            <Select
              {...bindText(form, 'value')}
              label={t('terms.value')}
              options={[
                { value: itself, label: t('terms.attribute_itself') },
                ...(known.get(String(form.values.name))?.values ?? []).map(({ value, label }) => ({
                  value: JSON.stringify(value),
                  label,
                })),
              ]}
            />
            <TextsFields form={form} field="label" label={t('terms.label')} />
          </>
        ),
      }}
    />
  )
}
