/** Which version an ETag names, however a proxy marked it; null where it names none. */
export function versionOf(etag: string | null): number | null {
  const found = /^(?:W\/)?"(\d+)"$/.exec(etag ?? '');
  return found === null ? null : Number(found[1]);
}
