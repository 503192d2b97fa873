import type { Metadata } from 'next';
import { SiteFrame } from '@/app/_auth/site-frame';
import { NotFoundWords } from '@/app/_ui/not-found-words';

export const metadata: Metadata = { title: 'Page not found' };

/** No such page: outside the frame that other pages have, so it brings its own. */
export default function NotFound() {
  return (
    <SiteFrame>
      <NotFoundWords />
    </SiteFrame>
  );
}
