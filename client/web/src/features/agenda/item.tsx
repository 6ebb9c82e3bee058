// One item: where it stands, its papers, and for those who lead the debate what can be done with it.

import { useHere, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Disclosure, Localized, Moment } from '../../look'
import { useText } from '../../messages'
import type { AgendaTopic } from '../../wire'
import { Papers } from '../documents/papers'
import { pathTo } from '../today/now'
import { ChangeItem } from './change_item'
import { Control } from './control'
import { ItemTag } from './item_tag'
import { MoveItem } from './move_item'

export function Item({ agenda, id }: { agenda: AgendaTopic; id: string }) {
  const t = useText()
  const here = useHere()
  const rights = useRights()
  const item = agenda.items[id]
  if (item === undefined) return <p role="alert">{t('error.not_found')}</p>
  return (
    <article className="stack">
      <Link to={here('/agenda')} className="only-narrow">
        {t('look.back')}
      </Link>
      <div>
        {pathTo(agenda, id).map((above) => (
          <p key={above} className="muted">
            {agenda.items[above]?.number} <Localized of={agenda.items[above]?.title} />
          </p>
        ))}
        <h2>
          <bdi>{item.number}</bdi> <Localized of={item.title} />
        </h2>
        <p className="row">
          <ItemTag state={item.state} />
          {item.opened !== undefined && (
            <span className="muted">
              {t('item.opened_at')} <Moment at={item.opened} form="short" />
            </span>
          )}
          {item.closed !== undefined && (
            <span className="muted">
              {t('item.closed_at')} <Moment at={item.closed} form="short" />
            </span>
          )}
        </p>
      </div>
      {rights.chair && <Control id={id} number={item.number} state={item.state} />}
      <section className="stack tight">
        <h3>{t('place.documents')}</h3>
        <Papers item={id} />
      </section>
      {rights.chair && (
        <section>
          <Disclosure title={t('agenda.change')}>
            <ChangeItem id={id} item={item} />
          </Disclosure>
          <Disclosure title={t('agenda.move')}>
            <MoveItem agenda={agenda} id={id} />
          </Disclosure>
        </section>
      )}
    </article>
  )
}
