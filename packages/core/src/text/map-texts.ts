/** The same structure with every text in it changed, in the order in which they stand there. */
export function mapTexts<Messages>(messages: Messages, change: (text: string) => string): Messages {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, map(part)]));
  };
  return map(messages) as Messages;
}
