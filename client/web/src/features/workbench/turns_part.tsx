// Whose turn it is: how many seats a delegation may have, first seats before second seats, and what reserves may do to that.

import { Button, Checkbox, ComboBox, NumberField, RadioGroup } from '../../look'
import { pick, useSpeech } from '../../messages'
import { useBench } from './bench'
import { Part } from './part'
import { withOverride, withPolicy } from './setup'

export function DelegationsPart() {
  const { t, language, locale } = useSpeech()
  const { setup, change, sponsorship, problemAt } = useBench()
  const { usual, overrides } = setup.policy.state_cap
  const names = new Map(
    Object.values(sponsorship.applications).map((each) => [each.delegation, pick(each.delegation_name, language).text]),
  )
  const free = [...names].filter(([id]) => overrides[id] === undefined).sort(([, a], [, b]) => a.localeCompare(b, locale))
  return (
    <Part
      title={t('workbench.state_cap')}
      now={new Intl.NumberFormat(locale).format(usual)}
      explains={t('workbench.state_cap_explained')}
      path="policy/state_cap"
    >
      <NumberField
        label={t('workbench.state_cap_usual')}
        error={problemAt('policy/state_cap/usual')}
        value={usual}
        min={0}
        onChange={(next) => change(withPolicy(setup, { state_cap: { usual: next, overrides } }))}
      />
      {Object.entries(overrides).map(([id, seats]) => (
        <div key={id} className="row top">
          <NumberField
            label={t('workbench.state_cap_of', { state: names.get(id) ?? id })}
            error={problemAt(`policy/state_cap/overrides/${id}`)}
            value={seats}
            min={0}
            onChange={(next) => change(withOverride(setup, id, next))}
          />
          <Button kind="quiet" onPress={() => change(withOverride(setup, id, null))}>
            {t('workbench.state_cap_as_usual')}
          </Button>
        </div>
      ))}
      {free.length > 0 && (
        <ComboBox
          key={free.length}
          label={t('workbench.state_cap_add')}
          options={free.map(([value, label]) => ({ value, label }))}
          value=""
          onChange={(id) => id !== '' && change(withOverride(setup, id, usual + 1))}
          optional
        />
      )}
    </Part>
  )
}

export function TurnsPart() {
  const { t } = useSpeech()
  const { setup, change } = useBench()
  const { rounds, precedence } = setup.policy
  return (
    <Part
      title={t('workbench.turns')}
      now={t(rounds ? 'workbench.rounds_on' : 'workbench.rounds_off')}
      explains={t('workbench.turns_explained')}
    >
      <Checkbox checked={rounds} onChange={(next) => change(withPolicy(setup, { rounds: next }))}>
        {t('workbench.rounds')}
      </Checkbox>
      <RadioGroup
        label={t('workbench.precedence')}
        options={[
          { value: 'reserves', label: t('workbench.precedence_reserves') },
          { value: 'breadth', label: t('workbench.precedence_breadth') },
        ]}
        value={precedence}
        onChange={(next) => change(withPolicy(setup, { precedence: next === 'breadth' ? 'breadth' : 'reserves' }))}
      />
    </Part>
  )
}
