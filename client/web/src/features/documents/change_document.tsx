// Changing what is said of a document.

import { useCommand } from '../../app/commands'
import { say, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { useText } from '../../messages'
import type { Document } from '../../wire'
import { DocumentForm, toDetails, toValues, useDocumentCheck } from './document_form'

export function ChangeDocument({ id, document }: { id: string; document: Document }) {
  const t = useText()
  const command = useCommand()
  const form = useForm<Values>({
    name: `document.${id}`,
    initial: toValues(document.details, useTextLanguages()),
    version: document.version,
    check: useDocumentCheck(),
    send: (values, version) =>
      command('documents.change', { document: id, version, details: toDetails(values) }),
    onSent: () => say(t('document.changed'), 'good'),
  })
  return <DocumentForm form={form} submit={t('look.save')} />
}
