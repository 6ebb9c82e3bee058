// Identifiers made here: 128 random bits. `randomUUID` needs a secure context, which a laptop in a room may not have.

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
