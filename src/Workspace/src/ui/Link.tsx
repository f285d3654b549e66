import type { ComponentChildren } from 'preact';
import { go, hrefOf } from '../app/route';

interface LinkProps {
  to: readonly string[];
  class?: string;
  title?: string;
  isHere?: boolean;
  children: ComponentChildren;
}

/** Goes to another place of these pages, and opens another tab where that is asked for. */
export function Link({ to, isHere = false, children, ...rest }: LinkProps) {
  return (
    <a
      {...rest} href={hrefOf(...to)} aria-current={isHere ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(...to);
      }}
    >
      {children}
    </a>
  );
}
