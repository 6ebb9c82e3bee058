// A part of the setup that is a list of lines.

import { useState, type ReactNode } from 'react'
import { Button } from '../../look'
import { newId } from '../../live/new_id'
import { useSpeech, type MessageKey } from '../../messages'
import { useBench } from './bench'
import { LineEditor } from './line_editor'
import { Part } from './part'
import { moved, withLine, type Line, type ListPart as PartName } from './setup'

interface ListPartProps<P extends PartName> {
  part: P
  title: MessageKey
  explains: MessageKey
  add: MessageKey
  open?: boolean
  /** Whether the order of the lines matters. */
  ordered?: boolean
  /** What a new line has besides its name; it means everybody. */
  blank: Omit<Line<P>, 'id' | 'label' | 'who'>
  /** What a line has besides its name and whom it means. */
  fields?(line: Line<P>, set: (line: Line<P>) => void, path: string): ReactNode
}

export function ListPart<P extends PartName>({ part, title, explains, add, open, ordered, blank, fields }: ListPartProps<P>) {
  const { t, locale, language } = useSpeech()
  const { setup, change } = useBench()
  const [added, setAdded] = useState<string | null>(null)
  const lines = setup.policy[part] as Line<P>[]
  const put = (index: number) => (line: Line<P>) => change(withLine(setup, part, index, line))
  const append = () => {
    const id = `${part}-${newId().slice(0, 8)}`
    setAdded(id)
    put(lines.length)({ ...blank, id, label: { [language]: t('workbench.unnamed') }, who: {} } as unknown as Line<P>)
  }
  return (
    <Part title={t(title)} now={new Intl.NumberFormat(locale).format(lines.length)} explains={t(explains)} path={`policy/${part}`} open={open}>
      <ul className="lines">
        {lines.map((line, index) => (
          <LineEditor
            key={line.id}
            line={line}
            path={`policy/${part}/${index}`}
            fresh={line.id === added}
            onChange={put(index)}
            onRemove={() => change(withLine(setup, part, index, null))}
            more={
              ordered === true && index > 0 ? (
                <Button kind="quiet" onPress={() => change(moved(setup, part, index, -1))}>
                  {t('workbench.move_up')}
                </Button>
              ) : undefined
            }
          >
            {fields?.(line, put(index), `policy/${part}/${index}`)}
          </LineEditor>
        ))}
      </ul>
      <div>
        <Button onPress={append}>{t(add)}</Button>
      </div>
    </Part>
  )
}
