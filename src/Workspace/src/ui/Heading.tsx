import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { hasMoved } from '../app/route';
import { pageName } from '../app/title';

interface HeadingProps {
  /** What the page is called where there is room for words only. */
  name: string;
  children?: ComponentChildren;
}

/** Where somebody is now: has the focus when they come here, so that it is read out and the keyboard goes on from it. */
export function Heading({ name, children = name }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    pageName.value = name;
    return () => {
      if (pageName.peek() === name) pageName.value = null;
    };
  }, [name]);
  useEffect(() => {
    if (hasMoved()) heading.current!.focus();
  }, []);
  return <h1 ref={heading} tabIndex={-1}>{children}</h1>;
}
