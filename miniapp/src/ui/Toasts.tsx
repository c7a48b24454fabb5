/** Small words that come and go: what was just done. A screen reader says them too. */
import { createContext, type ReactNode, use, useCallback, useState } from 'react';

const SHOWN_FOR = 4000;
let count = 0;

const Context = createContext<(words: string) => void>(() => undefined);

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<{ key: number; words: string }[]>([]);
  const tell = useCallback((words: string) => {
    const key = (count += 1);
    setToasts((all) => [...all, { key, words }]);
    setTimeout(() => setToasts((all) => all.filter((toast) => toast.key !== key)), SHOWN_FOR);
  }, []);
  return (
    <Context value={tell}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ key, words }) => (
          <div className="toast" key={key}>
            {words}
          </div>
        ))}
      </div>
    </Context>
  );
}

/** Tells what was just done. */
export function useTell(): (words: string) => void {
  return use(Context);
}
