// The published papers of an agenda item: my language first, the others beside it.

import { documentsTopic } from '../../app/documents_topic'
import { useMeetingTopic, useRights } from '../../app/meeting'
import { Skeleton } from '../../look'
import { useText } from '../../messages'
import type { DocumentsTopic } from '../../wire'
import { DocumentLine } from './document_line'
import { papersOf } from './sorting'

export function Papers({ item }: { item: string }) {
  const t = useText()
  const { state } = useMeetingTopic<DocumentsTopic>(documentsTopic(useRights()))
  if (state === undefined) return <Skeleton lines={2} />
  const papers = papersOf(state, item)
  if (papers.length === 0) return <p className="muted">{t('documents.none_for_item')}</p>
  return (
    <ul className="lines">
      {papers.map(([id, document]) => (
        <li key={id} style={{ paddingBlock: 'var(--space-3)' }}>
          <DocumentLine id={id} document={document} />
        </li>
      ))}
    </ul>
  )
}
