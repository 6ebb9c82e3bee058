// Numbers: typed exactly, stepped, or moved by a slider.

import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { FieldLabel, FieldNotes, type FieldProps } from './field'
import './number.css'

interface NumberProps extends FieldProps {
  value: number
  min?: number
  max?: number
  step?: number
  /** How the number is written, and read. */
  format?: Intl.NumberFormatOptions
  onChange(value: number): void
}

/** Whole numbers, unless `format` and `step` say otherwise; what is no number changes nothing. */
export function NumberField({ id, label, hint, error, optional, value, min, max, step = 1, format, onChange }: NumberProps) {
  return (
    <AriaNumberField
      id={id}
      className="field"
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={format}
      onChange={(next) => Number.isFinite(next) && onChange(next)}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldNotes hint={hint} error={error} />
      <Group className="stepper">
        <Button slot="decrement">
          <span aria-hidden>−</span>
        </Button>
        <Input className="input numbers" dir="ltr" />
        <Button slot="increment">
          <span aria-hidden>+</span>
        </Button>
      </Group>
    </AriaNumberField>
  )
}

interface SliderProps extends NumberProps {
  /** Where the slider ends; the number may go beyond. */
  top: number
  /** How far the slider moves at once, where it is coarser than the number. */
  slide?: number
  label: string
}

/** A slider, with the exact number beside it. */
export function SliderField({ top, slide, ...number }: SliderProps) {
  const { label, value, min = 0, step = 1, format, onChange } = number
  return (
    <div className="slider-field">
      <Slider
        aria-label={label}
        className="slider"
        value={value}
        minValue={min}
        maxValue={Math.max(top, value)}
        step={slide ?? step}
        formatOptions={format}
        onChange={(next) => onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
      >
        <SliderTrack className="slider-track">
          {({ state }) => (
            <>
              <div className="slider-fill" style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className="slider-thumb" />
            </>
          )}
        </SliderTrack>
      </Slider>
      <NumberField {...number} />
    </div>
  )
}
