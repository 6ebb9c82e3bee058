// Choosing one or several of some things.

import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useText } from '../messages'
import { FieldLabel, FieldNotes, type FieldProps } from './field'

export interface Option {
  value: string
  label: string
  hint?: ReactNode
}

interface OneProps extends FieldProps {
  options: Option[]
  value: string
  onChange(value: string): void
  onBlur?(): void
}

function Options({ options }: { options: Option[] }) {
  return (
    <Popover className="popover">
      <ListBox className="options" items={options}>
        {(option) => (
          <ListBoxItem id={option.value} textValue={option.label} className="option">
            <bdi>{option.label}</bdi>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}

/** One of a few. */
export function Select({ id, label, hint, optional, error, options, value, onChange, onBlur }: OneProps) {
  const t = useText()
  return (
    <AriaSelect
      className="field"
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      value={value === '' ? null : value}
      onChange={(key) => onChange(String(key ?? ''))}
      placeholder={t('look.choose')}
      {...(onBlur ? { onBlur } : {})}
    >
      <FieldLabel label={label} {...(optional ? { optional } : {})} />
      <FieldNotes hint={hint} error={error} />
      <Button {...(id === undefined ? {} : { id })} className="input select-button">
        <SelectValue />
      </Button>
      <Options options={options} />
    </AriaSelect>
  )
}

/** One of many, found by typing. */
export function ComboBox({ id, label, hint, optional, error, options, value, onChange, onBlur }: OneProps) {
  const t = useText()
  return (
    <AriaComboBox
      className="field"
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      value={value === '' ? null : value}
      onChange={(key) => onChange(String(key ?? ''))}
      menuTrigger="focus"
      {...(onBlur ? { onBlur } : {})}
    >
      <FieldLabel label={label} {...(optional ? { optional } : {})} />
      <FieldNotes hint={hint} error={error} />
      <div className="combo">
        <Input {...(id === undefined ? {} : { id })} className="input" />
        <Button className="combo-open" aria-label={t('look.show_options')}>
          <span aria-hidden>▾</span>
        </Button>
      </div>
      <Options options={options} />
    </AriaComboBox>
  )
}

export function RadioGroup({ label, hint, optional, error, options, value, onChange, onBlur }: OneProps) {
  return (
    <AriaRadioGroup
      className="field"
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      value={value}
      onChange={onChange}
      {...(onBlur ? { onBlur } : {})}
    >
      <FieldLabel label={label} {...(optional ? { optional } : {})} />
      <FieldNotes hint={hint} error={error} />
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice radio">
          <span className="choice-mark" />
          <span>
            {option.label}
            {option.hint !== undefined && <span className="field-hint"> {option.hint}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  )
}

interface SeveralProps extends FieldProps {
  options: Option[]
  value: string[]
  onChange(value: string[]): void
}

export function CheckboxGroup({ label, hint, optional, error, options, value, onChange }: SeveralProps) {
  return (
    <AriaCheckboxGroup
      className="field"
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      value={value}
      onChange={onChange}
    >
      <FieldLabel label={label} {...(optional ? { optional } : {})} />
      <FieldNotes hint={hint} error={error} />
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value}>
          {option.label}
        </Checkbox>
      ))}
    </AriaCheckboxGroup>
  )
}

interface CheckboxProps {
  children: ReactNode
  value?: string
  checked?: boolean
  onChange?(checked: boolean): void
}

export function Checkbox({ children, value, checked, onChange }: CheckboxProps) {
  return (
    <AriaCheckbox
      className="choice"
      {...(value === undefined ? {} : { value })}
      {...(checked === undefined ? {} : { isSelected: checked })}
      {...(onChange ? { onChange } : {})}
    >
      <span className="choice-mark" />
      <span>{children}</span>
    </AriaCheckbox>
  )
}
