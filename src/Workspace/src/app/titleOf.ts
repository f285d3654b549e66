/** What stands on the tab of the browser. */
export function titleOf(page: string | null, waiting: number, app: string): string {
  const name = page === null ? app : `${page} · ${app}`;
  return waiting === 0 ? name : `(${waiting}) ${name}`;
}
