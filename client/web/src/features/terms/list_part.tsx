// A list of the terms, each of whose items is added, changed, moved and taken out by itself.

import { useState, type ReactNode } from 'react'
import { useAct } from '../../app/commands'
import { Button, Empty, Form, say, useForm, type FormHandle } from '../../look'
import type { Errors, Values } from '../../look/form_state'
import { useText } from '../../messages'
import { movedUp, partVersion, putAt } from './part'

export interface ListShape<T> {
  /** Under which drafts are kept. */
  name: string
  add: string
  empty: string
  /** The order means something. */
  ordered?: boolean
  keyOf(item: T): string
  line(item: T): ReactNode
  labels: Record<string, string>
  toValues(item: T | undefined): Values
  toItem(values: Values, before: T | undefined): T
  check(values: Values, others: readonly T[]): Errors
  fields(form: FormHandle<Values>, before: T | undefined): ReactNode
}

interface ListPartProps<T> {
  shape: ListShape<T>
  items: readonly T[]
  save(items: T[]): Promise<unknown>
}

export function ListPart<T>({ shape, items, save }: ListPartProps<T>) {
  const t = useText()
  const { busy, act } = useAct()
  const [editing, setEditing] = useState<string | null>(null)
  const close = () => setEditing(null)
  const remove = (at: number) =>
    act(() => save(items.filter((_, i) => i !== at)), t('terms.removed'), () => save([...items]))
  return (
    <div className="stack">
      {items.length === 0 && editing === null && <Empty>{shape.empty}</Empty>}
      <ul className="lines">
        {items.map((item, at) => {
          const key = shape.keyOf(item)
          return (
            <li key={key} style={{ paddingBlock: 'var(--space-2)' }}>
              {editing === key ? (
                <ItemForm shape={shape} items={items} at={at} save={save} onDone={close} />
              ) : (
                <div className="row apart">
                  <div>{shape.line(item)}</div>
                  <span className="row">
                    {shape.ordered === true && at > 0 && (
                      <Button kind="quiet" busy={busy} onPress={() => void act(() => save(movedUp(items, at)))}>
                        {t('agenda.up')}
                      </Button>
                    )}
                    <Button kind="quiet" onPress={() => setEditing(key)}>
                      {t('terms.change')}
                    </Button>
                    <Button kind="quiet" busy={busy} onPress={() => void remove(at)}>
                      {t('terms.remove')}
                    </Button>
                  </span>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {editing === '' && <ItemForm shape={shape} items={items} at={null} save={save} onDone={close} />}
      {editing === null && (
        <div>
          <Button onPress={() => setEditing('')}>{shape.add}</Button>
        </div>
      )}
    </div>
  )
}

interface ItemFormProps<T> extends ListPartProps<T> {
  /** Absent for a new item. */
  at: number | null
  onDone(): void
}

function ItemForm<T>({ shape, items, at, save, onDone }: ItemFormProps<T>) {
  const t = useText()
  const before = at === null ? undefined : items[at]
  const form = useForm<Values>({
    name: `terms.${shape.name}.${before === undefined ? 'new' : shape.keyOf(before)}`,
    initial: shape.toValues(before),
    ...(before === undefined ? {} : { version: partVersion(before) }),
    check: (values) => shape.check(values, items.filter((_, i) => i !== at)),
    send: (values) => save(putAt(items, at, shape.toItem(values, before))),
    onSent: () => {
      say(t('terms.saved'), 'good')
      onDone()
    },
  })
  const cancel = <Button onPress={onDone}>{t('look.cancel')}</Button>
  return (
    <div className="card">
      <Form form={form} submit={t('look.save')} labels={shape.labels} more={cancel}>
        {shape.fields(form, before)}
      </Form>
    </div>
  )
}
