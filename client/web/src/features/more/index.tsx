// Language, appearance, keys, my sessions, signing out, and the places that the bottom bar has no room for.

import { useState } from 'react'
import { useAct } from '../../app/commands'
import { Link } from '../../app/router'
import { useSession } from '../../app/session'
import { keysOn, setKeysOn } from '../../app/keys_setting'
import { bottomPlaces, places } from '../../app/places'
import { useRights, useMeetingId } from '../../app/meeting'
import { Button, ButtonLink, ScreenTitle } from '../../look'
import { Checkbox, RadioGroup } from '../../look/choice'
import { appearances, keptAppearance, setAppearance, type Appearance } from '../../look/appearance'
import { languages, ownNames, useSpeech, type Language } from '../../messages'
import { Password } from './password'
import { Sessions } from './sessions'

export default function More() {
  const { t } = useSpeech()
  const { who, signOut } = useSession()
  const { busy, act } = useAct()
  return (
    <div className="stack wide">
      <ScreenTitle title={t('place.more')}>{t('place.more')}</ScreenTitle>
      <OtherPlaces />
      {who.account === undefined ? (
        <section className="stack">
          <p>{t('more.signed_out')}</p>
          <div>
            <ButtonLink kind="primary" to="/sign-in">
              {t('frame.sign_in')}
            </ButtonLink>
          </div>
        </section>
      ) : (
        <section className="row apart">
          <p>
            {t('more.signed_in_as')} <bdi className="strong">{who.name}</bdi>
          </p>
          <Button busy={busy} onPress={() => void act(signOut)}>
            {t('more.sign_out')}
          </Button>
        </section>
      )}
      <LanguageChoice />
      <AppearanceChoice />
      <KeysChoice />
      {who.account !== undefined && <Sessions />}
      {who.account !== undefined && <Password hasPassword={who.has_password} />}
    </div>
  )
}

function OtherPlaces() {
  const { t } = useSpeech()
  const rights = useRights()
  const meeting = useMeetingId()
  const near = bottomPlaces(rights)
  const others = places.filter((place) => place.seen(rights) && !near.includes(place))
  if (meeting === null || others.length === 0) return null
  return (
    <nav aria-label={t('more.other_places')} className="only-narrow">
      <ul className="lines">
        {others.map((place) => (
          <li key={place.id}>
            <Link to={place.address(meeting)} className="row-link">
              {t(place.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function LanguageChoice() {
  const { t, language, setLanguage } = useSpeech()
  return (
    <RadioGroup
      label={t('more.language')}
      value={language}
      onChange={(value) => setLanguage(value as Language)}
      options={languages.map((value) => ({ value, label: ownNames[value] }))}
    />
  )
}

function AppearanceChoice() {
  const { t } = useSpeech()
  const [value, setValue] = useState(keptAppearance)
  const choose = (next: string) => {
    setAppearance(next as Appearance)
    setValue(next as Appearance)
  }
  return (
    <RadioGroup
      label={t('more.appearance')}
      value={value}
      onChange={choose}
      options={appearances.map((a) => ({ value: a, label: t(`more.appearance_${a}`) }))}
    />
  )
}

function KeysChoice() {
  const { t } = useSpeech()
  const [on, setOn] = useState(keysOn)
  const choose = (next: boolean) => {
    setKeysOn(next)
    setOn(next)
  }
  return (
    <Checkbox checked={on} onChange={choose}>
      {t('more.keys')}
    </Checkbox>
  )
}
