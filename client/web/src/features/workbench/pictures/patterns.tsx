// The textures of the bars, for whoever does not see their colours apart.

/** Once a page; drawings refer to them by name. */
export function Patterns() {
  return (
    <svg width="0" height="0" aria-hidden focusable="false" className="patterns">
      <defs>
        <pattern id="bench-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" fill="var(--good-soft)" />
          <rect width="3" height="8" fill="var(--good)" />
        </pattern>
        <pattern id="bench-dots" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill="var(--warn-soft)" />
          <circle cx="4" cy="4" r="2" fill="var(--warn)" />
        </pattern>
        <pattern id="bench-cross" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill="var(--bad-soft)" />
          <path d="M0 0L8 8M8 0L0 8" stroke="var(--bad)" strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  )
}

/** A kind of part in its colour and texture, with its name. */
export function Key({ fill, children }: { fill: string; children: string }) {
  return (
    <li className="picture-key">
      <svg width="20" height="14" aria-hidden focusable="false">
        <rect x="0.5" y="0.5" width="19" height="13" fill={fill} stroke="var(--text)" />
      </svg>
      {children}
    </li>
  )
}
