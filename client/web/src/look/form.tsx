// Forms: checked on leaving a field and on sending, with a summary that takes the focus; nothing typed is ever lost.

import { createContext, use, useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { useText } from '../messages'
import { Banner } from './parts'
import { Button } from './button'
import { differing, type Values } from './form_state'
import type { FormHandle } from './use_form'

export { useForm, type FormHandle } from './use_form'

/** What a field of the form needs, by the field's name. */
export function bind<V extends Values, K extends keyof V & string>(form: FormHandle<V>, field: K) {
  return {
    id: fieldId(form.name, field),
    value: form.values[field],
    onChange: (value: V[K]) => form.set(field, value),
    onBlur: () => form.leave(field),
    error: form.errors[field],
  }
}

/** The same for a field whose name is made while running. */
export function bindText(form: FormHandle<Values>, field: string) {
  const { value, onChange, ...rest } = bind(form, field)
  return { ...rest, value: String(value ?? ''), onChange: (text: string) => onChange(text) }
}

const fieldId = (form: string, field: string) => `${form}-${field}`.replaceAll(/[^A-Za-z0-9_-]/g, '-')

const InForm = createContext(false)

interface FormProps<V extends Values> {
  form: FormHandle<V>
  submit: ReactNode
  /** Labels by field, for the summary and for comparing versions. */
  labels: Partial<Record<keyof V, string>>
  children: ReactNode
  more?: ReactNode
}

export function Form<V extends Values>({ form, submit, labels, children, more }: FormProps<V>) {
  const t = useText()
  if (use(InForm)) throw new Error('a form stands in another')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  return (
    <InForm value={true}>
      <form className="stack" onSubmit={onSubmit} noValidate>
        <ErrorSummary form={form} labels={labels} />
        {form.restored && !form.stale && (
          <div className="row">
            <span className="muted">{t('look.draft_restored')}</span>
            <Button kind="quiet" onPress={form.discard}>
              {t('look.draft_discard')}
            </Button>
          </div>
        )}
        {form.stale && <StaleChoice form={form} labels={labels} />}
        {children}
        <div className="row">
          <Button type="submit" kind="primary" busy={form.busy}>
            {submit}
          </Button>
          {more}
        </div>
      </form>
    </InForm>
  )
}

function ErrorSummary<V extends Values>({ form, labels }: Pick<FormProps<V>, 'form' | 'labels'>) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.failures > 0) box.current?.focus()
  }, [form.failures])
  const wrong = Object.entries(form.errors).filter(([, text]) => text !== undefined)
  if (form.failures === 0 || wrong.length + form.rest.length === 0) return null
  return (
    <div ref={box} className="error-summary stack tight" role="alert" tabIndex={-1}>
      <h2>{t('look.problem')}</h2>
      <ul className="stack tight">
        {form.rest.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {wrong.map(([field, text]) => (
          <li key={field}>
            <a href={`#${fieldId(form.name, field)}`} onClick={focusField}>
              {labels[field] !== undefined && `${labels[field]}: `}
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusField(event: { preventDefault(): void; currentTarget: HTMLAnchorElement }) {
  event.preventDefault()
  const control = document.getElementById(event.currentTarget.hash.slice(1))
  control?.focus()
  control?.scrollIntoView({ block: 'center' })
}

/** Somebody changed the thing while it was being edited: both versions, and the choice between them. */
function StaleChoice<V extends Values>({ form, labels }: Pick<FormProps<V>, 'form' | 'labels'>) {
  const t = useText()
  const fields = differing(form.values, form.theirs)
  return (
    <Banner tone="warn">
      <div className="stack tight" role="alert">
        <p className="strong">{t('look.changed_meanwhile')}</p>
        {fields.map((field) => (
          <dl key={field} className="facts">
            <dt>
              {labels[field] ?? field} – {t('look.theirs')}
            </dt>
            <dd>{String(form.theirs[field])}</dd>
            <dt>
              {labels[field] ?? field} – {t('look.mine')}
            </dt>
            <dd>{String(form.values[field])}</dd>
          </dl>
        ))}
        <div className="row">
          <Button onPress={form.takeTheirs}>{t('look.take_theirs')}</Button>
          <Button onPress={form.keepMine}>{t('look.keep_mine')}</Button>
        </div>
      </div>
    </Banner>
  )
}
