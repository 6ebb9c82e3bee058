// An applicant as a link to the application, and a package by its name.

import { useHere, useMeetingTopic } from '../../app/meeting'
import { Link } from '../../app/router'
import { Localized } from '../../look'
import { useSpeech, pick } from '../../messages'
import type { Application, PublishedTermsTopic } from '../../wire'

export function Applicant({ id, application }: { id: string; application: Application | undefined }) {
  const { t } = useSpeech()
  const here = useHere()
  return (
    <span>
      <Link to={here(`/sponsorship/${encodeURIComponent(id)}`)}>
        <bdi className="strong">{application?.name ?? t('member.erased')}</bdi>
      </Link>{' '}
      <span className="muted">
        <Localized of={application?.delegation_name} />
      </span>
    </span>
  )
}

/** What a package is called in the terms; its code where they do not name it any more. */
export function usePackageName(): (code: string) => string {
  const { language } = useSpeech()
  const { state } = useMeetingTopic<PublishedTermsTopic>('sponsorship')
  return (code) => pick(state?.packages.find((one) => one.code === code)?.name, language).text || code
}
