// Text fields: label above, hint before the field, required is the default and optional is said.

import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { useText } from '../messages'

export interface FieldProps {
  /** The id of the control, so that an error summary can link to it. */
  id?: string | undefined
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  error?: string | null | undefined
}

export function FieldLabel({ label, optional = false }: Pick<FieldProps, 'label' | 'optional'>) {
  const t = useText()
  return (
    <Label className="field-label">
      {label}
      {optional && <span className="field-optional"> {t('look.optional')}</span>}
    </Label>
  )
}

/** What stands between label and control. */
export function FieldNotes({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  )
}

interface TextFieldProps extends FieldProps {
  value: string
  onChange(value: string): void
  onBlur?(): void
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time' | 'number'
  rows?: number
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  autoComplete?: string
  maxLength?: number
  inputMode?: 'numeric' | 'decimal'
}

export function TextField(props: TextFieldProps) {
  const { label, hint, optional, error, rows, lang, dir = 'auto', onBlur, type = 'text', ...rest } = props
  const shape = { className: 'input', lang, dir: type === 'email' ? 'ltr' : dir }
  return (
    <AriaTextField
      {...rest}
      type={type}
      className="field"
      validationBehavior="aria"
      isRequired={!optional && type !== 'search'}
      isInvalid={Boolean(error)}
      {...(onBlur ? { onBlur } : {})}
    >
      <FieldLabel label={label} {...(optional && type !== 'search' ? { optional } : {})} />
      <FieldNotes hint={hint} error={error} />
      {rows === undefined ? <Input {...shape} /> : <AriaTextArea {...shape} rows={rows} />}
    </AriaTextField>
  )
}
