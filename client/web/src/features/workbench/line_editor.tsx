// One line of a list in the setup: its name, whom it means, and what else belongs to it.

import type { ReactNode } from 'react'
import { Button, TextField } from '../../look'
import { pick, useSpeech } from '../../messages'
import { ConditionEditor, ConditionWords } from '../sponsorship/condition'
import type { Condition } from '../sponsorship/condition_words'
import { useBench } from './bench'
import { Unfold } from './unfold'

interface Labelled {
  id: string
  label: Record<string, string>
  who: Condition
}

interface LineEditorProps<L extends Labelled> {
  line: L
  /** Of this line in the setup. */
  path: string
  /** It has just been added. */
  fresh: boolean
  onChange(line: L): void
  onRemove(): void
  /** What is always at hand. */
  children?: ReactNode
  /** More buttons beside "remove". */
  more?: ReactNode
}

export function LineEditor<L extends Labelled>({ line, path, fresh, onChange, onRemove, children, more }: LineEditorProps<L>) {
  const { t, language } = useSpeech()
  const { known, problemAt } = useBench()
  // The other fields of a line say themselves what is wrong with them; these are folded away.
  const wrong = problemAt(`${path}/who`) ?? problemAt(`${path}/label`)
  const name = pick(line.label, language).text
  return (
    <li className="bench-line stack tight">
      <div>
        <span className="strong">
          <bdi>{name || t('workbench.unnamed')}</bdi>
        </span>
        <br />
        <span className="muted small">
          <ConditionWords of={line.who} known={known} />
        </span>
      </div>
      {wrong !== undefined && <p className="field-error">{wrong}</p>}
      {children}
      <Unfold open={fresh} label={t('workbench.change')} of={name || t('workbench.unnamed')}>
        {() => (
          <div className="stack">
            <TextField
              label={t('workbench.line_name')}
              value={line.label[language] ?? ''}
              error={problemAt(`${path}/label`)}
              onChange={(text) => onChange({ ...line, label: withText(line.label, language, text) })}
            />
            <ConditionEditor
              known={known}
              value={line.who}
              error={problemAt(`${path}/who`)}
              onChange={(who) => onChange({ ...line, who })}
            />
            <div className="row">
              {more}
              <Button kind="quiet" onPress={onRemove}>
                {t('workbench.remove_line')}
              </Button>
            </div>
          </div>
        )}
      </Unfold>
    </li>
  )
}

function withText(texts: Record<string, string>, language: string, text: string): Record<string, string> {
  const { [language]: _, ...others } = texts
  return text === '' ? others : { ...others, [language]: text }
}
