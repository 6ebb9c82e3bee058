// One part of the setup: folded away, with a sentence that explains it.

import type { ReactNode } from 'react'
import { Disclosure, Tag } from '../../look'
import { useText } from '../../messages'
import { useBench } from './bench'

interface PartProps {
  title: string
  /** How it stands now, in a word or two. */
  now?: ReactNode
  explains: string
  /** Where its problems are in the setup. */
  path?: string
  open?: boolean
  children: ReactNode
}

export function Part({ title, now, explains, path, open, children }: PartProps) {
  const t = useText()
  const { problemAt } = useBench()
  const wrong = path === undefined ? undefined : problemAt(path)
  const heading = (
    <span className="part-title">
      <span className="strong">{title}</span> <span className="muted">{now}</span>{' '}
      {wrong !== undefined && <Tag tone="bad">{t('workbench.part_wrong')}</Tag>}
    </span>
  )
  return (
    <Disclosure title={heading} open={open}>
      <div className="stack part">
        <p className="muted">{explains}</p>
        {children}
      </div>
    </Disclosure>
  )
}
