import type { MetadataRoute } from 'next';
import { env } from '@/lib/env';

/** Made when asked: the build knows no settings. */
export const dynamic = 'force-dynamic';

/**
 * For crawlers, where a deployment lets any in: the pages themselves, but not the endless questions that can be asked of
 * them, nor files and the desk. Nothing at all where only people who are signed in may read.
 */
export default function robots(): MetadataRoute.Robots {
  const closed = ['/*?', '/charts/', '/admin', '/sign-in', '/setup/'];
  return { rules: { userAgent: '*', disallow: env().READERS === 'public' ? closed : '/' } };
}
