// Something that is made only when somebody unfolds it.

import { useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'

interface UnfoldProps {
  label: string
  /** What it stands beside, for whoever does not see that. */
  of?: string
  open?: boolean
  /** What stands before the button, on its line. */
  before?: ReactNode
  children(): ReactNode
}

export function Unfold({ label, of, open = false, before, children }: UnfoldProps) {
  const [unfolded, setUnfolded] = useState(open)
  const id = useId()
  return (
    <div data-expanded={unfolded ? 'true' : undefined}>
      <div className={before === undefined ? undefined : 'unfold-line'}>
        {before}
        <Button
          className="disclosure-button unfold"
          aria-expanded={unfolded}
          aria-controls={unfolded ? id : undefined}
          onPress={() => setUnfolded(!unfolded)}
        >
          <span>
            {label}
            {of !== undefined && <span className="heard"> {of}</span>}
          </span>
        </Button>
      </div>
      {unfolded && (
        <div id={id} className="unfolded">
          {children()}
        </div>
      )}
    </div>
  )
}
