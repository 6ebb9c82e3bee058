// Which scenario is worked on, its name, and how it is saved, saved as another, or taken out.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { useHere } from '../../app/meeting'
import { Link, navigate } from '../../app/router'
import { Banner, Button, Select, TextField } from '../../look'
import { useSpeech } from '../../messages'
import type { AllocationsTopic, Scenario } from '../../wire'
import type { SetupHandle } from './use_setup'

interface ScenarioBarProps {
  allocations: AllocationsTopic
  /** The scenario of the address; the published policy where there is none. */
  id: string | undefined
  scenario: Scenario | undefined
  work: SetupHandle
}

export function ScenarioBar({ allocations, id, scenario, work }: ScenarioBarProps) {
  const { t, locale } = useSpeech()
  const here = useHere()
  const command = useCommand()
  const { busy, act } = useAct()
  const [naming, setNaming] = useState(false)
  const address = (chosen: string) => here(`/sponsorship/workbench${chosen === '' ? '' : `/${encodeURIComponent(chosen)}`}`)
  const saved = Object.entries(allocations.scenarios).sort(([, a], [, b]) => a.name.localeCompare(b.name, locale))
  const options = [
    { value: '-', label: t('workbench.published') },
    ...saved.map(([value, { name }]) => ({ value, label: name })),
  ]
  const save = () =>
    act(async () => {
      const { name, setup, version } = work
      await command('sponsorship.save_scenario', { scenario: id, version, name: name.trim(), setup })
      work.saved()
    }, t('workbench.saved'))
  const saveAs = (name: string) =>
    act(async () => {
      const answer = await command('sponsorship.save_scenario', { version: 0, name: name.trim(), setup: work.setup })
      work.discard()
      setNaming(false)
      navigate(address(answer.scenario))
    }, t('workbench.saved'))
  const remove = (held: Scenario) =>
    act(
      async () => {
        await command('sponsorship.remove_scenario', { scenario: id ?? '', version: held.version })
        navigate(address(''), { replace: true })
      },
      t('workbench.removed'),
      () => command('sponsorship.save_scenario', { version: 0, name: held.name, setup: held.setup }),
    )
  return (
    <section className="stack tight" aria-label={t('workbench.scenario')}>
      <div className="row top">
        <Select
          label={t('workbench.scenario')}
          options={options}
          value={id ?? '-'}
          onChange={(chosen) => navigate(address(chosen === '-' ? '' : chosen))}
        />
        {scenario !== undefined && <TextField label={t('workbench.name')} value={work.name} onChange={work.setName} />}
      </div>
      {work.stale && <Stale work={work} />}
      {work.restored && work.changed && !work.stale && <p className="muted">{t('look.draft_restored')}</p>}
      <div className="row">
        {scenario !== undefined && (
          <Button kind="primary" busy={busy} isDisabled={!work.changed || work.stale || work.name.trim() === ''} onPress={() => void save()}>
            {t('workbench.save')}
          </Button>
        )}
        {!naming && <Button onPress={() => setNaming(true)}>{t('workbench.save_as')}</Button>}
        {work.changed && (
          <Button kind="quiet" onPress={work.discard}>
            {t('workbench.discard')}
          </Button>
        )}
        {scenario !== undefined && (
          <Button kind="quiet" busy={busy} onPress={() => void remove(scenario)}>
            {t('workbench.remove_scenario')}
          </Button>
        )}
        <Link to={here(`/sponsorship/compare?of=${encodeURIComponent(id === undefined ? 'published' : `published,scenario.${id}`)}`)}>
          {t('workbench.to_compare')}
        </Link>
      </div>
      {naming && <NewName busy={busy} onSave={(name) => void saveAs(name)} onCancel={() => setNaming(false)} />}
    </section>
  )
}

/** Somebody saved the scenario meanwhile. */
function Stale({ work }: { work: SetupHandle }) {
  const { t } = useSpeech()
  return (
    <Banner tone="warn">
      <div className="row" role="alert">
        <span>{t('look.changed_meanwhile')}</span>
        <Button onPress={work.discard}>{t('look.take_theirs')}</Button>
        <Button onPress={work.keepMine}>{t('look.keep_mine')}</Button>
      </div>
    </Banner>
  )
}

function NewName({ busy, onSave, onCancel }: { busy: boolean; onSave(name: string): void; onCancel(): void }) {
  const { t } = useSpeech()
  const [name, setName] = useState('')
  return (
    <form
      className="row top"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onSave(name)
      }}
    >
      <TextField label={t('workbench.new_name')} value={name} onChange={setName} />
      <Button type="submit" kind="primary" busy={busy} isDisabled={name.trim() === ''}>
        {t('workbench.save_as')}
      </Button>
      <Button kind="quiet" onPress={onCancel}>
        {t('look.cancel')}
      </Button>
    </form>
  )
}
