import { env } from '@/lib/env';

/** Where whoever signs in goes who was on the way to nothing: only writers sign in where everybody may read. */
export const firstPage = (): string => (env().READERS === 'public' ? '/admin/events' : '/');
