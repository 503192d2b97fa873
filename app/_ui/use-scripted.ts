import { startTransition, useEffect, useState } from 'react';

/** False on the server and until the page's scripts have taken over, then true, without holding up what the reader does. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false);
  useEffect(() => startTransition(() => setScripted(true)), []);
  return scripted;
}
