// The parts that screens are made of.

export { Button, ButtonLink } from './button'
export { TextField } from './field'
export { bind, bindText, Form, useForm, type FormHandle } from './form'
export { NumberField, SliderField } from './number'
export { TextsFields } from './texts_fields'
export { Select, ComboBox, RadioGroup, CheckboxGroup, Checkbox, type Option } from './choice'
export { Banner, Disclosure, Empty, ProgressBar, ScreenTitle, Skeleton, Tag, useFresh, type Tone } from './parts'
export { say } from './toast'
export { Localized, Moment, Money, Size, Span, Symbol, type Texts } from './values'
