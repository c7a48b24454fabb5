/** What somebody types, once they stop typing: each look-up costs the server something. */
import { useEffect, useState } from 'react';

const PAUSE = 350;

export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
