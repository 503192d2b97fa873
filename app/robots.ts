import type { MetadataRoute } from 'next';

/**
 * For crawlers, where a deployment lets any in: the pages themselves, but not the endless questions that can be asked of
 * them, nor files and the desk. Who may read is settled in front of the product, not here.
 */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: ['/*?', '/charts/', '/admin', '/sign-in', '/setup/'] } };
}
