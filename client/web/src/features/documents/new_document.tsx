// Making a document, unpublished; its files are added afterwards.

import { useCommand } from '../../app/commands'
import { useHere } from '../../app/meeting'
import { navigate } from '../../app/router'
import { useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { useText } from '../../messages'
import { DocumentForm, toDetails, toValues, useDocumentCheck } from './document_form'

export function NewDocument() {
  const t = useText()
  const here = useHere()
  const command = useCommand()
  const form = useForm<Values>({
    name: 'document.new',
    initial: toValues(undefined, useTextLanguages()),
    check: useDocumentCheck(),
    send: async (values) => {
      const { document } = await command('documents.create', { details: toDetails(values) })
      navigate(here(`/documents/${encodeURIComponent(document)}`), { replace: true })
    },
  })
  return (
    <div className="stack">
      <h2>{t('documents.create')}</h2>
      <DocumentForm form={form} submit={t('documents.create')} />
    </div>
  )
}
