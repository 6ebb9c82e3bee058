// Amounts of money as they are typed. Pure.

/** Hundredths of what stands in `text`: "3172", "3,172.00", "3 172,50", "3’172.5"; 0 for nothing; null if it is no amount. */
export function readAmount(text: string): number | null {
  const plain = text.trim().replace(/[\s'’\u00a0\u202f]/g, '')
  if (plain === '') return 0
  const found = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(plain)
  if (found === null) return null
  const whole = Number(found[1]!.replace(/[.,]/g, ''))
  const rest = Number((found[2] ?? '').padEnd(2, '0'))
  return whole * 100 + rest
}

export function formatAmount(centimes: number | undefined): string {
  return centimes === undefined || centimes === 0 ? '' : (centimes / 100).toFixed(2)
}
