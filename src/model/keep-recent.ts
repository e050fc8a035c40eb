/**
 * Remembers a value, and forgets the oldest ones: a process may see any number of papers.
 *
 * @param map in the order in which its values were last kept
 * @param most values that it may have
 */
export function keepRecent<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  value: Value,
  most: number,
): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) return
    map.delete(oldest)
  }
}
