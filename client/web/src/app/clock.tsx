// The meeting's time by the server's clock, to the minute.

import { useEffect, useState } from 'react'
import { useLive } from '../live/react'
import { useSpeech } from '../messages'
import { useMeetingFacts } from './meeting'

/** The server's time now, told anew at every full `step` of milliseconds. */
export function useServerTime(step: number): number {
  const { connection } = useLive()
  const [now, setNow] = useState(() => connection.clock.serverTime(Date.now()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const turn = () => {
      const time = connection.clock.serverTime(Date.now())
      setNow(time)
      timer = setTimeout(turn, step - (time % step) + 5)
    }
    turn()
    return () => clearTimeout(timer)
  }, [connection, step])
  return now
}

export function Clock({ seconds = false }: { seconds?: boolean }) {
  const { locale } = useSpeech()
  const { zone } = useMeetingFacts()
  const now = useServerTime(seconds ? 1000 : 5000)
  const text = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(seconds ? { second: '2-digit' } : {}),
    timeZone: zone,
  }).format(now)
  return (
    <time className="clock" dateTime={new Date(now).toISOString()}>
      {text}
    </time>
  )
}
