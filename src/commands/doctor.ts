export async function doctor(
  _settings: import('../io/settings').Settings,
  _handed: object,
): Promise<import('../types').Outcome> {
  throw new Error('soon')
}
