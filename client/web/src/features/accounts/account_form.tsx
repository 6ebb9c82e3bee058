// The fields of an account. One form speaks of one role at a time; several are added as lines.

import { useMeeting, useMeetingTopic } from '../../app/meeting'
import { bindText, Button, ComboBox, Form, Select, TextField, type FormHandle } from '../../look'
import type { Errors, Values } from '../../look/form_state'
import { languages, ownNames, pick, useSpeech, type Speech } from '../../messages'
import type { Account, AccountDetails, DelegationTopic, RegistrationsTopic, Role, RoleGrant } from '../../wire'
import { RoleWords } from './role_words'

/** Roles are kept in the form as JSON texts: they are chosen, never typed. */
export function toAccountValues(account: Account | undefined, language: string): Values {
  return {
    name: account?.details?.name ?? '',
    email: account?.details?.email ?? '',
    language: account?.details?.language ?? language,
    roles: (account?.roles ?? []).map((grant) => JSON.stringify(grant)),
    role: '',
    delegation: '',
    member: '',
  }
}

const rolesOf = (values: Values): RoleGrant[] => (values.roles as string[]).map((text) => JSON.parse(text) as RoleGrant)

export function toAccount(values: Values): { details: AccountDetails; roles: RoleGrant[] } {
  const text = (field: string) => String(values[field]).trim()
  return {
    details: { name: text('name'), email: text('email').toLowerCase(), language: text('language') },
    roles: rolesOf(values),
  }
}

export function accountCheck(t: Speech['t']): (values: Values) => Errors {
  return (values) => ({
    name: String(values.name).trim() === '' ? t('error.missing_field') : undefined,
    email: /^[^\s@]+@[^\s@]+$/.test(String(values.email).trim()) ? undefined : t('sign_in.email_wrong'),
  })
}

const granted: Role[] = ['secretariat', 'president', 'committee', 'focal_point', 'delegate', 'display']

export function AccountForm({ form, submit }: { form: FormHandle<Values>; submit: string }) {
  const { t } = useSpeech()
  const labels = { name: t('accounts.name'), email: t('sign_in.email'), language: t('more.language') }
  return (
    <Form form={form} submit={submit} labels={labels}>
      <TextField {...bindText(form, 'name')} label={labels.name} />
      <TextField {...bindText(form, 'email')} label={labels.email} type="email" />
      <Select
        {...bindText(form, 'language')}
        label={labels.language}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
      <Roles form={form} />
    </Form>
  )
}

function Roles({ form }: { form: FormHandle<Values> }) {
  const { t, language, locale } = useSpeech()
  const meeting = useMeeting()
  const { state } = useMeetingTopic<RegistrationsTopic>('registrations@secretariat')
  const roles = form.values.roles as string[]
  const role = String(form.values.role) as Role | ''
  const of_delegation = role === 'focal_point' || role === 'delegate'
  const delegation = String(form.values.delegation)
  const ready = role !== '' && (!of_delegation || delegation !== '')
  const add = () => {
    const scope = role === 'secretariat' ? {} : { meeting }
    const [of = '', member = ''] = String(form.values.member ?? '').split('/')
    const own = role === 'delegate' && of === delegation && member !== '' ? { member } : {}
    const grant = JSON.stringify({ role, ...scope, ...(of_delegation ? { delegation } : {}), ...own })
    if (!roles.includes(grant)) form.set('roles', [...roles, grant])
  }
  const collator = new Intl.Collator(locale)
  const options = Object.entries(state?.delegations ?? {})
    .map(([value, d]) => ({ value, label: pick(d.name, language).text }))
    .sort((a, b) => collator.compare(a.label, b.label))
  return (
    <fieldset className="stack tight">
      <legend className="field-label">{t('accounts.roles')}</legend>
      <ul className="lines">
        {roles.map((text) => (
          <li key={text} className="row apart">
            <span>
              <RoleWords roles={[JSON.parse(text) as RoleGrant]} />
            </span>
            <Button kind="quiet" onPress={() => form.set('roles', roles.filter((other) => other !== text))}>
              {t('accounts.take_role')}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        {...bindText(form, 'role')}
        label={t('accounts.role')}
        optional
        options={granted.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      {of_delegation && <ComboBox {...bindText(form, 'delegation')} label={t('place.delegation')} options={options} />}
      {role === 'delegate' && delegation !== '' && <MemberChoice key={delegation} form={form} delegation={delegation} />}
      <div>
        <Button isDisabled={!ready} onPress={add}>
          {t('accounts.give_role')}
        </Button>
      </div>
    </fieldset>
  )
}

/** Who of the delegation the account's holder is: that person sees the own application for sponsorship. */
function MemberChoice({ form, delegation }: { form: FormHandle<Values>; delegation: string }) {
  const { t } = useSpeech()
  const { state } = useMeetingTopic<DelegationTopic>(`delegation/${delegation}`)
  const keyOf = (member: string) => `${delegation}/${member}`
  const members = Object.entries(state?.members ?? {}).flatMap(([member, entry]) => {
    const name = (entry.draft ?? entry.approved)?.name
    return name === undefined ? [] : [{ value: keyOf(member), label: name }]
  })
  const options = [{ value: keyOf(''), label: t('look.none') }, ...members]
  const chosen = String(form.values.member ?? '')
  return (
    <Select
      {...bindText(form, 'member')}
      value={options.some(({ value }) => value === chosen) ? chosen : keyOf('')}
      label={t('accounts.member')}
      hint={t('accounts.member_hint')}
      options={options}
      optional
    />
  )
}
