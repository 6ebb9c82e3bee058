// The lists of a policy: points, reserves, ceilings, gates.

import { NumberField, SliderField, Select } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { ReserveRule } from '../../wire'
import { useBench } from './bench'
import { ListPart } from './list_part'

/** The slider of points ends here where a line gives less. */
const points_top = 30

export function PointsPart() {
  const { t, language } = useSpeech()
  const { problemAt } = useBench()
  return (
    <ListPart
      part="points"
      title="workbench.points"
      explains="workbench.points_explained"
      add="workbench.points_add"
      blank={{ pts: 5 }}
      fields={(line, set, path) => (
        <SliderField
          label={t('workbench.points_of', { line: pick(line.label, language).text })}
          error={problemAt(`${path}/pts`)}
          value={line.pts}
          min={Math.min(0, line.pts)}
          top={points_top}
          onChange={(pts) => set({ ...line, pts })}
        />
      )}
    />
  )
}

export function ReservesPart() {
  return (
    <ListPart
      part="reserves"
      title="workbench.reserves"
      explains="workbench.reserves_explained"
      add="workbench.reserves_add"
      ordered
      blank={{ kind: 'count', value: 1 }}
      fields={(line, set, path) => <Floor line={line} set={set} path={path} />}
    />
  )
}

function Floor({ line, set, path }: { line: ReserveRule; set(line: ReserveRule): void; path: string }) {
  const { t } = useSpeech()
  const { problemAt } = useBench()
  const { value: _v, num: _n, den: _d, ...rest } = line
  const choose = (kind: string) => set(kind === 'share' ? { ...rest, kind: 'share', num: 1, den: 2 } : { ...rest, kind: 'count', value: 1 })
  const kinds = [
    { value: 'count', label: t('workbench.floor_count') },
    { value: 'share', label: t('workbench.floor_share') },
  ]
  return (
    <div className="row top floor-fields">
      <Select label={t('workbench.floor')} options={kinds} value={line.kind} onChange={choose} error={problemAt(`${path}/kind`)} />
      {line.kind === 'count' ? (
        <NumberField
          label={t('workbench.floor_seats')}
          error={problemAt(`${path}/value`)}
          value={line.value ?? 0}
          min={0}
          onChange={(value) => set({ ...line, value })}
        />
      ) : (
        <>
          <NumberField
            label={t('workbench.floor_num')}
            error={problemAt(`${path}/num`)}
            value={line.num ?? 1}
            min={0}
            onChange={(num) => set({ ...line, num })}
          />
          <NumberField
            label={t('workbench.floor_den')}
            error={problemAt(`${path}/den`)}
            value={line.den ?? 2}
            min={1}
            onChange={(den) => set({ ...line, den })}
          />
        </>
      )}
    </div>
  )
}

export function CeilingsPart() {
  const { t } = useSpeech()
  const { problemAt } = useBench()
  return (
    <ListPart
      part="caps"
      title="workbench.caps"
      explains="workbench.caps_explained"
      add="workbench.caps_add"
      blank={{ value: 1 }}
      fields={(line, set, path) => (
        <NumberField
          label={t('workbench.at_most')}
          error={problemAt(`${path}/value`)}
          value={line.value}
          min={0}
          onChange={(value) => set({ ...line, value })}
        />
      )}
    />
  )
}

export function GatesPart() {
  return <ListPart part="gates" title="workbench.gates" explains="workbench.gates_explained" add="workbench.gates_add" blank={{}} />
}
